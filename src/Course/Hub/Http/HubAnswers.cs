using Course.Hub.Repositories;

namespace Course.Hub.Http;

/// <summary>What is used of the API's answer about a revision.</summary>
/// <param name="Sha">The commit.</param>
internal sealed record RevisionAnswer(string? Sha);

/// <summary>An entry of the API's list of files.</summary>
/// <param name="Type">file or directory.</param>
/// <param name="Path">Its path.</param>
/// <param name="Oid">Git's name of it.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Lfs">What Git LFS stores, if it does.</param>
internal sealed record TreeEntry(string? Type, string? Path, string? Oid, long Size, TreeEntryLfs? Lfs = null)
{
    /// <exception cref="HubFileException">The entry is no file that may be fetched.</exception>
    internal HubFile ToFile()
    {
        bool good = Oid?.Length == 40 && HubCache.IsCommit(Oid) && Size >= 0
            && (Lfs is null || (Lfs is { Oid.Length: 64, Size: >= 0 } && Lfs.Oid.All(char.IsAsciiHexDigitLower)));
        return good ? new(HubPath.Check(Path ?? ""), Lfs?.Size ?? Size, Oid!, Lfs?.Oid)
            : throw new HubFileException($"The hub's list of files says of '{Path}' what is no size or no hash.");
    }
}

/// <summary>What the list says of a file of Git LFS.</summary>
/// <param name="Oid">The SHA-256 of its content.</param>
/// <param name="Size">The bytes of its content.</param>
/// <param name="PointerSize">The bytes of what Git stores in its place.</param>
internal sealed record TreeEntryLfs(string? Oid, long Size, int PointerSize = 0);

/// <summary>What the Hub announces of a file before it sends it.</summary>
/// <param name="Commit">The commit that the revision is.</param>
/// <param name="ETag">The hash of its content.</param>
/// <param name="Size">Its bytes; null if they were not told.</param>
internal sealed record Announced(string Commit, string ETag, long? Size)
{
    /// <summary>
    /// Reads the headers: <c>X-Repo-Commit</c>, <c>X-Linked-Etag</c> or <c>ETag</c>, <c>X-Linked-Size</c> or <c>Content-Length</c>.
    /// </summary>
    /// <exception cref="HubFileException">They are not those of a hub.</exception>
    internal static Announced Read(HttpResponseMessage response, string path)
    {
        string commit = Header("X-Repo-Commit") ?? "", etag = Header("X-Linked-Etag") ?? Header("ETag") ?? "";
        etag = etag.Replace("W/", "", StringComparison.Ordinal).Trim('"');
        if (!HubCache.IsCommit(commit) || !(etag.Length is 40 or 64 && etag.All(char.IsAsciiHexDigitLower)))
            throw new HubFileException($"The answer for {path} names no commit or no hash: is that the address of a hub?");
        long? size = long.TryParse(Header("X-Linked-Size"), out long linked) && linked >= 0 ? linked
            : response.IsSuccessStatusCode ? response.Content.Headers.ContentLength : null;
        return new(commit, etag, size);

        string? Header(string name) => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.First() : null;
    }
}
