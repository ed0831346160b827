using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Course.Nn.Safetensors;
using static TorchSharp.torch;

namespace Course.Hub.Models;

/// <summary>
/// Writes weights into one file, or into several with an index, under the names that Transformers gives them. Defined in lesson 17.
/// </summary>
internal static partial class ShardWriter
{
    /// <summary>Whether a file is one of those that hold a model's weights.</summary>
    internal static bool IsOfModel(string path) => OfModel().IsMatch(path);

    /// <summary>Writes the files.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="weights">The tensors in their order.</param>
    /// <param name="format">The library whose habits they follow, for the header: pt or tf.</param>
    /// <param name="shardBytes">The most bytes of weights in one file.</param>
    internal static void Write(string folder, (string Name, Tensor Values)[] weights, string format, long shardBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shardBytes, 1);
        foreach (string old in Directory.EnumerateFiles(folder).Where(path => IsOfModel(Path.GetFileName(path)))) File.Delete(old);
        var metadata = new Dictionary<string, string> { ["format"] = format };
        List<(string Name, Tensor Values)>[] shards = [.. Split(weights, shardBytes)];
        if (shards.Length <= 1)
        {
            SafetensorsFile.Write(Path.Combine(folder, WeightFiles.FileName), weights, metadata);
            return;
        }
        var map = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (int n = 0; n < shards.Length; n++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"model-{n + 1:00000}-of-{shards.Length:00000}.safetensors");
            SafetensorsFile.Write(Path.Combine(folder, name), shards[n], metadata);
            foreach ((string tensor, _) in shards[n]) map[tensor] = name;
        }
        var index = new { metadata = new { total_size = weights.Sum(one => Bytes(one.Values)) }, weight_map = map };
        File.WriteAllText(Path.Combine(folder, WeightFiles.IndexName), JsonSerializer.Serialize(index, HubJson.Readable) + "\n");
    }

    private static IEnumerable<List<(string Name, Tensor Values)>> Split((string Name, Tensor Values)[] weights, long shardBytes)
    {
        List<(string, Tensor)> shard = [];
        long bytes = 0;
        foreach ((string name, Tensor values) in weights)
        {
            if (shard.Count > 0 && bytes + Bytes(values) > shardBytes)
            {
                yield return shard;
                (shard, bytes) = ([], 0);
            }
            shard.Add((name, values));
            bytes += Bytes(values);
        }
        yield return shard;
    }

    private static long Bytes(Tensor values) => values.numel() * values.element_size();

    [GeneratedRegex(@"\Amodel(-\d{5}-of-\d{5})?\.safetensors(\.index\.json)?\z")]
    private static partial Regex OfModel();
}
