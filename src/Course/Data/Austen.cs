using System.Text;

namespace Course.Data;

/// <summary>The six novels of Jane Austen, 1811 to 1818, as plain text.</summary>
public static class Austen
{
    /// <summary>The novels, by the names of their files.</summary>
    public static IReadOnlyList<string> Novels { get; } =
        ["emma", "mansfieldpark", "northangerabbey", "persuasion", "prideprejudice", "sensesensibility"];

    /// <summary>Loads a novel as it is.</summary>
    /// <param name="novel">Its name.</param>
    /// <exception cref="ArgumentException">There is no such novel; the message names the closest, or all.</exception>
    public static string Text(string novel)
    {
        if (!Novels.Contains(novel)) throw new ArgumentException(DidYouMean.For("novel", novel, Novels));
        using var reader = new StreamReader(Datasets.Open("austen", $"{novel}.txt.gz"));
        return reader.ReadToEnd();
    }

    /// <summary>
    /// Loads a novel as few kinds of characters: lower-case letters, single spaces, and . , ; ' " ! ? and -. All others, and line ends,
    /// become spaces.
    /// </summary>
    /// <param name="novel">Its name.</param>
    /// <exception cref="ArgumentException">There is no such novel; the message names the closest, or all.</exception>
    public static string Letters(string novel)
    {
        var text = new StringBuilder();
        foreach (char letter in Text(novel).ToLowerInvariant())
        {
            char kept = char.IsAsciiLetterLower(letter) || ".,;'\"!?-".Contains(letter, StringComparison.Ordinal) ? letter : ' ';
            if (kept != ' ' || (text.Length > 0 && text[^1] != ' ')) text.Append(kept);
        }
        return text.ToString();
    }
}
