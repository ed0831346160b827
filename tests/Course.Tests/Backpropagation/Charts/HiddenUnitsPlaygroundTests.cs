using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Backpropagation;
using Course.Backpropagation.Charts;
using Course.Nn;
using Course.Nn.Optimizers;
using Course.Plots.Playgrounds;
using Course.Tests.PerceptronLimits.Charts;
using Course.TestTools;

namespace Course.Tests.Backpropagation.Charts;

public class HiddenUnitsPlaygroundTests
{
    private static readonly double[][] corners = [[0, 0], [0, 1], [1, 0], [1, 1]];
    private static readonly double[] exclusiveOr = [0, 1, 1, 0];

    private static Lazy<string> Html { get; } = new(() => Face(HiddenUnitsPlayground.Of(Lesson())));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outputs_gradient_and_steps_are_those_of_the_library()
    {
        var random = new Random(1986);
        double Any() => 4 * random.NextDouble() - 2;
        (Mlp Net, double[][] Points, double[] Targets, double Rate, double Alpha, int Steps)[] problems =
        [
            .. Enumerable.Range(0, 32).Select(n => (
                Sigmoids(random, 2, n % 8 + 1, 1),
                Enumerable.Range(0, n + 1).Select(_ => (double[])[Any(), Any()]).ToArray(),
                Enumerable.Range(0, n + 1).Select(_ => (double)random.Next(2)).ToArray(),
                0.1 + random.NextDouble(), n % 3 * 0.45, n % 5 + 1)),
        ];
        JsonArray inputs = [.. problems.Select(problem =>
        {
            (double[][] hidden, double[] output) = HiddenUnitsPlayground.Units(problem.Net);
            return JsonSerializer.SerializeToNode(new
            {
                hidden,
                output,
                points = problem.Points.Zip(problem.Targets, (x, d) => (double[])[.. x, d]),
                rate = problem.Rate,
                alpha = problem.Alpha,
                steps = problem.Steps,
            });
        })];

        JsonArray answers = await PlaygroundPage.ComputeAsync(Html.Value, inputs, Cancel);

        foreach (var ((net, points, targets, rate, alpha, steps), answer) in problems.Zip(answers))
        {
            Optimizer rule = alpha == 0 ? new Sgd(net.Parameters, rate) : new Momentum(net.Parameters, rate, alpha);
            for (int step = 0; step < steps; step++)
            {
                double[] y = [.. net.Forward(Examples.Flat(points), points.Length)], slopes = new double[y.Length];
                double loss = new SquaredError().LossAndGradient(y, targets, 1, slopes);
                rule.ZeroGradient();
                net.Backward(slopes);
                if (step == 0)
                {
                    Near(y, answer!["outputs"]!);
                    Near([loss], new JsonArray((double)answer["loss"]!));
                    Near(Flat(net, parameter => parameter.Gradient), Flat(answer["gradient"]!));
                }

                rule.Step();
            }

            Near(Flat(net, parameter => parameter.Values), Flat(answer!["learned"]!));
        }
    }

