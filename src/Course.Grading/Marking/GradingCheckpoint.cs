using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Grading.Marking;

/// <summary>
/// Stores each mark as soon as it is known, in a file beside the coming report. An interrupted grading resumes from there with the same
/// seed, and skips submissions whose files have not changed. Every line is signed with the user's own key: a file of this name that
/// somebody else has put there counts for nothing, and is replaced.
/// </summary>
public sealed class GradingCheckpoint : IDisposable
{
    private const long LargestFile = 256 << 20;

    private readonly Lock turn = new();
    private readonly Dictionary<(string Path, string Hash), SubmissionMark> known = [];
    private readonly string path;
    private readonly byte[] key;
    private string head = "";
    private StreamWriter? file;

    private GradingCheckpoint(string path, byte[] key) => (this.path, this.key) = (path, key);

    /// <summary>Whether there is a file in its place that this user has not written here. It will be replaced.</summary>
    public bool IsForeign { get; private set; }

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
    public static GradingCheckpoint Open(string report) => Open(report, CheckpointKey.OfUser());

    /// <summary>Opens the checkpoint of a report, signed with a given key.</summary>
    internal static GradingCheckpoint Open(string report, byte[] key)
    {
        var checkpoint = new GradingCheckpoint(report + ".partial", key);
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
            if (Seed is null)
                File.Delete(path);
            // A new one is created, never opened: a link of this name would lead elsewhere.
            var stream = new FileStream(path, Seed is null ? FileMode.CreateNew : FileMode.Append, FileAccess.Write, FileShare.Read);
            file = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
            if (Seed is not null)
                return;
            string first = JsonSerializer.Serialize(new CheckpointHead(date, seed, sandbox), CheckpointJson.Default.CheckpointHead);
            file.WriteLine(Signed(first));
            head = first;
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
            file?.WriteLine(Signed(JsonSerializer.Serialize(mark, CheckpointJson.Default.SubmissionMark)));
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
            // A named pipe has no length, and would never come to an end.
            var found = new FileInfo(path);
            IsForeign = found.LinkTarget is not null || found.Length is 0 or > LargestFile;
            if (IsForeign)
                return;
            string[] lines = File.ReadAllLines(path);
            IsForeign = Verified(lines[0]) is not { } first || !ReadHead(first);
            foreach (string line in IsForeign ? [] : lines[1..])
            {
                // The last line may have been truncated.
                if (Verified(line) is { } json
                    && JsonSerializer.Deserialize(json, CheckpointJson.Default.SubmissionMark) is { Hash: { } hash } mark)
                    known[(mark.Path, hash)] = mark;
            }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new GradingException($"{path} cannot be read; delete it to grade anew.", e);
        }
    }

    private bool ReadHead(string json)
    {
        if (JsonSerializer.Deserialize(json, CheckpointJson.Default.CheckpointHead) is not { } read)
            return false;
        (Begun, Seed, Sandbox) = (read.Date, read.Seed, read.Sandbox);
        head = json;
        return true;
    }

    /// <summary>The signature covers the first line too, so that a mark counts in its own grading only.</summary>
    private string Signed(string json) => $"{SignatureOf(json)} {json}";

    private string? Verified(string line)
    {
        int blank = line.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0)
            return null;
        string json = line[(blank + 1)..];
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(line[..blank]), Encoding.UTF8.GetBytes(SignatureOf(json)))
            ? json
            : null;
    }

    private string SignatureOf(string json) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{head}\n{json}")));
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
