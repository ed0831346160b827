using System.Text.Json;
using Course.TestTools;
using Course.Transformers;
using static TorchSharp.torch;

namespace Course.Tests.Transformers;

/// <summary>A Transformer that PyTorch assembled from its own parts: <c>Fixtures/make_transformer.py</c> made the file.</summary>
public class FixtureTests
{
    private static readonly string path =
        Path.Combine(RepositoryRoot.Path, "tests", "Course.Tests", "Transformers", "Fixtures", "transformer.json");

    [Fact]
    public void The_whole_model_answers_as_PyTorch_s_own_parts_do()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Dictionary<string, float[]> file = JsonSerializer.Deserialize<Dictionary<string, float[]>>(File.ReadAllText(path))!;
        using var model = new Transformer(new(11, 2, new BlockShape(8, 2, 12)) { LongestSequence = 16 });
        model.eval();
        Set(model.Embedding, file["embedding"]);
        for (int n = 0; n < 2; n++)
        {
            Set(model.Encoder[n], file, $"encoder.layers.{n}.", ["norm1", "norm2"]);
            Set(model.Decoder[n], file, $"decoder.layers.{n}.", ["norm1", "norm2", "norm3"]);
        }

        Tensor logits = model.call(Tokens(file["source"]), Tokens(file["target"]));

        // Padding of the target is written over, but never looked at by a token before it.
        AttentionTests.AssertEqual(logits, [[.. file["logits"].Select(one => (double)one)]], 1e-4);
    }

    private static Tensor Tokens(float[] numbers) => tensor(numbers).reshape(3, -1).to(int64);

    private static void Set(TransformerBlock block, Dictionary<string, float[]> file, string prefix, string[] norms)
    {
        Set(block.SelfAttention, file, prefix + "self_attn.");
        if (block.CrossAttention is not null) Set(block.CrossAttention, file, prefix + "multihead_attn.");
        var ours = block.named_parameters().ToDictionary(one => one.name, one => one.parameter);
        string[] names = norms.Length == 2 ? ["selfNorm", "forwardNorm"] : ["selfNorm", "crossNorm", "forwardNorm"];
        foreach ((string name, string theirs) in names.Zip(norms).Append(("inner", "linear1")).Append(("outer", "linear2")))
        {
            foreach (string part in (string[])[".weight", ".bias"]) Set(ours[name + part], file[prefix + theirs + part]);
        }
    }

    private static void Set(MultiHeadAttention attention, Dictionary<string, float[]> file, string prefix)
    {
        int width = (int)attention.WQ.weight!.shape[0];
        float[][] weights = [.. file[prefix + "in_proj_weight"].Chunk(width * width)];
        float[][] biases = [.. file[prefix + "in_proj_bias"].Chunk(width)];
        foreach (var (n, layer) in new[] { attention.WQ, attention.WK, attention.WV }.Index())
        {
            Set(layer.weight!, weights[n]);
            Set(layer.bias!, biases[n]);
        }
        Set(attention.WO.weight!, file[prefix + "out_proj.weight"]);
        Set(attention.WO.bias!, file[prefix + "out_proj.bias"]);
    }

    private static void Set(Tensor ours, float[] values) => ours.copy_(tensor(values).reshape(ours.shape));
}
