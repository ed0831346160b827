using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Text;

namespace Course;

/// <summary>Source files as the compiler embedded them in the symbol file beside the assembly.</summary>
internal static class SourceFile
{
    /// <summary>The kind of custom debug information that holds an embedded source (Portable PDB format specification).</summary>
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    /// <summary>The symbols of an assembly, or null where there is no symbol file.</summary>
    internal static MetadataReaderProvider? Symbols(Assembly assembly)
    {
        string path = Path.ChangeExtension(assembly.Location, ".pdb");
        return File.Exists(path) ? MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(path)) : null;
    }

    /// <summary>The lines of an embedded file.</summary>
    internal static string[] Read(Assembly assembly, string file)
    {
        using MetadataReaderProvider symbols = Symbols(assembly)!;
        MetadataReader reader = symbols.GetMetadataReader();
        foreach (DocumentHandle handle in reader.Documents)
        {
            if (reader.GetString(reader.GetDocument(handle).Name) != file) continue;
            foreach (CustomDebugInformationHandle entry in reader.GetCustomDebugInformation(handle))
            {
                CustomDebugInformation information = reader.GetCustomDebugInformation(entry);
                if (reader.GetGuid(information.Kind) == EmbeddedSource) return Text(reader.GetBlobBytes(information.Value)).ReplaceLineEndings("\n").Split('\n');
            }
        }

        throw new InvalidOperationException($"{Path.GetFileName(file)} is not embedded in the symbols of {assembly.GetName().Name}.");
    }

    /// <summary>A file without its usings and namespace line.</summary>
    internal static string Body(string[] lines) => string.Join('\n', lines.SkipWhile(line => line.Length == 0 || line.StartsWith("using ", StringComparison.Ordinal) || line.StartsWith("namespace ", StringComparison.Ordinal))).TrimEnd();

    /// <summary>
    /// A member some of whose code stands between two lines (counted from 1), with its signature, attributes and documentation. Relies on the layout that
    /// <c>dotnet format</c> keeps: a member begins, and its block ends, at the margin of its type's members.
    /// </summary>
    internal static string Member(string[] lines, int first, int last, int margin)
    {
        int start = first - 1, end = last - 1;
        bool isBlock = false;
        while (start > 0 && !(Indentation(lines[start]) == margin && lines[start].Trim() != "{"))
        {
            isBlock |= Indentation(lines[start]) == margin;
            start--;
        }

        while (start > 0 && BelongsToNext(lines[start - 1].Trim())) start--;
        while (end < lines.Length - 1 && !(isBlock ? Indentation(lines[end]) == margin && lines[end].Trim().StartsWith('}') : lines[end].TrimEnd().EndsWith(';'))) end++;
        return string.Join('\n', lines[start..(end + 1)].Select(line => line.Length >= margin ? line[margin..] : line.TrimStart()));
    }

    /// <summary>Whether a line above a signature is its documentation or an attribute, not the end of the member before or the beginning of the type.</summary>
    private static bool BelongsToNext(string line) => line.StartsWith("//", StringComparison.Ordinal) || (line.StartsWith('[') && line.EndsWith(']'));

    private static int Indentation(string line) => line.Trim().Length == 0 ? int.MaxValue : line.Length - line.TrimStart().Length;

    /// <summary>Four bytes give the uncompressed length, or zero where the text is not compressed.</summary>
    private static string Text(byte[] blob)
    {
        int length = BitConverter.ToInt32(blob);
        using Stream content = length == 0 ? new MemoryStream(blob, 4, blob.Length - 4) : new DeflateStream(new MemoryStream(blob, 4, blob.Length - 4), CompressionMode.Decompress);
        using var reader = new StreamReader(content, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
