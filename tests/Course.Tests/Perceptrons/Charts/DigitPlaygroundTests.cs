using System.Globalization;
using System.Text.Json.Nodes;
using Course.Perceptrons;
using Course.Perceptrons.Charts;
using Course.Plots.Playgrounds;
using Course.TestTools;

namespace Course.Tests.Perceptrons.Charts;

public class DigitPlaygroundTests
{
    private const string DrawsAThree = PlaygroundPage.Hand + """
        press("Clear");
        drawThree();
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Html(Playground playground) => ((IMimeRenderable)playground).Face(Mime.Html)!;

    private static SoftmaxRegression Machine(int seed)
    {
        var random = new Random(seed);
        var machine = new SoftmaxRegression(196, 10);
        foreach (float[] row in machine.Weights)
            for (int i = 0; i < row.Length; i++) row[i] = (float)(random.NextDouble() - 0.5);
        for (int k = 0; k < 10; k++) machine.Biases[k] = (float)(random.NextDouble() - 0.5);
        return machine;
    }

    private static float[] Numbers(JsonNode? array) => [.. array!.AsArray().Select(number => (float)(double)number!)];

    [Fact]
    public async Task The_page_has_the_sums_and_probabilities_of_the_library()
    {
        SoftmaxRegression machine = Machine(1);
        var random = new Random(2);
        float[][] images = [.. Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 196).Select(_ => random.NextSingle()).ToArray())];

        JsonArray answers = await PlaygroundPage.ComputeAsync(Html(DigitPlayground.Of(machine)),
            [.. images.Select(image => new JsonArray([.. image.Select(ink => JsonValue.Create(ink))]))], Cancel);

        foreach ((float[] image, JsonNode? answer) in images.Zip(answers))
        {
            Assert.Equal(machine.Sums(image), Numbers(answer!["sums"]), (a, b) => Math.Abs(a - b) < 1e-4);
            Assert.Equal(machine.Probabilities(image), Numbers(answer["probabilities"]), (a, b) => Math.Abs(a - b) < 1e-4);
        }
    }

    [Fact]
    public async Task A_drawn_three_is_read_as_the_library_reads_its_pixels_and_so_it_is_when_moved_by_two_columns()
    {
        SoftmaxRegression machine = Machine(3);
        JsonNode seen = (await PlaygroundPage.DoAsync(Html(DigitPlayground.Of(machine)), DrawsAThree + """
            const drawn = [box.seen(), text()];
            press("Move the drawing right");
            press("Move the drawing right");
            return [drawn, [box.seen(), text()]];
            """, Cancel))!;

        float[] image = Numbers(seen[0]![0]), moved = Numbers(seen[1]![0]);
        Assert.InRange(image.Sum(), 20, 60);
        Assert.Equal(Enumerable.Range(0, 196).Select(n => n % 14 >= 2 ? image[n - 2] : 0), moved);
        Assert.StartsWith($"It {Reads(machine, image)}", (string)seen[0]![1]!, StringComparison.Ordinal);
        Assert.StartsWith($"Moved 2 to the right: it {Reads(machine, moved)}", (string)seen[1]![1]!, StringComparison.Ordinal);
    }

    private static string Reads(SoftmaxRegression machine, float[] image) => string.Create(CultureInfo.InvariantCulture,
        $"reads {machine.Predict(image)}, {100 * machine.Probabilities(image).Max():0} % sure.");

    [Fact]
    public async Task Centred_first_a_drawing_is_the_same_wherever_it_stands_and_sized_like_a_digit_of_MNIST()
    {
        JsonNode seen = (await PlaygroundPage.DoAsync(Html(DigitPlayground.Of(Machine(4))), DrawsAThree + """
            box.querySelector("input[type=checkbox]").click();
            const home = box.seen();
            press("Move the drawing right");
            press("Move the drawing up");
            return [home, box.seen()];
            """, Cancel))!;

        float[] home = Numbers(seen[0]), moved = Numbers(seen[1]);
        Assert.Equal(home, moved, (a, b) => Math.Abs(a - b) < 1e-4);
        double ink = home.Sum();
        Assert.Equal(7, home.Select((value, n) => value * (n % 14 + 0.5)).Sum() / ink, 0.2);
        Assert.Equal(7, home.Select((value, n) => value * (n / 14 + 0.5)).Sum() / ink, 0.2);
        int[] rows = [.. Enumerable.Range(0, 196).Where(n => home[n] > 0.05).Select(n => n / 14)];
        Assert.InRange(rows.Max() - rows.Min() + 1, 10, 11);
    }

    [Fact]
    public async Task Keys_move_a_cursor_ink_and_erase()
    {
        JsonNode seen = (await PlaygroundPage.DoAsync(Html(DigitPlayground.Of(Machine(5))), """
            const pad = box.querySelector("canvas.play-touch"), seen = [];
            const key = (key, shiftKey = false) => pad.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, cancelable: true }));
            for (const one of ["ArrowUp", "ArrowLeft", " "]) key(one);
            seen.push(box.seen()[6 * 14 + 6], box.querySelector(".play-where").textContent);
            key("ArrowRight", true);
            seen.push(box.seen()[6 * 14 + 7]);
            key("Delete");
            seen.push(box.seen()[6 * 14 + 7], box.seen()[6 * 14 + 6]);
            return seen;
            """, Cancel))!;
        Assert.Equal("""[1,"row 7, column 7: 100 % ink",1,0,1]""", seen.ToJsonString());
    }

    [Fact]
    public async Task A_link_brings_the_drawing_back()
    {
        const string Own = """<meta name="generator" content="course">""";
        string html = Html(DigitPlayground.Of(Machine(6)));
        JsonNode first = (await PlaygroundPage.DoAsync(Own + html, DrawsAThree + """
            await new Promise(done => setTimeout(done, 400));
            return [location.hash, box.seen(), text()];
            """, Cancel))!;
        string hash = (string)first[0]!;
        Assert.StartsWith("#play=digit&ink=", hash, StringComparison.Ordinal);
        Assert.InRange(hash.Length, 20, 200);

        JsonNode again = (await PlaygroundPage.DoAsync($"{Own}<script>location.hash = \"{hash}\";</script>{html}",
            "return [box.seen(), box.querySelector('.play-spoken').textContent];", Cancel))!;
        Assert.Equal(Numbers(first[1]), Numbers(again[0]), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal((string)first[2]!, (string)again[1]!);
    }

    [Fact]
    public void A_machine_or_a_drawing_of_another_shape_is_refused()
    {
        Assert.Contains("these are 10 that see 195 pixels",
            Assert.Throws<ArgumentException>(() => DigitPlayground.Of(new SoftmaxRegression(195, 10))).Message, StringComparison.Ordinal);
        Assert.Contains("these are 3 that see 196",
            Assert.Throws<ArgumentException>(() => DigitPlayground.Of(new SoftmaxRegression(196, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("256 pixels, which are not 14 × 14",
            Assert.Throws<ArgumentException>(() => DigitPlayground.Of(Machine(1), new float[256])).Message, StringComparison.Ordinal);
    }
}
