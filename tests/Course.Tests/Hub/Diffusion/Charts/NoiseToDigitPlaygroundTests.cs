using System.Text.Json.Nodes;
using Course.Hub.Diffusion;
using Course.Hub.Diffusion.Charts;
using Course.Tests.ConvNets;
using Course.TestTools;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Hub.Diffusion.Charts;

[Collection(TorchSeed.Name)]
public sealed class NoiseToDigitPlaygroundTests : IDisposable
{
    // Frames come by the clock: a browser that is not seen paints seldom.
    private const string Frames = "<script>requestAnimationFrame = act => setTimeout(() => act(performance.now()), 16);</script>";

    private const string Hands = """
        const spoken = () => box.querySelector(".play-spoken").textContent;
        const button = words => [...box.querySelectorAll("button")].find(one => one.textContent.includes(words));
        const field = box.querySelector("input[type=text]"), hand = box.querySelector("input[type=range]");
        const type = text => { field.value = text; field.dispatchEvent(new Event("input")); };
        const slide = taken => { hand.value = taken; hand.dispatchEvent(new Event("input")); };
        const until = async is => { for (let n = 0; n < 150 && !is(); n++) await painted(); };
        const drawn = async () => { button("Draw").click(); await until(() => spoken().startsWith("Done")); };
        const picture = () => box.querySelector("canvas").toDataURL();
        await painted();

        """;

    private readonly DisposeScope scope = NewDisposeScope();

