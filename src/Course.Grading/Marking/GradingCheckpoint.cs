using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Grading.Marking;

/// <summary>
/// Stores each mark as soon as it is known, in a file beside the coming report. An interrupted grading resumes from there with the same
/// seed, and skips submissions whose files have not changed.
/// </summary>
public sealed class GradingCheckpoint : IDisposable
{
    private readonly Lock turn = new();
    private readonly Dictionary<(string Path, string Hash), SubmissionMark> known = [];
    private readonly string path;
    private StreamWriter? file;

    private GradingCheckpoint(string path) => this.path = path;

    /// <summary>When the grading started; null for a new one.</summary>
    public DateTimeOffset? Begun { get; private set; }

    /// <summary>Its seed; null for a new one.</summary>
    public long? Seed { get; private set; }

    /// <summary>The number of marks it holds.</summary>
    public int Count => known.Count;

    private string? Sandbox { get; set; }

    /// <summary>Opens the checkpoint of a report.</summary>
    /// <param name="report">The report's file.</param>
    /// <exception cref="GradingException">There is one, but it cannot be read.</exception>
    public static GradingCheckpoint Open(string report)
    {
        var checkpoint = new GradingCheckpoint(report + ".partial");
        if (File.Exists(checkpoint.path))
            checkpoint.Read();
        return checkpoint;
    }

    /// <summary>Starts writing.</summary>
    /// <param name="seed">The seed of this grading.</param>
    /// <param name="sandbox">The sandbox in which the submissions run.</param>
    /// <param name="date">When the grading started.</param>
    /// <exception cref="GradingException">The checkpoint belongs to another grading, or cannot be written.</exception>
    public void Begin(long seed, string sandbox, DateTimeOffset date)
    {
        if (Seed is { } earlier && (earlier != seed || Sandbox != sandbox))
            throw new GradingException(
                $"{path} is left over from a grading with another seed or sandbox: repeat it as it was (--seed {earlier}), or delete the "
                + "file.");
        try
        {
            file = new StreamWriter(path, append: true, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
            if (Seed is null)
                file.WriteLine(JsonSerializer.Serialize(new CheckpointHead(date, seed, sandbox), CheckpointJson.Default.CheckpointHead));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GradingException($"{path} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>The mark of a file that has already been graded, or null.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hash">The SHA-256 of its current content.</param>
    public SubmissionMark? Find(string path, string hash) => known.GetValueOrDefault((path, hash));

    /// <summary>Stores a mark.</summary>
    /// <param name="mark">The mark.</param>
    public void Keep(SubmissionMark mark)
    {
        lock (turn)
            file?.WriteLine(JsonSerializer.Serialize(mark, CheckpointJson.Default.SubmissionMark));
    }

    /// <summary>Deletes the checkpoint once the report has been written.</summary>
    public void Delete()
    {
        Dispose();
        File.Delete(path);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        file?.Dispose();
        file = null;
    }

    private void Read()
    {
        try
        {
            string[] lines = File.ReadAllLines(path);
            if (lines.Length == 0 || JsonSerializer.Deserialize(lines[0], CheckpointJson.Default.CheckpointHead) is not { } head)
                return;
            (Begun, Seed, Sandbox) = (head.Date, head.Seed, head.Sandbox);
            foreach (string line in lines[1..])
            {
                if (ReadMark(line) is { Hash: { } hash } mark)
                    known[(mark.Path, hash)] = mark;
            }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new GradingException($"{path} cannot be read; delete it to grade anew.", e);
        }
    }

    /// <summary>Reads a mark; the last line may have been truncated.</summary>
    private static SubmissionMark? ReadMark(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CheckpointJson.Default.SubmissionMark);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The first line of a checkpoint: what must be the same to resume a grading.</summary>
/// <param name="Date">When the grading started.</param>
/// <param name="Seed">The seed of the hidden cases.</param>
/// <param name="Sandbox">The sandbox in which the submissions run.</param>
internal sealed record CheckpointHead(DateTimeOffset Date, long Seed, string Sandbox);

/// <summary>Serializers for checkpoints: one record per line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckpointHead))]
[JsonSerializable(typeof(SubmissionMark))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
