using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Memory;

namespace Course.Hub.Streaming;

/// <summary>
/// Rows in a file of Apache Arrow's streaming format (https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format), which
/// Datasets uses too, with its name: <c>cache-FINGERPRINT.arrow</c>. Beside it, <c>cache-FINGERPRINT.json</c> notes how many rows it has,
/// how long it is and its SHA-256: the format itself cannot tell a file cut between two batches from a whole one.
/// </summary>
/// <param name="folder">Where the two files lie.</param>
/// <param name="fingerprint">Names the rows.</param>
/// <param name="description">What the rows are, for people.</param>
/// <param name="columns">How a row is written.</param>
/// <param name="source">Computes the rows.</param>
/// <param name="say">Receives one line when a file is refused.</param>
/// <typeparam name="T">A row.</typeparam>
internal sealed class ArrowCache<T>(string folder, string fingerprint, string description, ArrowRows<T> columns,
    Func<IEnumerable<T>> source, Action<string>? say)
{
    private const int RowsOfBatch = 1000;                   // as Datasets writes them
    private const int LongestSummary = 1 << 16;

    private static readonly JsonSerializerOptions indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private readonly string file = Path.Combine(folder, $"cache-{fingerprint}.arrow");
    private readonly string summary = Path.Combine(folder, $"cache-{fingerprint}.json");
    private readonly Schema schema = columns.Schema(fingerprint);

    /// <summary>The rows, from the file if it is here and sound; otherwise the file is made first.</summary>
    internal IEnumerable<T> Read()
    {
        if (!File.Exists(file)) Make();
        else if (Fault() is { } fault)
        {
            say?.Invoke($"{Path.GetFileName(file)} is refused and made again: {fault}.");
            Make();
        }

        foreach (T row in Rows()) yield return row;
    }

    /// <summary>Why the file cannot be used; null if it can.</summary>
    private string? Fault()
    {
        try
        {
            if (!File.Exists(summary) || new FileInfo(summary).Length > LongestSummary) return "nothing tells what it should hold";
            var noted = JsonSerializer.Deserialize<Summary>(File.ReadAllBytes(summary), indented);
            using FileStream stream = File.OpenRead(file);
            if (noted is null || noted.Fingerprint != fingerprint) return "its summary is that of other rows";
            if (noted.Bytes != stream.Length) return $"it has {stream.Length:N0} bytes, not {noted.Bytes:N0}";
            if (noted.Sha256 != Convert.ToHexStringLower(SHA256.HashData(stream))) return "its SHA-256 is not that of the file once made";

            // Whoever can write the file can write its summary too. So what Arrow's reader gets begins with the schema expected, and each
            // row is read once before one goes out.
            byte[] expected = ArrowRows<T>.Beginning(schema), beginning = new byte[expected.Length];
            stream.Position = 0;
            stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
            if (!expected.AsSpan().SequenceEqual(beginning)) return "its columns are others";
            long rows = Rows().LongCount();
            return rows == noted.Rows ? null : $"it has {rows:N0} rows, not {noted.Rows:N0}";
        }
        catch (Exception error)                             // Arrow's reader promises no types of errors for a damaged file
        {
            return $"it cannot be read ({error.GetType().Name})";
        }
    }

    private IEnumerable<T> Rows()
    {
        using FileStream stream = File.OpenRead(file);
        using var reader = new ArrowStreamReader(stream, new BoundedMemory(stream.Length), leaveOpen: true);
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            using (batch)
            {
                foreach (T row in columns.Read(batch)) yield return row;
            }
        }
    }

    /// <summary>Writes both files; each appears whole or not at all.</summary>
    private void Make()
    {
        Directory.CreateDirectory(folder);
        string part = $"{file}.{Guid.NewGuid():N}.incomplete";
        try
        {
            long rows = 0;
            using (FileStream stream = File.Create(part))
            using (var writer = new ArrowStreamWriter(stream, schema, leaveOpen: true))
            {
                writer.WriteStart();
                foreach (T[] some in source().Chunk(RowsOfBatch))
                {
                    using RecordBatch batch = columns.Write(schema, some);
                    writer.WriteRecordBatch(batch);
                    rows += some.Length;
                }

                writer.WriteEnd();
            }

            Summary noted;
            using (FileStream stream = File.OpenRead(part))
                noted = new(fingerprint, description, rows, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
            File.Move(part, file, overwrite: true);
            File.WriteAllBytes(part, JsonSerializer.SerializeToUtf8Bytes(noted, indented));
            File.Move(part, summary, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private sealed record Summary(string Fingerprint, string Description, long Rows, long Bytes, string Sha256);

    /// <summary>Gives Arrow's reader managed memory, whose bounds are checked, and never more at once than the file is long.</summary>
    private sealed class BoundedMemory(long most) : MemoryAllocator
    {
        protected override IMemoryOwner<byte> AllocateInternal(int length, out int bytesAllocated)
        {
            if (length > most) throw new InvalidDataException("A part of the file is longer than the file.");
            bytesAllocated = length;
            return MemoryPool<byte>.Shared.Rent(length);
        }
    }
}
