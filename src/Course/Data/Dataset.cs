namespace Course.Data;

/// <summary>One data set of the catalog.</summary>
public sealed record Dataset
{
    /// <summary>The name it is asked for by, for example <c>mnist-10k</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>How many examples of what size and kind.</summary>
    public required string Shape { get; init; }

    /// <summary>The licence as its publisher states it.</summary>
    public required string Licence { get; init; }

    /// <summary>The publication to cite.</summary>
    public required string Citation { get; init; }

    /// <summary>Where it was published or taken from.</summary>
    public required string Home { get; init; }

    /// <summary>Whether the course ships it, in <c>datasets/</c>; the others are downloaded when they are asked for.</summary>
    public required bool Ships { get; init; }

    /// <summary>Its files.</summary>
    public required IReadOnlyList<DatasetFile> Files { get; init; }
}
