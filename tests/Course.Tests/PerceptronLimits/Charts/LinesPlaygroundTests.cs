using System.Text.Json;
using System.Text.Json.Nodes;
using Course.PerceptronLimits.Charts;
using Course.TestTools;

namespace Course.Tests.PerceptronLimits.Charts;

public class LinesPlaygroundTests
{
    private static readonly double[][] atLeastOneAndNotBoth = [[1, 1, -0.5], [-1, -1, 1.5]];
    private static readonly double[] and = [1, 1, -1.5];

    private static string Html { get; } = ((IMimeRenderable)LinesPlayground.Of(atLeastOneAndNotBoth, and)).Face(Mime.Html)!;

    [Fact]
    public async Task It_computes_what_units_with_thresholds_compute()
    {
        var random = new Random(3);
        double Any() => 4 * random.NextDouble() - 2;
        double[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => Any())];
        var nets = Enumerable.Range(0, 24).Select(n => (
            Hidden: Enumerable.Range(0, n % 8 + 1).Select(_ => Some(3)).ToArray(), Output: Some(n % 8 + 2),
            Points: Enumerable.Range(0, 12).Select(_ => Some(2)).ToArray())).ToArray();
        JsonArray inputs = [.. nets.Select(net => JsonSerializer.SerializeToNode(
            new { hidden = net.Hidden, output = net.Output, points = net.Points }))];

        JsonArray answers = await PlaygroundPage.ComputeAsync(Html, inputs, Cancel);

