using Course.Data;
using Course.Generation;
using Course.Nn.Optimizers;
using Course.Nn.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Generation;

public sealed class GenerationTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public GenerationTests() => random.manual_seed(1);

    public static TheoryData<bool, Sampling> Kinds => new()
    {
        { false, Sampling.Greedy }, { false, new() }, { false, new(0.7) }, { false, new(TopK: 3) }, { false, new(TopP: 0.8) },
        { true, Sampling.Greedy }, { true, new(1.3, 5, 0.9) },
    };

    public void Dispose() => scope.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void With_and_without_a_cache_the_text_is_the_same_even_beyond_the_context(bool llama, Sampling sampling)
    {
        CausalModel model = Make(llama);
        foreach (int length in (int[])[1, 5, 16, 40])
        {
            int[] prompt = [.. Enumerable.Range(3, length).Select(n => n % 11)];
            int[] cached = new TextGenerator(model).Write(prompt, 50, sampling, seed: 7);
            int[] uncached = new TextGenerator(model) { UsesCache = false }.Write(prompt, 50, sampling, seed: 7);

            Assert.Equal(uncached, cached);
            Assert.Equal(50, cached.Length);
        }
    }

    [Fact]
    public void Greedy_takes_the_likeliest_and_an_end_ends()
    {
        CausalModel model = Make(llama: false);
        var generator = new TextGenerator(model);

        int[] text = generator.Write([3, 1], 10, Sampling.Greedy);

        List<int> soFar = [3, 1];
        foreach (int token in text)
        {
            float[] next = generator.Next(soFar);
            Assert.Equal(Array.IndexOf(next, next.Max()), token);
            soFar.Add(token);
        }
        Assert.Equal(text.TakeWhile(token => token != text[4]), generator.Write([3, 1], 10, Sampling.Greedy, end: text[4]));
        Assert.Throws<ArgumentException>(() => generator.Write([], 3));
    }

    [Fact]
    public void Equal_seeds_give_equal_texts_and_others_do_not()
    {
        var generator = new TextGenerator(Make(llama: false));

        Assert.Equal(generator.Write([3], 30, seed: 1), generator.Write([3], 30, seed: 1));
        Assert.NotEqual(generator.Write([3], 30, seed: 1), generator.Write([3], 30, seed: 2));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void No_token_leaves_memory_behind(bool llama, bool usesCache)
    {
        CausalModel model = Make(llama);
        LiveTensors.AreGivenBackBy(() => new TextGenerator(model) { UsesCache = usesCache }.Write([3, 4], 40));

        var counts = new List<long>();
        foreach (int _ in new TextGenerator(model) { UsesCache = usesCache }.Write([3, 4]).Take(12)) counts.Add(LiveTensors.Count);
        Assert.Single(counts.Distinct());
    }

    [Fact]
    public void A_model_that_knows_nothing_is_surprised_by_each_token_alike()
    {
        var model = new Gpt2(new Gpt2Settings(11, 16, 8, 1, 2) { Spread = 0 });
        int[] text = [.. Enumerable.Range(0, 100).Select(n => n % 11)];

        TextSurprise surprise = TextSurprise.Of(model, text);

        Assert.Equal(99, surprise.Tokens);
        Assert.Equal(11, surprise.Perplexity, 1e-4);
        Assert.Equal(Math.Log2(11) * 99 / 198, surprise.BitsPerByte(198), 1e-5);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(16)]
    [InlineData(5)]
    [InlineData(1)]
    public void Each_token_is_guessed_once_from_its_own_window(int? stride)
    {
        CausalModel model = Make(llama: false);
        int[] text = [.. Enumerable.Range(0, 53).Select(n => n * n % 11)];
        double expected = 0;
        var generator = new TextGenerator(model);
        for (int t = 1; t < text.Length; t++)
        {
            // the first window that reaches token t
            int step = stride ?? 16, from = t <= 16 ? 0 : (t - 16 + step - 1) / step * step;
            expected -= Math.Log(new Sampling().Probabilities(generator.Next(text[from..t]))[text[t]]);
        }

        TextSurprise surprise = TextSurprise.Of(model, text, stride);

        Assert.Equal(52, surprise.Tokens);
        Assert.Equal(expected, surprise.Nats, 1e-2);
    }

    [Fact]
    public void Windows_follow_one_another()
    {
        using var windows = new TokenWindows([.. Enumerable.Range(0, 12)], 3);

        Assert.Equal(3, windows.Count);
        Assert.Equal([0, 1, 2, 3, 6, 7, 8, 9], windows.Rows(tensor((long[])[0, 2])).data<long>().ToArray());
        Assert.Throws<ArgumentException>(() => new TokenWindows([1, 2, 3], 3));
    }

    [Fact]
    public void It_learns_a_text_by_the_shared_loop_and_then_says_it()
    {
        int[] text = [.. Enumerable.Range(0, 400).Select(n => (n % 7) switch { 6 => 0, var k => k * k % 11 })];
        var model = new Gpt2(new Gpt2Settings(11, 16, 16, 1, 2));
        using var windows = new TokenWindows(text, 16);
        using optim.Optimizer adam = Gpt2Training.AdamW(model, 0.01);

        IReadOnlyList<EpochResult> history = new TrainingLoop(Gpt2Training.Trainer(model, adam, windows), windows.Count)
        { Batch = 8, Epochs = 40, Title = "" }.Run();

        Assert.InRange(history[0].Loss, 1.5, 2.6);
        Assert.InRange(history[^1].Loss, 0, 0.5);
        Assert.Equal(text[20..40], new TextGenerator(model).Write(text[10..20], 20, Sampling.Greedy));
    }

    [Fact]
    public void It_learns_letters_of_Austen_better_than_their_frequencies_tell()
    {
        string text = Austen.Letters("persuasion")[..60_000];
        char[] letters = [.. text.Distinct().Order()];
        int[] tokens = [.. text.Select(letter => Array.IndexOf(letters, letter))];
        var model = new Gpt2(new Gpt2Settings(letters.Length, 32, 48, 2, 4));
        using var windows = new TokenWindows(tokens[..50_000], 32);
        using optim.Optimizer adam = Gpt2Training.AdamW(model);
        double frequencies = tokens[..50_000].GroupBy(token => token).Select(group => group.Count() / 50_000.0).Sum(p => -p * Math.Log2(p));

        new TrainingLoop(Gpt2Training.Trainer(model, adam, windows), windows.Count)
        { Batch = 16, Epochs = 2, Schedule = LearningRates.WarmUp(20, LearningRates.Cosine(5e-3, 180)), Title = "" }.Run();

        // a letter is a byte here; the order of the letters is worth more than half a bit
        Assert.InRange(TextSurprise.Of(model, tokens[50_000..]).BitsPerByte(9_999), 1.5, frequencies - 0.5);
    }

    [Fact]
    public void Only_matrices_decay()
    {
        var model = new Gpt2(new Gpt2Settings(11, 16, 16, 2, 2));
        using optim.Optimizer adam = Gpt2Training.AdamW(model, 0.01, decay: 0.3);
        foreach (TorchSharp.Modules.Parameter parameter in model.parameters()) parameter.grad = zeros_like(parameter);
        using var frozen = no_grad();
        Dictionary<string, float[]> before = model.state_dict().ToDictionary(one => one.Key, one => one.Value.data<float>().ToArray());

        adam.step();

        Assert.All(model.state_dict(), one => Assert.All(before[one.Key].Zip(one.Value.data<float>().ToArray()), pair =>
            Assert.Equal(pair.First * (one.Value.dim() > 1 ? 1 - 0.01 * 0.3 : 1), pair.Second, 1e-6)));
    }

    private static CausalModel Make(bool llama)
    {
        CausalModel model = llama
            ? new Llama(new LlamaSettings(11, 16, 24, 2, 6, 3, 20) { Spread = 0.4 })
            : new Gpt2(new Gpt2Settings(11, 16, 8, 2, 2) { Spread = 0.5 });
        model.eval();
        return model;
    }
}
