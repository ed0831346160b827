using Course.Data;
using Course.Generation;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Generation;

public sealed class LlamaTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public LlamaTests() => random.manual_seed(1);

    public void Dispose() => scope.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Stories260K_tells_its_known_story(bool usesCache)
    {
        string expected = File.ReadAllText(Known("expected-greedy.txt"));
        Llama model = Stories260K.LoadModel();
        ScoredPieces pieces = Stories260K.LoadPieces();

        int[] story = new TextGenerator(model) { UsesCache = usesCache }
            .Write([ScoredPieces.Start], 512, Sampling.Greedy, end: ScoredPieces.Start);

        Assert.Equal(expected.TrimEnd('\n'), pieces.Decode([ScoredPieces.Start, .. story]));
    }

    [Fact]
    public void Stories260K_has_its_sizes_and_pieces()
    {
        Known("expected-greedy.txt");
        Llama model = Stories260K.LoadModel();
        ScoredPieces pieces = Stories260K.LoadPieces();

        Assert.Equal(new LlamaSettings(512, 512, 64, 5, 8, 4, 172), model.Settings);
        Assert.Equal(260_032, model.ParameterCount);
        Assert.Equal(512, pieces.Count);
        foreach (string text in (string[])["Once upon a time", "Lily's mom said, \"Hello!\"", "", "été 中文 😀\n x", "  two  spaces "])
            Assert.Equal(text, pieces.Decode(pieces.Encode(text)));
    }

    [Fact]
    public void Its_weights_have_the_names_of_Hugging_Face()
    {
        string[] layers =
        [
            "input_layernorm (12)", "self_attn.q_proj (12, 12)", "self_attn.k_proj (6, 12)", "self_attn.v_proj (6, 12)",
            "self_attn.o_proj (12, 12)",
            "post_attention_layernorm (12)", "mlp.gate_proj (20, 12)", "mlp.up_proj (20, 12)", "mlp.down_proj (12, 20)",
        ];
        var model = new Llama(new LlamaSettings(11, 16, 12, 2, 2, 1, 20));

        Assert.Equal(
            Enumerable.Range(0, 2).SelectMany(n => layers.Select(layer => $"layers.{n}.{layer}"))
                .Concat(["embed_tokens (11, 12)", "norm (12)"])
                .Select(one => "model." + one.Replace(" (", ".weight (", StringComparison.Ordinal)).Order(),
            model.state_dict().Select(one => $"{one.Key} ({string.Join(", ", one.Value.shape)})").Order());
    }

    [Fact]
    public void The_norm_divides_by_the_root_of_the_mean_square()
    {
        using var frozen = no_grad();
        float[] normed = [.. new RmsNorm(4, 0).call(tensor((float[])[1, 2, 3, 4], 1, 4)).data<float>()];

        Assert.All(normed.Zip([1, 2, 3, 4]), pair => Assert.Equal(pair.Second / Math.Sqrt(7.5), pair.First, 1e-5));
    }

    [Fact]
    public void Turned_vectors_match_by_their_distance_alone()
    {
        var positions = new RotaryPositions(50, 8);
        Tensor q = randn(1, 1, 1, 8), k = randn(1, 1, 1, 8);
        float Match(long at, long with) =>
            (RotaryPositions.Turn(q, positions.At(at, 1, CPU)) * RotaryPositions.Turn(k, positions.At(with, 1, CPU))).sum().item<float>();

        Assert.Equal((q * k).sum().item<float>(), Match(0, 0), 1e-5);
        Assert.Equal(Match(7, 3), Match(44, 40), 1e-4);
        Assert.NotEqual(Match(7, 3), Match(7, 4), 1e-3);
        Assert.Equal(q.norm().item<float>(), RotaryPositions.Turn(q, positions.At(33, 1, CPU)).norm().item<float>(), 1e-5);
        Assert.Throws<ArgumentOutOfRangeException>(() => positions.At(49, 2, CPU));
    }

    [Fact]
    public void It_computes_the_formulas_of_the_papers()
    {
        using var frozen = no_grad();
        var settings = new LlamaSettings(11, 16, 12, 1, 3, 1, 20) { Spread = 0.4 };
        var model = new Llama(settings);
        Dictionary<string, Tensor> w = model.state_dict().ToDictionary(one => one.Key, one => one.Value.to(ScalarType.Float64));
        Tensor text = tensor((long[])[3, 7, 1, 10, 3], 1, 5);
        Tensor Of(string name) => w[$"model.layers.0.{name}.weight"];
        Tensor Norm(Tensor x) => x / ((x * x).mean([1], keepdim: true) + 1e-5).sqrt();
        Tensor Head(Tensor rows, int h) => rows.narrow(1, 4 * h, 4);
        Tensor Turn(Tensor rows) => stack([.. Enumerable.Range(0, 5).Select(t =>
        {
            double[] x = [.. rows[t].data<double>()], y = new double[4];
            for (int i = 0; i < 2; i++)
            {
                (double sin, double cos) = Math.SinCos(t * Math.Pow(10_000, -2.0 * i / 4));
                (y[i], y[i + 2]) = (x[i] * cos - x[i + 2] * sin, x[i + 2] * cos + x[i] * sin);
            }
            return tensor(y);
        })]);

        Tensor x = w["model.embed_tokens.weight"].index_select(0, text[0]), n = Norm(x);
        Tensor q = n.matmul(Of("self_attn.q_proj").T), v = n.matmul(Of("self_attn.v_proj").T);
        Tensor k = Turn(n.matmul(Of("self_attn.k_proj").T));
        Tensor future = ones(5, 5, dtype: ScalarType.Bool).triu(1);
        Tensor heads = cat([.. Enumerable.Range(0, 3).Select(h =>
            (Turn(Head(q, h)).matmul(k.T) / 2).masked_fill(future, double.NegativeInfinity).softmax(-1).matmul(v))], 1);
        x = x + heads.matmul(Of("self_attn.o_proj").T);
        n = Norm(x);
        Tensor gate = n.matmul(Of("mlp.gate_proj").T);
        x = x + (gate / (1 + (-gate).exp()) * n.matmul(Of("mlp.up_proj").T)).matmul(Of("mlp.down_proj").T);
        Tensor expected = Norm(x).matmul(w["model.embed_tokens.weight"].T);

        Assert.InRange((model.call(text)[0].to(ScalarType.Float64) - expected).abs().max().item<double>(), 0, 1e-4);
    }

    [Fact]
    public void A_broken_checkpoint_is_refused_in_one_line()
    {
        byte[] header = [.. ((int[])[12, 20, 1, 3, 1, 300, 16]).SelectMany(BitConverter.GetBytes)];
        void AssertRefused(byte[] file, string why) => Assert.Contains(
            why, Assert.Throws<DatasetCorruptException>(() => Stories260K.ReadModel(new MemoryStream(file), "x.bin")).Message,
            StringComparison.Ordinal);

        AssertRefused([], "shorter");
        AssertRefused(header, "shorter");
        AssertRefused([.. header, .. new byte[100_000]], "longer");
        AssertRefused([.. ((int[])[12, 20, 1, 3, 1, -300, 16]).SelectMany(BitConverter.GetBytes)], "its sizes");
        AssertRefused([.. ((int[])[12, 20, 1, 5, 1, 300, 16]).SelectMany(BitConverter.GetBytes)], "its sizes");
        Assert.Throws<DatasetCorruptException>(() => ScoredPieces.Read(new MemoryStream([1, 2, 3]), 300, "x.bin"));
    }

    /// <summary>A file beside the checkpoint in the mirror; the test is skipped where it is not.</summary>
    private static string Known(string name)
    {
        string? mirror = Environment.GetEnvironmentVariable(Datasets.MirrorVariable);
        string path = Path.Combine(mirror ?? "", "stories260K", name);
        Assert.SkipUnless(mirror is { Length: > 0 } && File.Exists(path),
            $"stories260K and its known story are not on this machine: {Datasets.MirrorVariable} names no folder with stories260K/{name}.");
        return path;
    }
}
