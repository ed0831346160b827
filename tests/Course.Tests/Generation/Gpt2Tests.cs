using Course.Generation;
using Course.Nn.Safetensors;
using Course.TestTools;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Generation;

public sealed class Gpt2Tests : IDisposable
{
    private static readonly string fixtures = Path.Combine(RepositoryRoot.Path, "tests", "Course.Tests", "Generation", "Fixtures");

    private readonly DisposeScope scope = NewDisposeScope();
    private readonly string folder = Directory.CreateTempSubdirectory("course-gpt2").FullName;

    public Gpt2Tests() => random.manual_seed(1);

    public static TheoryData<string, long> Sizes => new()
    {
        { nameof(Gpt2Settings.Small), 124_439_808 },
        { nameof(Gpt2Settings.Medium), 354_823_168 },
        { nameof(Gpt2Settings.Large), 774_030_080 },
        { nameof(Gpt2Settings.Xl), 1_557_611_200 },
    };

    public void Dispose()
    {
        scope.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_four_models_have_the_weights_of_the_published_checkpoints(string size, long count)
    {
        var settings = (Gpt2Settings)typeof(Gpt2Settings).GetProperty(size)!.GetValue(null)!;
        var gpt = new Gpt2(settings, device(DeviceType.META));

        Assert.Equal(count, gpt.ParameterCount);
        Assert.Equal(count, settings.ParameterCount);
        Assert.All(gpt.parameters(), weight => Assert.Equal(DeviceType.META, weight.device_type));
    }

    [Fact]
    public void Its_weights_have_the_published_names_and_shapes()
    {
        var gpt = new Gpt2(Gpt2Settings.Small, device(DeviceType.META));

        string[] layers =
        [
            "ln_1 (768) (768)", "attn.c_attn (768, 2304) (2304)", "attn.c_proj (768, 768) (768)",
            "ln_2 (768) (768)", "mlp.c_fc (768, 3072) (3072)", "mlp.c_proj (3072, 768) (768)",
        ];
        IEnumerable<string> named = Enumerable.Range(0, 12).SelectMany(n => layers.Select(layer => $"h.{n}.{layer}"))
            .Append("ln_f (768) (768)").Select(layer => layer.Split(" ("))
            .SelectMany(parts => (string[])[$"{parts[0]}.weight ({parts[1]}", $"{parts[0]}.bias ({parts[2]}"]);
        Assert.Equal(named.Concat(["wte.weight (50257, 768)", "wpe.weight (1024, 768)"]).Select(one => "transformer." + one).Order(),
            gpt.state_dict().Select(one => $"{one.Key} ({string.Join(", ", one.Value.shape)})").Order());
    }

    [Fact]
    public void It_answers_as_PyTorch_s_own_parts_do()
    {
        using var frozen = no_grad();
        using var answers = new SafetensorsFile(Path.Combine(fixtures, "gpt2-answers.safetensors"));
        Gpt2 gpt = Gpt2.Load(Path.Combine(fixtures, "gpt2"));
        gpt.eval();
        Tensor text = answers.Read("text");

        AssertEqual(answers.Read("logits"), gpt.call(text), 1e-4);
        AssertEqual(answers.Read("loss").reshape(1), gpt.Loss(text).reshape(1), 1e-4);
    }

    [Fact]
    public void With_a_cache_it_answers_the_same_token_by_token_and_in_pieces()
    {
        using var frozen = no_grad();
        Gpt2 gpt = Gpt2.Load(Path.Combine(fixtures, "gpt2"));
        gpt.eval();
        Tensor text = randint(13, [2, 9], ScalarType.Int64), whole = gpt.call(text);
        foreach (int[] pieces in (int[][])[[1, 1, 1, 1, 1, 1, 1, 1, 1], [4, 3, 2], [8, 1], [1, 8], [9]])
        {
            using KeyValueCache cache = gpt.NewCache();
            var parts = new List<Tensor>();
            foreach (int length in pieces) parts.Add(gpt.Head(gpt.States(text.narrow(1, cache.Length, length), cache)));

            AssertEqual(whole, cat([.. parts], 1), 1e-5);
            Assert.Equal(9, cache.Length);
            Assert.Equal(3 * 2 * 2 * 9 * 12 * sizeof(float), cache.Bytes);
            Assert.Throws<ArgumentException>(() => gpt.States(text.narrow(1, 0, 1), cache));
            Assert.Throws<InvalidOperationException>(() => cache[0].Append(ones(2, 3, 1, 4), ones(2, 3, 1, 4)));
        }
    }

    [Fact]
    public void It_sees_nothing_of_what_comes_later()
    {
        using var frozen = no_grad();
        var gpt = new Gpt2(new Gpt2Settings(11, 6, 8, 2, 2) { Spread = 0.5 });
        Tensor text = tensor((long[])[2, 5, 6, 7, 2, 5, 6, 8], 2, 4), logits = gpt.call(text);

        float Difference(long place) => (logits[0, place] - logits[1, place]).abs().max().item<float>();
        Assert.True(Difference(2) < 1e-6);
        Assert.True(Difference(3) > 1e-3);
    }

    [Fact]
    public void Weights_begin_as_published()
    {
        var gpt = new Gpt2(new Gpt2Settings(500, 64, 64, 8, 2));
        Dictionary<string, Tensor> weights = gpt.state_dict();
        double Spread(string name) => weights["transformer." + name].std().item<float>();

        Assert.Equal(0.02, Spread("wte.weight"), 0.001);
        Assert.Equal(0.01, Spread("wpe.weight"), 0.001);
        Assert.Equal(0.02, Spread("h.0.attn.c_attn.weight"), 0.001);
        Assert.Equal(0.02 / 4, Spread("h.7.attn.c_proj.weight"), 0.0003);
        Assert.Equal(0.02 / 4, Spread("h.3.mlp.c_proj.weight"), 0.0003);
        Assert.Equal(Math.Log(500), gpt.Loss(randint(500, [2, 60], ScalarType.Int64)).item<float>(), 0.05);
    }

    [Fact]
    public void Dropout_acts_in_training_only()
    {
        using var frozen = no_grad();
        var gpt = new Gpt2(new Gpt2Settings(11, 6, 8, 1, 2, Dropout: 0.5) { Spread = 0.5 });
        Tensor text = tensor((long[])[2, 5, 6, 3], 1, 4);
        float[] Answer() => gpt.call(text).data<float>().ToArray();

        gpt.train();
        Assert.NotEqual(Answer(), Answer());
        gpt.eval();
        Assert.Equal(Answer(), Answer());
    }

    [Fact]
    public void A_saved_model_comes_back_with_its_settings_and_every_weight()
    {
        using var frozen = no_grad();
        var settings = new Gpt2Settings(11, 6, 8, 2, 2, Dropout: 0.25) { Epsilon = 1e-4, Spread = 0.5 };
        var gpt = new Gpt2(settings);
        gpt.Save(folder);

        Gpt2 other = Gpt2.Load(folder);

        Assert.Equal(settings, other.Settings);
        Tensor text = tensor((long[])[2, 5, 6, 3], 1, 4);
        gpt.eval();
        other.eval();
        Assert.Equal(gpt.call(text).data<float>().ToArray(), other.call(text).data<float>().ToArray());
    }

    [Theory]
    [InlineData("""{"model_type": "llama"}""", "model_type is llama")]
    [InlineData("""{"model_type": "gpt2", "vocab_size": 5, "n_positions": 5, "n_embd": 5, "n_layer": 1, "n_head": 2}""", "does not divide")]
    [InlineData("""{"model_type": "gpt2", "vocab_size": 5}""", "no number n_positions")]
    [InlineData("""{"model_type": "gpt2", "activation_function": "relu"}""", "activation_function is relu")]
    [InlineData("""{"model_type": "gpt2", "vocab_size": 5, "n_ctx": 5, "n_embd": 4, "n_layer": 1, "n_head": 2, "n_inner": 7}""", "n_inner")]
    [InlineData(
        """{"model_type": "gpt2", "vocab_size": 5, "n_ctx": 5, "n_embd": 4, "n_layer": 1, "n_head": 2, "tie_word_embeddings": false}""",
        "in another way")]
    [InlineData("[]", "not an object")]
    [InlineData("{", "not JSON")]
    public void Another_kind_of_model_is_refused_in_one_line(string config, string why)
    {
        string path = Path.Combine(folder, "config.json");
        File.WriteAllText(path, config);

        string message = Assert.Throws<InvalidDataException>(() => Gpt2Settings.Read(path)).Message;

        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Weights_that_it_has_no_place_for_are_refused()
    {
        var gpt = new Gpt2(new Gpt2Settings(11, 6, 8, 1, 2));
        gpt.Save(folder);
        SafetensorsFile.Write(Path.Combine(folder, "model.safetensors"),
            gpt.state_dict().Select(one => (one.Key, one.Value)).Append(("transformer.h.1.ln_1.weight", ones(8))));

        Assert.Contains("h.1.ln_1", Assert.Throws<InvalidDataException>(() => Gpt2.Load(folder)).Message, StringComparison.Ordinal);
    }

    private static void AssertEqual(Tensor expected, Tensor actual, double within)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange((expected - actual).abs().max().item<float>(), 0, within);
    }
}
