using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Course.Hub.Models;

/// <summary>
/// A model's card: its README.md, with what programs read between two lines of --- at its top, in YAML. M. Mitchell and others, Model cards
/// for model reporting, 2019 (arXiv:1810.03993). Of YAML it has what cards need: words and lists of words. Defined in lesson 17.
/// </summary>
/// <param name="Metadata">What programs read, as license, language, tags: a word or several each.</param>
/// <param name="Text">What people read, in Markdown.</param>
public sealed partial record ModelCard(IReadOnlyDictionary<string, IReadOnlyList<string>> Metadata, string Text)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "README.md";

    private const string Fence = "---";

    // Keys whose value is a list even if it has one item.
    private static readonly string[] lists = ["tags", "datasets", "models", "metrics"];

    // What YAML takes for something else than a word: no is Norwegian, and false.
    private static readonly string[] notWords = ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "~"];

    /// <summary>Makes a card.</summary>
    /// <param name="text">What people read, in Markdown.</param>
    /// <param name="metadata">What programs read.</param>
    public ModelCard(string text, params (string Key, string[] Values)[] metadata)
        : this(metadata.ToDictionary(one => one.Key, one => (IReadOnlyList<string>)one.Values), text)
    {
    }

    /// <summary>The values of a key; none if it is absent.</summary>
    /// <param name="key">The key.</param>
    public IReadOnlyList<string> this[string key] => Metadata.TryGetValue(key, out IReadOnlyList<string>? values) ? values : [];

    /// <summary>Reads a card. What lies deeper than a list of words, as results of an evaluation, is skipped.</summary>
    /// <param name="text">The whole file.</param>
    /// <exception cref="HubFileException">What programs read has no end, or a line of it is no key; the message says which.</exception>
    public static ModelCard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != Fence) return new(new Dictionary<string, IReadOnlyList<string>>(), text);
        int end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (end < 0) throw new HubFileException($"{FileName} begins with {Fence}, and there is no second {Fence}.");
        var metadata = new Dictionary<string, IReadOnlyList<string>>();
        List<string> values = [];
        foreach (string line in lines[1..end].Where(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('#')))
        {
            if (ItemLine().Match(line) is { Success: true } item) values.Add(Word(item.Groups[1].Value));
            else if (EntryLine().Match(line) is { Success: true } entry)
            {
                values = Values(entry.Groups[2].Value.Trim());
                if (!metadata.TryAdd(Word(entry.Groups[1].Value), values))
                    throw new HubFileException($"{FileName} has the key '{entry.Groups[1].Value}' twice.");
            }
            else if (!char.IsWhiteSpace(line[0])) throw new HubFileException($"{FileName} has a line '{line}' above its text that is no key.");
        }
        return new(metadata, string.Join('\n', lines[(end + 1)..]).TrimStart('\n'));
    }

    /// <summary>The whole file.</summary>
    public string Write()
    {
        var file = new StringBuilder();
        if (Metadata.Count > 0) file.Append(Fence).Append('\n');
        foreach ((string key, IReadOnlyList<string> values) in Metadata)
        {
            file.Append(Quoted(key)).Append(':');
            if (values.Count == 1 && !lists.Contains(key)) file.Append(' ').Append(Quoted(values[0]));
            else if (values.Count == 0) file.Append(" []");
            else foreach (string value in values) file.Append("\n- ").Append(Quoted(value));
            file.Append('\n');
        }
        if (Metadata.Count > 0) file.Append(Fence).Append("\n\n");
        return file.Append(Text).ToString();
    }

    /// <summary>Writes README.md.</summary>
    /// <param name="folder">The folder.</param>
    public void Save(string folder) => File.WriteAllText(Path.Combine(folder, FileName), Write());

    private static List<string> Values(string text) => text.Length == 0 ? []
        : text is ['[', .., ']'] ? [.. text[1..^1].Split(',').Select(Word).Where(word => word.Length > 0)]
        : [Word(text)];

    private static string Quoted(string word) =>
        Plain().IsMatch(word) && !notWords.Contains(word.ToLowerInvariant()) ? word : JsonSerializer.Serialize(word, HubJson.Readable);

    private static string Word(string text)
    {
        text = text.Trim();
        if (text is ['\'', .., '\''] && text.Length > 1) return text[1..^1].Replace("''", "'", StringComparison.Ordinal);
        if (text is not ['"', .., '"'] || text.Length == 1) return text;
        try
        {
            return JsonSerializer.Deserialize<string>(text) ?? "";
        }
        catch (JsonException)
        {
            return text[1..^1];
        }
    }

    [GeneratedRegex(@"\A\s*-\s+(.*)\z")]
    private static partial Regex ItemLine();

    [GeneratedRegex("""\A([A-Za-z0-9_"'][^:]*):(?:\s+(.*))?\z""")]
    private static partial Regex EntryLine();

    [GeneratedRegex(@"\A[A-Za-z_/](?:[A-Za-z0-9 _./+-]*[A-Za-z0-9_./+-])?\z")]
    private static partial Regex Plain();
}
