namespace Course.Data.Texts;

/// <summary>The regular quatrains of the Tang dynasty in simplified characters: four lines of five or of seven characters.</summary>
/// <param name="Title">The title.</param>
/// <param name="Author">The poet.</param>
/// <param name="Text">The poem, with its punctuation.</param>
public sealed record TangQuatrain(string Title, string Author, string Text)
{
    /// <summary>The four lines, without punctuation.</summary>
    public string[] Lines => Text.Split(['，', '。', '？', '！', '；', '、'], StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Loads the <see cref="TangQuatrain"/>s.</summary>
public static class TangQuatrains
{
    /// <summary>All 14,119.</summary>
    /// <exception cref="DatasetCorruptException">A line does not have three parts.</exception>
    public static IReadOnlyList<TangQuatrain> Load() => [.. Read()];

    /// <summary>The same, read one after another, so that they need not all be in memory.</summary>
    /// <exception cref="DatasetCorruptException">A line does not have three parts.</exception>
    public static IEnumerable<TangQuatrain> Read()
    {
        using var reader = new StreamReader(Datasets.Open("tang-quatrains", "tang-quatrains.tsv.gz"));
        reader.ReadLine();                                              // the names of the columns
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t') is [string title, string author, string text]
                ? new(title, author, text) : throw new DatasetCorruptException($"tang-quatrains.tsv.gz: \"{line}\" is not a poem.");
        }
    }
}
