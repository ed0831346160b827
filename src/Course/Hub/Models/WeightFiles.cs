using System.Text.Json;
using System.Text.RegularExpressions;
using Course.Nn.Safetensors;
using static TorchSharp.torch;

namespace Course.Hub.Models;

/// <summary>
/// The weights of a model folder: model.safetensors, or several such files with an index that says which tensor lies in which. They are
/// mapped into memory, so a tensor is read when it is asked for. Names and shapes are PyTorch's, whichever library wrote the files. Pickles
/// are refused: reading one may run any program. Defined in lesson 17.
/// </summary>
public sealed partial class WeightFiles : IDisposable
{
    /// <summary>The only file of a small model.</summary>
    public const string FileName = "model.safetensors";

    /// <summary>The index of a large one.</summary>
    public const string IndexName = FileName + ".index.json";

    private const long MostIndexBytes = 100_000_000;
    private const int MostShards = 1_000;

    // What may be in the place of safetensors; the first four are pickles of Python, which are programs.
    private static readonly string[] refused =
        [".bin", ".pt", ".pth", ".pkl", ".ckpt", ".h5", ".keras", ".msgpack", ".npz", ".onnx", ".gguf", ".joblib"];

    private readonly List<SafetensorsFile> files = [];
    private readonly Dictionary<string, (SafetensorsFile File, string Name)> places = [];

    private WeightFiles(string folder) => Folder = folder;

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Which library's habits the files follow, by what their headers say.</summary>
    public WeightLayout Layout { get; private set; }

    /// <summary>The names of all tensors, as PyTorch has them.</summary>
    public IReadOnlyCollection<string> Names => places.Keys;

    /// <summary>The number of numbers in all tensors.</summary>
    public long Count => places.Values.Sum(place => place.File[place.Name].Count);

    /// <summary>Opens the files of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="EntryNotFoundException">There are none.</exception>
    /// <exception cref="HubFileException">They are malformed, lead out of the folder, or are no safetensors.</exception>
    public static WeightFiles Open(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var weights = new WeightFiles(folder);
        try
        {
            string single = Path.Combine(folder, FileName), index = Path.Combine(folder, IndexName);
            if (File.Exists(single)) weights.Add(single, null);
            else if (File.Exists(index)) weights.AddShards(index);
            else throw Absent(folder);
            return weights;
        }
        catch (InvalidDataException error)
        {
            weights.Dispose();
            throw new HubFileException(error.Message, error);
        }
        catch
        {
            weights.Dispose();
            throw;
        }
    }

    /// <summary>The shape of a tensor as PyTorch has it, or null if there is no tensor of that name.</summary>
    /// <param name="name">The tensor's name.</param>
    public long[]? ShapeOf(string name)
    {
        if (!places.TryGetValue(name, out var place)) return null;
        long[] shape = place.File[place.Name].Shape;
        return IsTurned(place.Name) ? [.. TensorFlowLayout.OrderToPyTorch(shape.Length).Select(n => shape[n])] : shape;
    }

    /// <summary>Loads a tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="flattened">The maps' (C, H, W), if the weight reads maps as one row; null else.</param>
    /// <returns>A new tensor, its dimensions in PyTorch's order.</returns>
    /// <exception cref="EntryNotFoundException">There is no such tensor.</exception>
    /// <exception cref="HubFileException">Its bytes are wrong.</exception>
    public Tensor Read(string name, long[]? flattened = null)
    {
        if (!places.TryGetValue(name, out var place)) throw new EntryNotFoundException($"{Folder} has no tensor {name}.");
        try
        {
            Tensor values = place.File.Read(place.Name);
            if (IsTurned(place.Name)) values = values.permute(TensorFlowLayout.OrderToPyTorch((int)values.dim()));
            return flattened is not null && Layout == WeightLayout.TensorFlow ? TensorFlowLayout.ChannelsFirst(values, flattened) : values;
        }
        catch (InvalidDataException error)
        {
            throw new HubFileException(error.Message, error);
        }
    }

    /// <summary>Unmaps the files. Tensors that were read stay.</summary>
    public void Dispose()
    {
        foreach (SafetensorsFile file in files) file.Dispose();
    }

    private static HubException Absent(string folder)
    {
        if (!Directory.Exists(folder)) return new EntryNotFoundException($"There is no folder {folder}.");
        string? other = Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)
            .FirstOrDefault(name => refused.Contains(Path.GetExtension(name).ToLowerInvariant()));
        if (other is null) return new EntryNotFoundException($"{folder} has neither {FileName} nor {IndexName}.");
        int kind = Array.IndexOf(refused, Path.GetExtension(other).ToLowerInvariant());
        return new HubFileException(kind < 5 || other.EndsWith("joblib", StringComparison.OrdinalIgnoreCase)
            ? $"{folder} has its weights in {other}, a pickle: reading it may run any program, so only {FileName} is read."
            : $"{folder} has its weights in {other}, and only {FileName} is read.");
    }

    private bool IsTurned(string stored) => Layout == WeightLayout.TensorFlow && TensorFlowLayout.IsTurned(stored);

    private void AddShards(string index)
    {
        using JsonDocument json = HubJson.Read(index, MostIndexBytes);
        if (!json.RootElement.Has("weight_map", out JsonElement map) || map.ValueKind != JsonValueKind.Object) throw Fault(index, "it has no object weight_map");
        var shards = new Dictionary<string, HashSet<string>>();
        foreach ((string tensor, JsonElement file) in map.Members(index))
        {
            string shard = file.ValueKind == JsonValueKind.String ? map.Text(tensor) ?? "" : "";
            if (!Shard().IsMatch(shard)) throw Fault(index, $"'{shard}' is not the name of a safetensors file beside it");
            if (!shards.TryGetValue(shard, out HashSet<string>? held)) shards[shard] = held = [];
            held.Add(tensor);
            if (shards.Count > MostShards) throw Fault(index, $"it names more than {MostShards} files");
        }
        if (shards.Count == 0) throw Fault(index, "it names no tensor");
        foreach ((string shard, HashSet<string> held) in shards.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            string path = Path.Combine(Folder, shard);
            if (!File.Exists(path)) throw Fault(index, $"there is no {shard}");
            Add(path, held);
        }
    }

    /// <summary>Opens a file; only the tensors that the index says lie in it are taken, and those must be there.</summary>
    private void Add(string path, HashSet<string>? held)
    {
        HubJson.RefusePointer(path);
        var file = new SafetensorsFile(path);
        files.Add(file);
        WeightLayout layout = file.Header.Metadata.GetValueOrDefault("format") == "tf" ? WeightLayout.TensorFlow : WeightLayout.PyTorch;
        if (files.Count > 1 && layout != Layout) throw Fault(path, "another of the model's files follows another library");
        Layout = layout;
        if (held?.FirstOrDefault(name => !file.Has(name)) is { } missing) throw Fault(path, $"it has no {missing}, which the index looks for here");
        foreach (StoredTensor tensor in file.Header.Tensors.Where(tensor => held is null || held.Contains(tensor.Name)))
        {
            string name = Layout == WeightLayout.TensorFlow ? TensorFlowLayout.ToPyTorch(tensor.Name) : tensor.Name;
            if (!places.TryAdd(name, (file, tensor.Name))) throw Fault(path, $"two of its tensors are {name}");
        }
    }

    private static HubFileException Fault(string path, string fault) => new($"{path} can't be read: {fault}.");

    // No folder, no drive, no way up: a plain name.
    [GeneratedRegex(@"\A[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,200})\.safetensors\z")]
    private static partial Regex Shard();
}
