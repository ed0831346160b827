using System.Text.Json;

namespace Course.Notebooks.Results;

/// <summary>The report of one `course run`, as it is written to a file.</summary>
public sealed record RunReport
{
    /// <summary>When the run began.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The commit of the run, with <c>-dirty</c> if files had been changed; null if unknown.</summary>
    public string? Commit { get; init; }

    /// <summary>The outcome of each notebook.</summary>
    public required IReadOnlyList<NotebookReport> Notebooks { get; init; }

    /// <summary>Saves the report as JSON, replacing the file in one step.</summary>
    /// <param name="path">The file; missing folders are created.</param>
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
    /// <exception cref="InvalidDataException">The file does not contain a report.</exception>
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
