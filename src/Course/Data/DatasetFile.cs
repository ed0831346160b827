namespace Course.Data;

/// <summary>One file of a data set.</summary>
public sealed record DatasetFile
{
    /// <summary>Path inside <c>datasets/</c>, a mirror or the cache, with forward slashes; a name that ends in <c>.gz</c> is stored compressed.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the uncompressed content, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length of the uncompressed content in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Where it can be downloaded, or null where no stable public address is known.</summary>
    public Uri? Address { get; init; }
}