    public NoiseToDigitPlaygroundTests() => random.manual_seed(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => scope.Dispose();

    [Fact]
    public async Task The_page_sees_the_same_noise_as_the_library()
    {
        using DiffusionUNet model = Rounded(steps: 100);
        Tensor x = randn(24, 1, 14, 14), t = cat([tensor((long[])[1, 2, 99, 100]), randint(1, 101, 20, int64)]);
        float[][] expected = Rows(model.call(x, t));
        JsonObject[] inputs = [.. Rows(x).Zip(t.data<long>().ToArray(), (row, step) => Input(row, (int)step, 0, new float[196]))];

        JsonArray answers = await PlaygroundPage.ComputeAsync(Html(model), [.. inputs], Cancel);

        Same(expected, answers, "guess");
        Assert.True(expected.SelectMany(row => row).Max(Math.Abs) > 0.1, "the model says nothing");
    }

    [Fact]
    public async Task The_page_takes_each_step_that_the_librarys_sampler_takes()
    {
        using DiffusionUNet model = Rounded(steps: 25);
        var chain = new List<float[]>();
        new DiffusionSampler(model).Ddpm(1, seed: 3, (_, x) => chain.Add(Rows(x)[0]));
        using var random = new Generator(3);
        float[][] noise = [.. chain.Select(_ => Rows(randn([1, 1, 14, 14], generator: random))[0])];         // as the sampler drew it
        Assert.Equal(chain[0], noise[0]);
        JsonObject[] inputs = [.. Enumerable.Range(0, 25).Select(n => Input(chain[n], 25 - n, 0, noise[(n + 1) % 25]))];

        JsonArray answers = await PlaygroundPage.ComputeAsync(Html(model), [.. inputs], Cancel);

        Same(chain[1..], answers, "ho");
    }

    [Fact]
    public async Task The_page_leaves_out_steps_as_the_librarys_sampler_does()
    {
        using DiffusionUNet model = Rounded(steps: 100);
        var chain = new List<(int T, float[] X)>();
        new DiffusionSampler(model).Ddim(1, steps: 20, seed: 5, (t, x) => chain.Add((t, Rows(x)[0])));
        JsonObject[] inputs = [.. chain.Zip(chain.Skip(1), (now, next) => Input(now.X, now.T, next.T, new float[196]))];

        JsonArray answers = await PlaygroundPage.ComputeAsync(Html(model), [.. inputs], Cancel);

        Same(chain.Skip(1).Select(one => one.X), answers, "song");
    }

    [Fact]
    public async Task A_seed_is_a_picture_and_the_hand_moves_the_film_back_to_its_noise()
    {
        using DiffusionUNet model = Rounded(steps: 20);

        JsonNode? seen = await PlaygroundPage.DoAsync(Frames + Html(model), Hands + """
            const noise = picture(), first = spoken();
            await drawn();
            const end = picture(), done = spoken();
            slide(10); await painted(); const middle = picture(), half = spoken();
            slide(0); await painted(); const back = picture();
            type("2"); await painted(); await drawn(); const other = picture();
            type("1"); await painted(); await drawn();
            return { first, done, half, moved: end !== noise && middle !== end && middle !== noise, back: back === noise,
              other: other !== end, again: picture() === end };
            """, Cancel);

        Assert.Equal("20 steps to go: pure noise. Press Draw.", (string?)seen!["first"]);
        Assert.Matches("^Done: [0-9]+ of 196 pixels are ink", (string?)seen["done"]);
        Assert.Matches("^10 steps to go: the picture counts 0.7., the noise 0.7.. What it believes in differs .* [0-9]+ of 196", (string?)seen["half"]);
        Assert.All((string[])["moved", "back", "other", "again"], what => Assert.True((bool?)seen[what], what));
    }

    [Fact]
    public async Task Eight_futures_part_and_the_film_goes_on_with_one_of_them()
    {
        using DiffusionUNet model = Rounded(steps: 20);

        JsonNode? seen = await PlaygroundPage.DoAsync(Frames + Html(model), Hands + """
            await drawn();
            const end = picture();
            slide(12); await painted(); const parting = picture();
            button("Eight futures").click(); await until(() => spoken().startsWith("From"));
            const asked = spoken();
            button("seed 4").click(); await until(() => spoken().startsWith("Done"));
            const other = picture(), title = box.textContent.includes("The film of seed 1, from 8 to go with seed 4.");
            slide(12); await painted(); const shared = picture() === parting;
            button("The first way").click(); await until(() => spoken().startsWith("Done"));
            const first = picture() === end, choice = box.querySelector("select");
            choice.value = "20 steps, no new noise"; choice.dispatchEvent(new Event("change")); await painted();
            button("Eight futures").click(); await until(() => spoken().startsWith("From"));
            return { asked, parted: other !== end, title, shared, first, without: spoken() };
            """, Cancel);

        Assert.Matches(@"^From 8 steps to go, two of the eight differ in [1-9][0-9]*\.[0-9] of 196 pixels", (string?)seen!["asked"]);
        Assert.All((string[])["parted", "title", "shared", "first"], what => Assert.True((bool?)seen[what], what));
        Assert.Contains("differ in 0.0 of 196 pixels. Without new noise, the first noise decides all.", (string?)seen["without"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_opens_the_film_where_it_was_left()
    {
        using DiffusionUNet model = Rounded(steps: 20);
        const string Own = """<meta name="generator" content="course">""";
        const string Opened = """<script>location.hash = "#play=noise-to-digit&seed=7&at=15&turns=12.9";</script>""";

        JsonNode? seen = await PlaygroundPage.DoAsync(Own + Opened + Frames + Html(model), Hands + """
            await until(() => spoken().startsWith("5 steps"));
            const opened = [field.value, hand.value, spoken(), box.textContent.includes("seed 7, from 12 to go with seed 9")];
            type("8"); slide(4); await new Promise(done => setTimeout(done, 500));
            return [...opened, location.hash];
            """, Cancel);

        Assert.Equal(["7", "15"], seen!.AsArray().Take(2).Select(one => (string?)one));
        Assert.StartsWith("5 steps to go: the picture counts 0.9", (string?)seen[2], StringComparison.Ordinal);
        Assert.True((bool?)seen[3]);
        Assert.Equal("#play=noise-to-digit&seed=8&at=4&turns=", (string?)seen[4]);
    }

    [Fact]
    public void A_model_that_no_page_can_run_is_refused()
    {
        using var wide = new DiffusionUNet(NoiseSchedule.Cosine(100), width: 24);
        using DiffusionUNet model = Rounded(steps: 20);

        string large = Assert.Throws<ArgumentException>(() => NoiseToDigitPlayground.Of(wide)).Message;
        string odd = Assert.Throws<ArgumentException>(() => NoiseToDigitPlayground.Of(model, side: 15)).Message;
        Assert.Contains("more than 300,000", large, StringComparison.Ordinal);
        Assert.Contains("not 15", odd, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => NoiseToDigitPlayground.Of(model, side: 0));
    }

    // A model whose weights, those of the norms too, are what a page's two bytes can hold.
    private static DiffusionUNet Rounded(int steps)
    {
        var model = new DiffusionUNet(NoiseSchedule.Cosine(steps));
        using var frozen = no_grad();
        foreach ((string name, var weight) in model.named_parameters())
        {
            if (name.Contains("norm", StringComparison.Ordinal)) weight.add_(0.2 * randn_like(weight));
            weight.copy_(weight.to(float16).to(float32));
        }
        return model;
    }

    private static string Html(DiffusionUNet model) => ((IMimeRenderable)NoiseToDigitPlayground.Of(model)).Face(Mime.Html)!;

    private static float[][] Rows(Tensor pictures) => [.. pictures.data<float>().ToArray().Chunk(196)];

    private static JsonObject Input(float[] x, int t, int next, float[] fresh) => new()
    {
        ["x"] = Row(x),
        ["t"] = t,
        ["next"] = next,
        ["fresh"] = Row(fresh),
    };

    private static JsonArray Row(float[] numbers) => [.. numbers.Select(number => (JsonNode)number)];

    private static void Same(IEnumerable<float[]> expected, JsonArray answers, string name)
    {
        float[][] page = [.. answers.Select(answer => answer![name]!.AsArray().Select(number => (float)number!).ToArray())];
        Assert.Equal(expected.Count(), page.Length);
        Assert.All(expected.Zip(page), pair => Assert.All(pair.First.Zip(pair.Second), one =>
            Assert.True(Math.Abs(one.First - one.Second) <= 1e-4 * Math.Max(1, Math.Abs(one.First)), $"{one.First} is {one.Second} in the page")));
    }
}
