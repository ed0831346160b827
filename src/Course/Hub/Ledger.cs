using System.Text.Json;

namespace Course.Hub;

/// <summary>A result of the course's own ledger, as <c>course claims</c> keeps it in docs/results. Defined in lesson 17.</summary>
/// <param name="Lesson">The lesson's number.</param>
/// <param name="Id">The claim.</param>
/// <param name="Verdict">What the bars said: same, same direction, missed, reported, holds.</param>
/// <param name="Measured">What was measured.</param>
public sealed record LedgerEntry(int Lesson, string Id, string Verdict, IReadOnlyList<double> Measured);

/// <summary>Reads the course's own ledger. Defined in lesson 17.</summary>
public static class Ledger
{
    /// <summary>All results that have a verdict, by lesson.</summary>
    /// <param name="folder">The folder of results, as <c>../docs/results</c>; one that is missing holds none.</param>
    public static IReadOnlyList<LedgerEntry> Read(string folder) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(Entries).OrderBy(entry => entry.Lesson)];

    private static LedgerEntry[] Entries(string path)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path));
        return [.. from run in file.RootElement.GetProperty("notebooks").EnumerateArray()
            from claim in run.GetProperty("claims").EnumerateArray()
            where claim.TryGetProperty("verdict", out _)            // the oldest results have none
            select new LedgerEntry(run.GetProperty("lesson").GetInt32(), claim.GetProperty("id").GetString()!,
                claim.GetProperty("verdict").GetString()!,
                [.. claim.GetProperty("measured").EnumerateArray().Select(one => one.ValueKind == JsonValueKind.Number
                    ? one.GetDouble() : double.NaN)])];
    }
}
