using System.Text.Json;
using System.Text.Json.Serialization;
using Course.Data;

namespace Course;

/// <summary>The measurements that are kept with the sources, in <c>docs/results</c> of the repository.</summary>
internal static class KeptResults
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Each measured claim once, from its latest run; none outside a clone of the repository.</summary>
    internal static IReadOnlyDictionary<string, Measurement> Read() =>
        DatasetStore.Repository() is { } root ? Read(Path.Combine(root, "docs", "results")) : Read(null);

    /// <summary>The measurements in a folder; none if it does not exist.</summary>
    internal static IReadOnlyDictionary<string, Measurement> Read(string? folder)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        return files.Select(Load).OrderBy(run => run.Date)
            .SelectMany(run => run.Notebooks).SelectMany(notebook => notebook.Claims)
            .GroupBy(claim => claim.Id).ToDictionary(runs => runs.Key, runs => runs.Last());
    }

    private static Run Load(string path)
    {
        using FileStream file = File.OpenRead(path);
        return JsonSerializer.Deserialize<Run>(file, json)!;
    }

    /// <summary>What one run measured for one claim.</summary>
    internal sealed record Measurement(string Id, double[] Measured, string? Note);

    private sealed record Run(DateTimeOffset Date, Notebook[] Notebooks);

    private sealed record Notebook(Measurement[] Claims);
}
