using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Text;

namespace Course;

/// <summary>The source files that the compiler embedded in the symbol file beside an assembly (<c>EmbedAllSources</c>).</summary>
internal static class EmbeddedSources
{
    /// <summary>The kind of custom debug information that holds an embedded source (Portable PDB format specification).</summary>
    private static readonly Guid kind = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    /// <summary>The texts of all files, with lines ended by \n.</summary>
    /// <exception cref="InvalidOperationException">There is no symbol file beside the assembly.</exception>
    internal static IReadOnlyList<string> Of(Assembly assembly)
    {
        string path = assembly.Location.Length == 0 ? "" : Path.ChangeExtension(assembly.Location, ".pdb");
        if (!File.Exists(path))
            throw new InvalidOperationException($"The sources of {assembly.GetName().Name} are not here: it has no .pdb beside it.");

        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(path));
        MetadataReader reader = symbols.GetMetadataReader();
        return
        [
            .. from document in reader.Documents
               from handle in reader.GetCustomDebugInformation(document)
               let information = reader.GetCustomDebugInformation(handle)
               where reader.GetGuid(information.Kind) == kind
               select Text(reader.GetBlobBytes(information.Value)).ReplaceLineEndings("\n"),
        ];
    }

    /// <summary>The first four bytes give the uncompressed length, or zero if the text is not compressed.</summary>
    private static string Text(byte[] blob)
    {
        var bytes = new MemoryStream(blob, sizeof(int), blob.Length - sizeof(int));
        using Stream content = BitConverter.ToInt32(blob) == 0 ? bytes : new DeflateStream(bytes, CompressionMode.Decompress);
        using var reader = new StreamReader(content, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
