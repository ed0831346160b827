using System.Text.RegularExpressions;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Module = TorchSharp.torch.nn.Module;

namespace Course.Hub.Models;

/// <summary>Which library's habits a file of weights follows. Defined in lesson 17.</summary>
public enum WeightLayout
{
    /// <summary>Linear layers as (outputs, inputs), kernels as (out, in, height, width), channels first.</summary>
    PyTorch,

    /// <summary>Linear layers as (inputs, outputs), kernels as (height, width, in, out), channels last.</summary>
    TensorFlow,
}

/// <summary>
/// The bridge of September 2019 between PyTorch and TensorFlow, which gave the library its name Transformers: other names, and the same
/// numbers in another order. The names follow Transformers' modeling_tf_pytorch_utils. Defined in lesson 17.
/// </summary>
internal static partial class TensorFlowLayout
{
    private const string Kernel = "kernel";

    /// <summary>PyTorch's name: <c>encoder/layer_._0/query/kernel:0</c> → <c>encoder.layer.0.query.weight</c>.</summary>
    internal static string ToPyTorch(string name)
    {
        string[] parts = Device().Replace(name, "").Replace("_._", "/", StringComparison.Ordinal)
            .Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return name;
        parts[^1] = parts[^1] switch
        {
            Kernel or "gamma" or "embeddings" => "weight",
            "beta" => "bias",
            "moving_mean" => "running_mean",
            "moving_variance" => "running_var",
            var other => other,
        };
        return string.Join('.', parts);
    }

    /// <summary>Whether PyTorch has the tensor's dimensions in another order.</summary>
    internal static bool IsTurned(string name) => Device().Replace(name, "").Split('/')[^1] == Kernel;

    /// <summary>(inputs, outputs) → (outputs, inputs); (height, width, in, out) → (out, in, height, width).</summary>
    internal static long[] OrderToPyTorch(int rank) => rank switch
    {
        2 => [1, 0],
        3 => [2, 1, 0],
        4 => [3, 2, 0, 1],
        _ => [.. Enumerable.Range(0, rank)],
    };

    /// <summary>The weights of a model as TensorFlow has them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="weights">Its weights by PyTorch's names.</param>
    /// <param name="flattened">The weights that read maps as one row, and the maps' (C, H, W).</param>
    internal static IEnumerable<(string Name, Tensor Values)> FromPyTorch(
        object model, IReadOnlyDictionary<string, Tensor> weights, IReadOnlyDictionary<string, long[]> flattened)
    {
        Dictionary<string, Module> layers =
            model is Module module ? module.named_modules().ToDictionary(one => one.name, one => one.module) : [];
        foreach ((string name, Tensor values) in weights)
        {
            int dot = name.LastIndexOf('.');
            (string path, string last) = dot < 0 ? ("", name) : (name[..dot], name[(dot + 1)..]);
            Module? layer = layers.GetValueOrDefault(path);
            bool turned = last == "weight" && (layer is Linear or Conv2d || (model is not Module && values.dim() == 2));
            string renamed = (layer, last) switch
            {
                (_, "weight") when turned => Kernel,
                (LayerNorm or GroupNorm, "weight") => "gamma",
                (LayerNorm or GroupNorm, "bias") => "beta",
                (Embedding, "weight") => "embeddings",
                _ => last,
            };
            Tensor turnedBack = flattened.TryGetValue(name, out long[]? map) ? ChannelsLast(values, map) : values;
            if (turned) turnedBack = turnedBack.permute(Inverse(OrderToPyTorch((int)values.dim())));
            yield return (Scope(path, renamed), turnedBack);
        }
    }

    /// <summary>The columns for a row (H, W, C) in the order of a row (C, H, W).</summary>
    /// <param name="weight">(outputs, H W C).</param>
    /// <param name="map">C, H, W.</param>
    internal static Tensor ChannelsFirst(Tensor weight, long[] map) =>
        weight.reshape(weight.shape[0], map[1], map[2], map[0]).permute(0, 3, 1, 2).reshape(weight.shape);

    private static Tensor ChannelsLast(Tensor weight, long[] map) =>
        weight.reshape([weight.shape[0], .. map]).permute(0, 2, 3, 1).reshape(weight.shape);

    private static long[] Inverse(long[] order) => [.. Enumerable.Range(0, order.Length).Select(n => (long)Array.IndexOf(order, n))];

    /// <summary><c>encoder.layer.0.query</c> and <c>kernel</c> → <c>encoder/layer_._0/query/kernel:0</c>.</summary>
    private static string Scope(string path, string last) =>
        (path.Length == 0 ? "" : Numbered().Replace(path.Replace('.', '/'), "_._$1") + "/") + last + ":0";

    [GeneratedRegex(@":\d+\z")]
    private static partial Regex Device();

    [GeneratedRegex(@"/(\d+)(?=/|\z)")]
    private static partial Regex Numbered();
}
