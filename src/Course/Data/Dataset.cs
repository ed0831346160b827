namespace Course.Data;

/// <summary>One data set in the catalog.</summary>
public sealed record Dataset
{
    /// <summary>Its name in the catalog, for example <c>mnist-10k</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The number, size and kind of its examples.</summary>
    public required string Shape { get; init; }

    /// <summary>The licence as its publisher states it.</summary>
    public required string Licence { get; init; }

    /// <summary>The publication to cite.</summary>
    public required string Citation { get; init; }

    /// <summary>Where it was published or taken from.</summary>
    public required string Home { get; init; }

    /// <summary>Whether the course ships it, in <c>datasets/</c>; other data sets are downloaded on request.</summary>
    public required bool Ships { get; init; }

    /// <summary>Its files.</summary>
    public required IReadOnlyList<DatasetFile> Files { get; init; }
}

/// <summary>One file of a data set.</summary>
public sealed record DatasetFile
{
    /// <summary>
    /// Path inside <c>datasets/</c>, a mirror or the cache, with forward slashes; a name that ends in <c>.gz</c> is stored compressed.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the uncompressed content, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length of the uncompressed content in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Its download address; null if no stable public address is known.</summary>
    public Uri? Address { get; init; }
}

/// <summary>A data set, or one of its files, is not on this machine and cannot be obtained; the message says what to do.</summary>
public sealed class DatasetMissingException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One line: what is missing and what to do.</param>
    /// <param name="inner">The underlying error, if there is one.</param>
    public DatasetMissingException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>A file's content differs from the catalog, or does not have the format that its reader expects.</summary>
public sealed class DatasetCorruptException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One line: which file, and what is wrong with it.</param>
    /// <param name="inner">The underlying error, if there is one.</param>
    public DatasetCorruptException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
