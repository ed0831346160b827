using System.Text.Json;

namespace Course.Notebooks.Results;

/// <summary>What one `course run` did, as it is written to a file.</summary>
public sealed record RunReport
{
    /// <summary>When the run began.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The commit it ran on, with <c>-dirty</c> where files had been changed; null where it is not known.</summary>
    public string? Commit { get; init; }

    /// <summary>How each notebook went.</summary>
    public required IReadOnlyList<NotebookReport> Notebooks { get; init; }

    /// <summary>Saves the report as JSON, replacing the file in one step.</summary>
    /// <param name="path">The file; folders that are missing are made.</param>
    public void Save(string path)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string draft = $"{full}.{Guid.NewGuid():N}";
        try
        {
            using (FileStream file = File.Create(draft))
            {
                JsonSerializer.Serialize(file, this, RunJson.Indented.RunReport);
                file.WriteByte((byte)'\n');
            }

            File.Move(draft, full, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Reads a report.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The report.</returns>
    /// <exception cref="InvalidDataException">The file holds no report.</exception>
    public static RunReport Load(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return JsonSerializer.Deserialize(file, RunJson.Default.RunReport)!;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is not the report of a run; delete it and run the lesson again.", e);
        }
    }
}