        static double Step(double[] unit, double[] x) => unit[^1] + x.Zip(unit, (xi, w) => xi * w).Sum() > 0 ? 1 : 0;
        Assert.Equal(
            nets.SelectMany(net => net.Points.Select(x => Step(net.Output, [.. net.Hidden.Select(unit => Step(unit, x))]))),
            answers.SelectMany(answer => answer!["outputs"]!.AsArray().Select(y => (double)y!)));
    }

    [Fact]
    public async Task A_dragged_line_breaks_XOR_and_mends_it_and_that_is_said() =>
        Assert.Equal(
            [
                "XOR is solved with 2 hidden units: all four points are right.",
                "3 of 4 points are right. (1, 1) should be off.",
                "XOR is solved with 2 hidden units: all four points are right.",
                "h₁ = [ 1.00 x₁ + 1.00 x₂ − 1.40 > 0 ]",
                "2 of 4 points are right. (0, 1) should be on, (1, 0) should be on.",
            ],
            await Texts("""
                const start = said(), broken = drag([0.75, 0.75], [1.2, 1.2]), mended = drag([1.2, 1.2], [0.8, 0.8]);
                const last = drag([0.25, 0.25], [0.7, 0.7]);
                return [start, broken, mended, [...box.querySelectorAll("div")].find(each => each.textContent.startsWith("h₁ =") &&
                  !each.children.length).textContent, last];
                """));

    [Fact]
    public async Task A_turned_line_and_a_line_with_its_sides_exchanged_change_the_answer() =>
        Assert.Equal(
            ["3 of 4 points are right. (0, 1) should be on.", "XOR is solved with 2 hidden units: all four points are right.",
                "1 of 4 points are right. (0, 0) should be off, (0, 1) should be on, (1, 0) should be on."],
            await Texts("""
                return [slide("turn", -40), slide("turn", 45), press("other side")];
                """));

    [Fact]
    public async Task Keys_alone_move_a_line_and_a_point()
    {
        string[] said = await Texts("""
            const visited = key("n", "n", "n", "n", "n", "n");
            const held = key("Enter", ...Array(15).fill("ArrowUp"));
            const dropped = key("Enter");
            const point = key("n", "n");
            return [visited, held, dropped, point, key("Delete"), key("Delete")];
            """);

        Assert.Equal(
            ["Here is the line of h₂. Enter takes it.", "3 of 4 points are right. (1, 1) should be off.",
                "3 of 4 points are right. (1, 1) should be off.", "Here is the point (0, 1), which should be on and is right. Enter takes it."],
            said[..4]);
        Assert.Equal("2 of 3 points are right. (1, 1) should be off.", said[4]);
        Assert.Equal(said[4], said[5]);
    }

    [Fact]
    public async Task Three_lines_shut_a_ring_in_and_the_best_is_kept()
    {
        string[] said = await Texts("""
            choosePoints("a ring");
            slide("hidden units", 3);
            for (const [unit, turn] of [["h₁", -90], ["h₂", 30], ["h₃", 150]]) {
              press(unit);
              slide("turn", turn);
              slide("move", -1.25);
            }
            const solved = said(), best = box.querySelector(".play-best").textContent;
            slide("hidden units", 8);
            return [solved, best, box.querySelector(".play-best").textContent];
            """);

        Assert.Equal("Solved with 3 hidden units: all 24 points are right.", said[0]);
        Assert.Equal("Your best: a ring with 3 hidden units.", said[1]);
        Assert.Equal(said[1], said[2]);
    }

    [Fact]
    public async Task Points_are_added_turned_and_taken_away() =>
        Assert.Equal(
            ["Solved with 2 hidden units: all 5 points are right.", "4 of 5 points are right. (0.5, 0.5) should be off.",
                "Solved with 2 hidden units: all four points are right.", "There is no point: add some."],
            await Texts("""
                press("● add “on”");
                const added = drag([0.5, 0.5], [0.5, 0.5]);
                press("□ add “off”");
                const turned = drag([0.5, 0.5], [0.5, 0.5]);
                press("remove");
                const removed = drag([0.5, 0.5], [0.5, 0.5]);
                for (const point of [[0, 0], [0, 1], [1, 0], [1, 1]]) drag(point, point);
                return [added, turned, removed, said()];
                """));

    [Fact]
    public async Task A_link_brings_the_lines_and_points_that_were_sent()
    {
        const string Link = "<script>location.hash = '#play=lines&w=1,0,-0.5,1,-0.5&points=XOR&own=0,0,0;1,0,1&best=a+ring:3,nonsense:1'</script>";
        string[] said = await Texts("return [said(), box.querySelector('.play-best').textContent];", Link + Html);

        Assert.Equal(["Solved with 1 hidden unit: both points are right.", "Your best: a ring with 3 hidden units."], said);
    }

    [Fact]
    public async Task A_link_that_is_nonsense_brings_the_lesson_s_net()
    {
        const string Link = "<script>location.hash = '#play=lines&w=1,oops&points=none&own=a,b,c&best=XOR:99'</script>";

        Assert.Equal(
            ["XOR is solved with 2 hidden units: all four points are right.", "XOR"],
            await Texts("return [said(), box.querySelector('select').value];", Link + Html));
    }

    [Fact]
    public void Nets_of_another_shape_are_refused()
    {
        Assert.Contains("one to 8", Refused([], [0]), StringComparison.Ordinal);
        Assert.Contains("one to 8", Refused([.. Enumerable.Repeat(atLeastOneAndNotBoth[0], 9)], new double[10]), StringComparison.Ordinal);
        Assert.Contains("has 2 numbers", Refused([[1, 1]], [1, 1]), StringComparison.Ordinal);
        Assert.Contains("has 2 numbers", Refused(atLeastOneAndNotBoth, [1, 1]), StringComparison.Ordinal);
        Assert.Contains("finite", Refused([[1, double.NaN, 0]], [1, 1]), StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Refused(double[][] hidden, double[] output) =>
        Assert.Throws<ArgumentException>(() => LinesPlayground.Of(hidden, output)).Message;

    private static async Task<string[]> Texts(string script, string? html = null) =>
        [.. (await PlaygroundPage.DoAsync(html ?? Html, PlaneHands.Script + script, Cancel))!.AsArray().Select(text => text!.ToString())];
}
