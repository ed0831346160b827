namespace Course.Data.Texts;

/// <summary>A message of the SpamAssassin project's public corpus.</summary>
/// <param name="IsSpam">Whether it is spam.</param>
/// <param name="Set">The part of the corpus that it comes from, for example <c>easy-ham-1</c>.</param>
/// <param name="Text">Subject and body, at most 600 characters; addresses, links and telephone numbers are masked.</param>
public sealed record SpamMessage(bool IsSpam, string Set, string Text);

/// <summary>Loads the <see cref="SpamMessage"/>s.</summary>
public static class SpamMessages
{
    /// <summary>All 5,802, 1,698 of them spam, in the order of the file: wanted messages first.</summary>
    /// <exception cref="DatasetCorruptException">A line does not have three parts, or its label is neither ham nor spam.</exception>
    public static IReadOnlyList<SpamMessage> Load() => [.. Read()];

    /// <summary>The same, read one after another, so that they need not all be in memory.</summary>
    /// <exception cref="DatasetCorruptException">A line does not have three parts, or its label is neither ham nor spam.</exception>
    public static IEnumerable<SpamMessage> Read()
    {
        using var reader = new StreamReader(Datasets.Open("spam-assassin", "messages.tsv.gz"));
        reader.ReadLine();                                              // the names of the columns
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t') is [("ham" or "spam") and var label, var set, var text]
                ? new(label == "spam", set, text) : throw new DatasetCorruptException($"messages.tsv.gz: \"{line}\" is not a message.");
        }
    }
}
