using LibGit2Sharp;

namespace Course.Hub.Repositories;

/// <summary>Reads the files of one version of a repository. A stranger may have pushed them. Defined in lesson 17.</summary>
internal static class TreeReader
{
    private const int MostFiles = 100_000, MostFolders = 64;        // a few small trees in one another can pretend to be a billion files

    /// <summary>All files, in the order of their paths; links and other repositories are none.</summary>
    internal static HubFile[] Files(Tree tree) =>
        [.. Blobs(tree, "", 0).Take(MostFiles + 1).Select((one, n) => n < MostFiles ? File(one.Path, one.Blob)
            : throw new HubFileException($"This revision has more than {MostFiles} files.")).OrderBy(one => one.Path, StringComparer.Ordinal)];

    /// <summary>The content of a file as Git keeps it, or null.</summary>
    internal static Blob? Find(Tree tree, string path) =>
        HubPath.Check(path) is { } checkedPath && tree[checkedPath] is { } entry && IsFile(entry) ? (Blob)entry.Target : null;

    /// <summary>What a hub tells of a file.</summary>
    internal static HubFile File(string path, Blob blob)
    {
        LfsPointer? pointer = null;
        if (blob.Size < LfsPointer.MostBytes)
        {
            try
            {
                pointer = Pointer(Bytes(blob, path), path);
            }
            catch (HubFileException)
            {
                // A wrong pointer is a file like any other, until someone opens it.
            }
        }
        return new(path, pointer?.Size ?? blob.Size, blob.Sha, pointer?.Sha256);
    }

    /// <summary>The pointer that a content is; null if it is none and does not pretend to be.</summary>
    /// <exception cref="HubFileException">It is a wrong one.</exception>
    internal static LfsPointer? Pointer(byte[] content, string path)
    {
        if (content.Length >= LfsPointer.MostBytes || !LfsPointer.Announces(content)) return null;
        try
        {
            return LfsPointer.Parse(content);
        }
        catch (HubFileException error)
        {
            throw new HubFileException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>The bytes that Git keeps.</summary>
    internal static byte[] Bytes(Blob blob, string path)
    {
        if (blob.Size > Array.MaxLength) throw new HubFileException($"{path} has {blob.Size} bytes: so large a file must be stored by Git LFS.");
        using var content = new MemoryStream((int)blob.Size);
        using Stream stream = blob.GetContentStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Writes all files into a folder.</summary>
    internal static void WriteTo(string folder, Tree tree, LfsStore store)
    {
        foreach ((string path, Blob blob) in Blobs(tree, "", 0).Take(MostFiles))
        {
            string place = HubPath.Inside(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            using FileStream file = System.IO.File.Create(place);
            byte[] content = Bytes(blob, path);
            if (Pointer(content, path) is { } pointer) store.CopyTo(pointer, path, file);
            else file.Write(content);
        }
    }

    private static IEnumerable<(string Path, Blob Blob)> Blobs(Tree tree, string folder, int depth)
    {
        if (depth > MostFolders) throw new HubFileException($"This revision has more than {MostFolders} folders in one another.");
        foreach (TreeEntry entry in tree)
        {
            string path = folder + entry.Name;
            if (IsFile(entry)) yield return (path, (Blob)entry.Target);
            if (entry.TargetType != TreeEntryTargetType.Tree) continue;
            foreach (var below in Blobs((Tree)entry.Target, path + "/", depth + 1)) yield return below;
        }
    }

    private static bool IsFile(TreeEntry entry) =>
        entry.Mode is Mode.NonExecutableFile or Mode.ExecutableFile or Mode.NonExecutableGroupWritableFile;
}
