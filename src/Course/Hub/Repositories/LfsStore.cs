using System.Security.Cryptography;

namespace Course.Hub.Repositories;

/// <summary>
/// The large files of a repository, each under its SHA-256 in <c>lfs/objects</c> of the repository's folder. There stock git-lfs puts them
/// when someone pushes to a folder, and looks for them when someone clones one. Defined in lesson 17.
/// </summary>
/// <param name="folder">The folder of the repository.</param>
internal sealed class LfsStore(string folder)
{
    private const int Piece = 1 << 16;

    /// <summary>Where the content of a pointer lies.</summary>
    internal string Place(LfsPointer pointer) => Path.Combine([folder, "lfs", "objects", .. pointer.ObjectPath.Split('/')]);

    /// <summary>Stores a content; it gets its name when it is complete.</summary>
    internal LfsPointer Add(Stream content)
    {
        string unfinished = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "lfs", "tmp")).FullName, Path.GetRandomFileName());
        LfsPointer pointer;
        try
        {
            using (FileStream file = File.Create(unfinished)) pointer = Copy(content, file);
            string place = Place(pointer);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!File.Exists(place)) File.Move(unfinished, place, overwrite: true);
            return pointer;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Opens the content of a pointer.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="path">The file's path, for an error.</param>
    /// <exception cref="HubFileException">It is not there, or has another size.</exception>
    internal FileStream Open(LfsPointer pointer, string path)
    {
        string place = Place(pointer);
        if (!File.Exists(place))
        {
            throw new HubFileException(
                $"{path} is stored by Git LFS, and its content {pointer.Sha256} is not here: push it with git lfs push --all.");
        }
        FileStream content = File.OpenRead(place);
        if (content.Length == pointer.Size) return content;
        content.Dispose();
        throw new HubFileException($"{path} should have {pointer.Size} bytes, and its content here has {new FileInfo(place).Length}.");
    }

    /// <summary>Copies a content, and checks on the way that it is what the pointer says.</summary>
    /// <exception cref="HubFileException">It is not.</exception>
    internal void CopyTo(LfsPointer pointer, string path, Stream target)
    {
        using FileStream content = Open(pointer, path);
        if (Copy(content, target) != pointer) throw new HubFileException($"The content of {path} is damaged: its SHA-256 is another one.");
    }

    private static LfsPointer Copy(Stream content, Stream target)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[Piece];
        long size = 0;
        for (int read; (read = content.Read(piece)) > 0; size += read)
        {
            hash.AppendData(piece, 0, read);
            target.Write(piece, 0, read);
        }
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }
}
