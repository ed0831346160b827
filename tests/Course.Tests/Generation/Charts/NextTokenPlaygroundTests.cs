using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Generation;
using Course.Generation.Charts;
using Course.Tests.ConvNets;
using Course.TestTools;
using static TorchSharp.torch;

namespace Course.Tests.Generation.Charts;

[Collection(TorchSeed.Name)]
public sealed class NextTokenPlaygroundTests
{
    private const string Counting = "one two three four five six seven eight nine ten ";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1, 24)]
    [InlineData(3, 2, 12)]
    public async Task The_page_computes_what_the_library_computes_with_rounded_weights(int heads, int layers, int width)
    {
        manual_seed(heads);
        var random = new Random(heads);
        BytePairEncoding tokens = BytePairTrainer.Train([Counting, "it is a truth universally acknowledged, that it's a truth. ⏎é"], 290);
        using var model = new Gpt2(new Gpt2Settings(tokens.Count, Context: 16, width, layers, heads));
        Disturb(model);
        using Gpt2 rounded = NextTokenPlayground.Rounded(model);
        Sampling[] knobs = [new(), new(0.5), new(2, TopK: 7), new(0.8, TopP: 0.6), new(1.3, TopK: 40, TopP: 0.9), Sampling.Greedy];
        string[] texts = [Counting, .. Enumerable.Range(0, 24).Select(_ => "a" + RandomTexts.Draw(random)).Where(AreSpacesAlike)];

        JsonArray page = await PlaygroundPage.ComputeAsync(
            Html(model, tokens), [.. texts.Select((text, n) => Input(text, knobs[n % knobs.Length]))], Cancel);

        Assert.True(texts.Length >= 20);
        foreach ((int n, (string text, JsonNode? answer)) in texts.Zip(page).Index())
        {
            Assert.Equal(tokens.Encode(text), answer!["row"].Deserialize<int[]>());
            float[] logits = new TextGenerator(rounded).Next(tokens.Encode(text));
            AssertClose(Array.ConvertAll(logits, logit => (double)logit), answer["logits"].Deserialize<double[]>()!);
            AssertClose(knobs[n % knobs.Length].Probabilities(logits), answer["chances"].Deserialize<double[]>()!);
        }
    }

    [Fact]
    public async Task Who_types_a_beginning_reads_the_likeliest_token_and_at_temperature_0_gets_it()
    {
        (Gpt2 model, BytePairEncoding tokens) = Counter();
        using (model)
        {
            JsonNode? seen = await PlaygroundPage.DoAsync(Html(model, tokens), """
                const button = label => [...box.querySelectorAll("button")].find(one => one.textContent === label);
                const set = (input, value) => { input.value = value; input.dispatchEvent(new Event("input", { bubbles: true })); };
                const knob = word => [...box.querySelectorAll("label")].find(one => one.textContent.startsWith(word))
                  .querySelector("input");
                const bars = () => [...box.querySelectorAll(".next-list li")]
                  .map(row => [row.firstChild.textContent, row.lastChild.textContent]);
                const prose = () => box.querySelector(".next-prose").textContent;
                const kept = () => box.querySelector(".play-panel + p").textContent;
                set(box.querySelector("input[type=text]"), "one two three");
                const first = bars()[0], boxes = box.querySelectorAll(".next-tokens span").length;
                set(knob("Top-k"), 1);
                const two = [bars()[1][1], bars()[2][1], kept()];
                set(knob("Top-k"), 9);
                set(knob("Temperature"), 0);
                const greedy = bars().map(bar => bar[1]);
                for (let n = 0; n < 3; n++) button("Write one").click();
                const written = prose();
                button("Take one back").click();
                const back = prose();
                box.querySelector(".next-list button").click();
                const taken = prose();
                set(knob("Temperature"), 1.5);
                button("Begin again").click();
                const runs = [];
                for (let run = 0; run < 2; run++) {
                  for (let n = 0; n < 5; n++) button("Write one").click();
                  runs.push(prose());
                  button("Begin again").click();
                }
                set(box.querySelector("input[type=text]"), "");
                button("Write one").click();
                return { first, boxes, two, greedy, written, back, taken, runs, said: box.querySelector(".play-spoken").textContent };
                """, Cancel);

            Assert.Equal("␣four", (string?)seen!["first"]![0]);
            Assert.Equal(tokens.Encode("one two three").Length, (int?)seen["boxes"]);
            Assert.Equal("cut", (string?)seen["two"]![1]);
            Assert.StartsWith($"2 of {tokens.Count} tokens may come", (string?)seen["two"]![2], StringComparison.Ordinal);
            Assert.Equal(["100.0 %", .. Enumerable.Repeat("cut", 9)], seen["greedy"].Deserialize<string[]>()!);
            Assert.Equal("one two three four five six", (string?)seen["written"]);
            Assert.Equal("one two three four five", (string?)seen["back"]);
            Assert.Equal("one two three four five six", (string?)seen["taken"]);
            Assert.Equal((string?)seen["runs"]![0], (string?)seen["runs"]![1]);
            Assert.StartsWith("Type at least one letter", (string?)seen["said"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rounded_weights_are_few_multiples_and_near()
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        using var model = new Gpt2(new Gpt2Settings(300, 8, 32, 1, 2));
        using Gpt2 rounded = NextTokenPlayground.Rounded(model);

        foreach ((Tensor before, Tensor after) in model.parameters().Zip(rounded.parameters()))
        {
            Assert.InRange((before - after).norm().item<float>(), 0, 0.15f * before.norm().item<float>() + 1e-6f);
        }
        float[] row = [.. rounded.TokenTable[7].data<float>()];
        Assert.InRange(row.Distinct().Count(), 2, 15);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        BytePairEncoding tokens = BytePairTrainer.Train([Counting], 270);
        using var other = new Gpt2(new Gpt2Settings(tokens.Count + 1, 8, 8, 1, 1));
        using var large = new Gpt2(new Gpt2Settings(tokens.Count, 8, 240, 1, 1));
        using var right = new Gpt2(new Gpt2Settings(tokens.Count, 8, 8, 1, 1));
        var shuffled = tokens.Vocabulary.ToDictionary(one => one.Key, one => one.Value < 2 ? 1 - one.Value : one.Value);

        Assert.Throws<ArgumentException>(() => NextTokenPlayground.Of(other, tokens));
        Assert.Throws<ArgumentException>(() => NextTokenPlayground.Of(large, tokens));
        var otherwise = new BytePairEncoding(shuffled, tokens.Merges, tokens.Special);
        Assert.Throws<ArgumentException>(() => NextTokenPlayground.Of(right, otherwise));
    }

    /// <summary>A model that has learnt to count to ten.</summary>
    private static (Gpt2 Model, BytePairEncoding Tokens) Counter()
    {
        manual_seed(1);
        string text = string.Concat(Enumerable.Repeat(Counting, 60));
        BytePairEncoding tokens = BytePairTrainer.Train([text], 320);
        int[] numbers = tokens.Encode(text);
        var model = new Gpt2(new Gpt2Settings(tokens.Count, Context: 16, Width: 32, Layers: 1, Heads: 2));
        using optim.Optimizer adam = Gpt2Training.AdamW(model, rate: 1e-2);
        using var windows = new TokenWindows(numbers, 16);
        for (int step = 0; step < 60; step++)
        {
            using var scope = NewDisposeScope();
            adam.zero_grad();
            Tensor loss = model.Loss(windows.Rows(arange(windows.Count)));
            loss.backward();
            adam.step();
        }
        return (model, tokens);
    }

    /// <summary>JavaScript counts U+FEFF among the spaces and U+0085 not; .NET the other way round.</summary>
    private static bool AreSpacesAlike(string text) => text.AsSpan().IndexOfAny('\u0085', '\uFEFF') < 0;

    private static JsonObject Input(string text, Sampling knobs) => new()
    {
        ["text"] = text,
        ["temperature"] = knobs.Temperature,
        ["topK"] = knobs.TopK,
        ["topP"] = knobs.TopP,
    };

    private static string Html(Gpt2 model, BytePairEncoding tokens) =>
        ((IMimeRenderable)NextTokenPlayground.Of(model, tokens)).Face(Mime.Html)!;

    private static void Disturb(Gpt2 model)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        foreach (Tensor weight in model.parameters()) weight.add_(randn_like(weight) * 0.15);
    }

    private static void AssertClose(double[] library, double[] page)
    {
        Assert.Equal(library.Length, page.Length);
        Assert.All(library.Zip(page), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }
}
