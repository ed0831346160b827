namespace Course.Cli.Views;

/// <summary>The part of a cell's output that fits beside its name: the last line, without terminal control characters.</summary>
internal static class LastLine
{
    private const int Longest = 100;

    public static string? Of(string text)
    {
        string? line = text.Split('\n', '\r').LastOrDefault(part => !string.IsNullOrWhiteSpace(part));
        if (line is null)
            return null;
        string clean = string.Concat(line.Where(c => !char.IsControl(c))).Trim();
        return clean.Length > Longest ? clean[..Longest] : clean;
    }
}
