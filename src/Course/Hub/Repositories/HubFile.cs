using System.Text;

namespace Course.Hub.Repositories;

/// <summary>A file of a repository at one revision. Defined in lesson 17.</summary>
/// <param name="Path">Where it is, with / between folders: <c>onnx/model.onnx</c>.</param>
/// <param name="Size">Its bytes; those of the real content if Git LFS stores it.</param>
/// <param name="BlobId">Git's name of what the repository holds, 40 hex digits: the file itself, or its LFS pointer.</param>
/// <param name="LfsSha256">The SHA-256 of the content if Git LFS stores it, 64 hex digits; null else.</param>
public sealed record HubFile(string Path, long Size, string BlobId, string? LfsSha256)
{
    /// <summary>The name by which the Hub's server and its caches know the content: the SHA-256 of Git LFS, else Git's own.</summary>
    public string ETag => LfsSha256 ?? BlobId;
}

/// <summary>One version of a repository. Defined in lesson 17.</summary>
/// <param name="Id">The commit, 40 hex digits.</param>
/// <param name="Message">What its author says of it.</param>
/// <param name="Author">His name.</param>
/// <param name="Time">When it was made.</param>
public sealed record HubCommit(string Id, string Message, string Author, DateTimeOffset Time);

/// <summary>A change of one file, a part of a commit. Defined in lesson 17.</summary>
public sealed class HubChange
{
    private HubChange(string path, Func<Stream>? open)
    {
        Path = HubPath.Check(path);
        Open = open;
    }

    /// <summary>The file, with / between folders.</summary>
    public string Path { get; }

    /// <summary>Opens the new content; null if the file is deleted.</summary>
    public Func<Stream>? Open { get; }

    /// <summary>Adds or replaces a file by one on the disk, which is not read into memory as a whole.</summary>
    /// <param name="path">The name in the repository.</param>
    /// <param name="file">The file on the disk.</param>
    /// <exception cref="HubFileException">The name is no path inside a repository.</exception>
    public static HubChange File(string path, string file) => new(path, () => System.IO.File.OpenRead(file));

    /// <summary>Adds or replaces a file.</summary>
    /// <param name="path">The name in the repository.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="HubFileException">The name is no path inside a repository.</exception>
    public static HubChange Bytes(string path, byte[] content) => new(path, () => new MemoryStream(content, writable: false));

    /// <summary>Adds or replaces a file of text.</summary>
    /// <param name="path">The name in the repository.</param>
    /// <param name="content">The text, which is stored as UTF-8.</param>
    /// <exception cref="HubFileException">The name is no path inside a repository.</exception>
    public static HubChange Text(string path, string content) => Bytes(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Deletes a file.</summary>
    /// <param name="path">The name in the repository.</param>
    /// <exception cref="HubFileException">The name is no path inside a repository.</exception>
    public static HubChange Delete(string path) => new(path, null);
}