    [Fact]
    public async Task From_random_weights_it_learns_XOR_in_some_hundred_steps()
    {
        JsonArray seen = await Play("""
            press("random weights");
            const all = [said()];
            for (let i = 0; i < 20; i++) all.push(press("100 steps"));
            return all;
            """);

        Assert.DoesNotContain("all four points are right", seen[0]!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("XOR is solved with 2 hidden units: all four points are right.", seen[^1]!.ToString(), StringComparison.Ordinal);
        Assert.Contains(seen, text => text!.ToString().StartsWith("Learnt after ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Most_starts_arrive_at_XOR_but_not_all()
    {
        JsonArray seen = await Play("""
            const all = [];
            for (let start = 0; start < 20; start++) {
              press("random weights");
              for (let i = 0; i < 20; i++) press("100 steps");
              all.push(said().includes("all four") ? 1 : 0);
            }
            return all;
            """);

        Assert.InRange(seen.Sum(one => (int)one!), 14, 19);
    }

    [Fact]
    public async Task The_border_follows_a_point_that_is_moved()
    {
        JsonArray seen = await Play("""
            const moved = drag([1, 1], [1, 0.3]);
            const all = [moved];
            for (let i = 0; i < 5; i++) all.push(press("100 steps"));
            return all;
            """);

        Assert.Equal("3 of 4 points are right. (1, 0.3) should be 0.", seen[0]!.ToString());
        Assert.EndsWith("Solved with 2 hidden units: all four points are right.", seen[^1]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learn_runs_until_the_points_are_learnt_and_then_rests()
    {
        // A browser that shows nothing draws no frames.
        const string Frames = "<script>window.requestAnimationFrame = act => setTimeout(act, 16);</script>";

        JsonArray seen = await Play("""
            drag([1, 1], [1, 0.3]);
            const button = [...box.querySelectorAll("button")].find(each => each.textContent === "learn");
            button.click();
            const running = button.textContent;
            for (let i = 0; i < 200 && button.textContent === "pause"; i++) await painted();
            return [running, button.textContent, said(), [...box.querySelectorAll("div")].find(each => /^E = /.test(each.textContent)
              && !each.children.length).textContent];
            """, Frames + Html.Value);

        Assert.Equal("pause", seen[0]!.ToString());
        Assert.Equal("learn", seen[1]!.ToString());
        Assert.Matches("^Learnt after [0-9,]+ steps: every error is below 0.2. Solved with 2 hidden units", seen[2]!.ToString());
        Assert.Matches(@"^E = 0\.0\d+ after [0-9,]+ steps$", seen[3]!.ToString());
    }

    [Fact]
    public async Task Who_asked_for_less_motion_sees_the_end_at_once()
    {
        const string Still = """
            <script>
            const see = matchMedia;
            window.matchMedia = what => what.includes("reduced-motion") ? { matches: true } : see(what);
            </script>
            """;

        JsonArray seen = await Play("""
            press("random weights");
            press("learn");
            return [said(), box.textContent.includes("pause")];
            """, Still + Html.Value);

        Assert.StartsWith("Learnt after ", seen[0]!.ToString(), StringComparison.Ordinal);
        Assert.False((bool)seen[1]!);
    }

    [Theory]
    [InlineData(8, 9, 10)]
    [InlineData(4, 0, 3)]
    public async Task Eight_units_tell_two_spirals_apart_and_four_seldom(int units, int fewest, int most)
    {
        JsonArray seen = await Play($$"""
            choosePoints("two spirals");
            slide("hidden units", {{units}});
            const all = [];
            for (let start = 0; start < 10; start++) {
              press("random weights");
              for (let i = 0; i < 10; i++) press("100 steps");
              all.push(said().includes("all 40") ? 1 : 0);
            }
            return [all.reduce((a, b) => a + b), box.querySelector(".play-best").textContent];
            """);

        Assert.InRange((int)seen[0]!, fewest, most);
        if (fewest > 0) Assert.Equal($"Your best: two spirals with {units} hidden units.", seen[1]!.ToString());
    }

    [Fact]
    public void Networks_of_another_shape_or_activation_are_refused()
    {
        var random = new Random(1);
        Assert.Contains("3-2-1", Refused(Sigmoids(random, 3, 2, 1)), StringComparison.Ordinal);
        Assert.Contains("2-9-1", Refused(Sigmoids(random, 2, 9, 1)), StringComparison.Ordinal);
        Assert.Contains("2-2-2", Refused(Sigmoids(random, 2, 2, 2)), StringComparison.Ordinal);
        Assert.Contains("2-2-2-1", Refused(Sigmoids(random, 2, 2, 2, 1)), StringComparison.Ordinal);
        Assert.Contains("are sigmoids", Refused(new Mlp([2, 2, 1], Activation.Tanh, Activation.Sigmoid, random)), StringComparison.Ordinal);
        Mlp broken = Sigmoids(random, 2, 2, 1);
        broken.Parameters[0].Values[0] = double.NaN;
        Assert.Contains("finite", Refused(broken), StringComparison.Ordinal);
    }

    private static Mlp Sigmoids(Random random, params int[] sizes) => new(sizes, Activation.Sigmoid, Activation.Sigmoid, random, range: 2);

    // As the lesson trains it: 2-2-1 units, weights within ±0.3, by momentum until every error is below 0.2.
    private static Mlp Lesson()
    {
        var net = new Mlp([2, 2, 1], Activation.Sigmoid, Activation.Sigmoid, new Random(0), range: 0.3);
        var rule = new Momentum(net.Parameters, rate: 0.5, alpha: 0.9);
        double[] errors = new double[4];
        while (true)
        {
            new SquaredError().LossAndGradient(net.Forward(Examples.Flat(corners)), exclusiveOr, 1, errors);
            if (errors.All(error => Math.Abs(error) < 0.2)) return net;
            rule.ZeroGradient();
            net.Backward(errors);
            rule.Step();
        }
    }

    private static string Refused(Mlp net) => Assert.Throws<ArgumentException>(() => HiddenUnitsPlayground.Of(net)).Message;

    private static string Face(Playground playground) => ((IMimeRenderable)playground).Face(Mime.Html)!;

    private static async Task<JsonArray> Play(string script, string? html = null) =>
        (JsonArray)(await PlaygroundPage.DoAsync(html ?? Html.Value, PlaneHands.Script + script, Cancel))!;

    private static void Near(IEnumerable<double> expected, JsonNode actual) =>
        Assert.All(expected.Zip(actual.AsArray(), (one, other) => Math.Abs(one - (double)other!)), apart => Assert.InRange(apart, 0, 1e-4));

    private static IEnumerable<double> Flat(Mlp net, Func<Parameter, double[]> values) =>
        values(net.Layers[0].Weights).Chunk(2).Zip(values(net.Layers[0].Biases), (w, b) => (double[])[.. w, b]).SelectMany(unit => unit)
            .Concat(values(net.Layers[1].Weights)).Concat(values(net.Layers[1].Biases));

    private static JsonArray Flat(JsonNode net) => [.. net["hidden"]!.AsArray().SelectMany(unit => unit!.AsArray())
        .Concat(net["output"]!.AsArray()).Select(number => number!.DeepClone())];
}
