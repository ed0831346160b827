using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Text.Json;
using static TorchSharp.torch;

namespace Course.Nn.Safetensors;

/// <summary>
/// A file of tensors in Hugging Face's format safetensors (N. Patry, 2022): eight bytes with the length of the header, the header in JSON,
/// then the numbers, little-endian, tensor after tensor without a gap. Unlike a pickle of Python it holds no program, so that reading a
/// stranger's file runs none. Reading maps the file into memory: only the tensors that are asked for are loaded. Defined in lesson 13.
/// </summary>
public sealed class SafetensorsFile : IDisposable
{
    private const int LengthBytes = 8;
    private const int Piece = 1 << 26;              // numbers that are copied at once: a span counts its bytes in an int

    private readonly MemoryMappedFile map;
    private readonly MemoryMappedViewAccessor view;
    private readonly Dictionary<string, StoredTensor> tensors;
    private readonly string path;
    private readonly long dataStart;

    /// <summary>Opens a file and checks its header.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no valid safetensors file; the message says in one line why.</exception>
    public SafetensorsFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        this.path = path;
        Header = ReadHeader(stream, path, out dataStart);
        tensors = Header.Tensors.ToDictionary(tensor => tensor.Name);
        map = MemoryMappedFile.CreateFromFile(
            stream, mapName: null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }

    /// <summary>What the file holds.</summary>
    public SafetensorsHeader Header { get; }

    /// <summary>Whether the file has a tensor of that name.</summary>
    public bool Has(string name) => tensors.ContainsKey(name);

    /// <summary>What the header says of a tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">The file has no such tensor; the message names the closest.</exception>
    public StoredTensor this[string name] => tensors.TryGetValue(name, out StoredTensor? tensor)
        ? tensor : throw new ArgumentException(DidYouMean.For("tensor", name, tensors.Keys));

    /// <summary>Loads a tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>A new tensor in torch's own memory; the caller, or his dispose scope, disposes of it.</returns>
    /// <exception cref="ArgumentException">The file has no such tensor.</exception>
    /// <exception cref="InvalidDataException">A truth value of the tensor is neither 0 nor 1.</exception>
    public Tensor Read(string name)
    {
        StoredTensor stored = this[name];
        Tensor values = empty(stored.Shape, stored.Type);
        using Tensor row = values.reshape(-1);                                          // the same memory
        for (long from = 0; from < stored.Count; from += Piece)
        {
            using Tensor part = row.narrow(0, from, Math.Min(Piece, stored.Count - from));
            ulong start = (ulong)(dataStart + stored.Begin + from * StoredTypes.Size(stored.Type));
            view.SafeMemoryMappedViewHandle.ReadSpan(start, part.bytes);
            if (stored.Type == ScalarType.Bool && part.bytes.ContainsAnyExceptInRange((byte)0, (byte)1))
                throw SafetensorsHeader.Fault(path, "a truth value is neither 0 nor 1");
        }
        return values;
    }

    /// <summary>Unmaps the file. Tensors that were read stay.</summary>
    public void Dispose()
    {
        view.Dispose();
        map.Dispose();
    }

    /// <summary>Writes a file; it is replaced as a whole, so that a crash leaves the old one intact.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">The tensors and their names.</param>
    /// <param name="metadata">Texts to add; null for none.</param>
    /// <exception cref="ArgumentException">Two tensors have one name, or the format does not know the type of one.</exception>
    public static void Write(
        string path, IEnumerable<(string Name, Tensor Values)> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        // Large numbers first: so each tensor begins at a multiple of its numbers' size, which readers of other languages like.
        (string Name, Tensor Values)[] ordered = [.. tensors.OrderByDescending(tensor => StoredTypes.Size(tensor.Values.dtype))];
        byte[] header = WriteHeader(ordered, metadata);
        string unfinished = path + ".unfinished";
        using (FileStream stream = File.Create(unfinished))
        {
            var length = new byte[LengthBytes];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach ((_, Tensor values) in ordered)
            {
                using var scope = NewDisposeScope();
                Tensor row = values.detach().cpu().contiguous().reshape(-1);
                for (long from = 0; from < row.NumberOfElements; from += Piece)
                    stream.Write(row.narrow(0, from, Math.Min(Piece, row.NumberOfElements - from)).bytes);
            }
        }
        File.Move(unfinished, path, overwrite: true);
    }

    private static byte[] WriteHeader((string Name, Tensor Values)[] tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var entries = new Dictionary<string, object>();
        if (metadata is not null) entries[SafetensorsHeader.MetadataName] = metadata;
        long end = 0;
        foreach ((string name, Tensor values) in tensors)
        {
            string type = StoredTypes.Name(values.dtype)
                ?? throw new ArgumentException($"The format has no type for {values.dtype}, which {name} has.");
            long begin = end;
            end += values.NumberOfElements * StoredTypes.Size(values.dtype);
            var entry = new { dtype = type, values.shape, data_offsets = (long[])[begin, end] };
            if (name == SafetensorsHeader.MetadataName || !entries.TryAdd(name, entry)) throw new ArgumentException($"The name {name} is taken.");
        }
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(entries);
        byte[] padded = new byte[(json.Length + LengthBytes - 1) / LengthBytes * LengthBytes];      // so the data begin at a multiple of 8
        padded.AsSpan().Fill((byte)' ');
        json.CopyTo(padded, 0);
        return padded;
    }

    private static SafetensorsHeader ReadHeader(FileStream stream, string path, out long dataStart)
    {
        var start = new byte[LengthBytes];
        if (stream.ReadAtLeast(start, LengthBytes, throwOnEndOfStream: false) < LengthBytes)
            throw SafetensorsHeader.Fault(path, "it has fewer than 8 bytes");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(start);
        if (length > SafetensorsHeader.MostBytes)
            throw SafetensorsHeader.Fault(path, $"its header would have {length} bytes, more than {SafetensorsHeader.MostBytes}");
        if ((long)length > stream.Length - LengthBytes)
            throw SafetensorsHeader.Fault(path, $"its header would have {length} bytes, but only {stream.Length - LengthBytes} follow");
        var json = new byte[length];
        stream.ReadExactly(json);
        dataStart = LengthBytes + (long)length;
        return SafetensorsHeader.Parse(json, stream.Length - dataStart, path);
    }
}
