using System.Globalization;
using System.Text.Json.Nodes;
using Course.ConvNets;
using Course.ConvNets.Charts;
using Course.Nn;
using Course.Perceptrons;
using Course.Plots.Playgrounds;
using Course.TestTools;

namespace Course.Tests.ConvNets.Charts;

public class LeNetPlaygroundTests
{
    private static readonly (string Name, int Units)[] layers = [("h1", 768), ("h2", 192), ("h3", 30), ("output", 10)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Html(Playground playground) => ((IMimeRenderable)playground).Face(Mime.Html)!;

    // Three times the weights that a network begins with: its units then answer with all of the curve.
    private static LeNet1989 Net(int seed)
    {
        var net = new LeNet1989(new Random(seed));
        foreach (Parameter parameter in net.Parameters)
            for (int i = 0; i < parameter.Values.Length; i++) parameter.Values[i] *= 3;
        return net;
    }

    private static SoftmaxRegression TenSums()
    {
        var random = new Random(5);
        var machine = new SoftmaxRegression(256, 10);
        foreach (float[] row in machine.Weights)
            for (int i = 0; i < row.Length; i++) row[i] = random.NextSingle() - 0.5f;
        return machine;
    }

    private static float[][] Pictures(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, 256).Select(_ => random.NextSingle()).ToArray())];
    }

    private static double[] Numbers(JsonNode? array) => [.. array!.AsArray().Select(number => (double)number!)];

    private static JsonArray Json(IEnumerable<float> numbers) => new([.. numbers.Select(number => JsonValue.Create(number))]);

    private static double[] Layer(LeNet1989 net, string name) => name switch
    {
        "h1" => [.. net.H1.Outputs],
        "h2" => [.. net.H2.Outputs],
        "h3" => [.. net.H3.Outputs],
        _ => [.. net.Output.Outputs],
    };

    [Fact]
    public async Task Every_unit_in_the_page_answers_what_the_library_says_and_so_do_the_ten_sums()
    {
        LeNet1989 net = Net(1);
        SoftmaxRegression tenSums = TenSums();
        float[][] images = Pictures(2, 20);

        JsonArray answers = await PlaygroundPage.ComputeAsync(Html(LeNetPlayground.Of(net, tenSums)), [.. images.Select(Json)], Cancel);

        foreach ((float[] image, JsonNode? answer) in images.Zip(answers))
        {
            net.Forward(LeNet1989.Input(image));
            foreach ((string name, int units) in layers)
            {
                Assert.Equal(units, Layer(net, name).Length);
                Assert.Equal(Layer(net, name), Numbers(answer![name]), (a, b) => Math.Abs(a - b) < 1e-4);
            }
            Assert.Equal(tenSums.Sums(image).Select(sum => (double)sum), Numbers(answer!["sums"]), (a, b) => Math.Abs(a - b) < 1e-4);
        }
    }

    [Fact]
    public async Task A_unit_asked_why_shows_the_products_of_its_answer_and_the_pixels_that_reach_it()
    {
        LeNet1989 net = Net(3);
        float[] image = Pictures(4, 1)[0];
        (string Layer, int Unit)[] asked = [("h1", 0), ("h1", 64 * 5 + 8 * 3 + 4), ("h1", 767), ("h2", 0), ("h2", 16 * 7 + 4 * 1 + 2),
            ("h2", 191), ("h3", 17), ("output", 9)];
        var questions = new JsonArray([.. asked.Select(one => new JsonArray(one.Layer, one.Unit))]);

        var answers = (JsonArray)(await PlaygroundPage.DoAsync(Html(LeNetPlayground.Of(net)),
            $"return {questions.ToJsonString()}.map(([layer, unit]) => box.explain({Json(image).ToJsonString()}, layer, unit));", Cancel))!;

        net.Forward(LeNet1989.Input(image));
        double[] Answers() => [.. asked.Select(one => Layer(net, one.Layer)[one.Unit])];
        double[] said = Answers();
        foreach (((string layer, int unit), JsonNode? why, double value) in asked.Zip(answers, said))
        {
            Assert.Equal(value, (double)why!["value"]!, 1e-4);
            Assert.Equal(layer switch { "h1" or "output" => 1, "h2" => 8, _ => 12 }, why["groups"]!.AsArray().Count);
            double sum = why["groups"]!.AsArray().Sum(group => Numbers(group!["sees"]).Zip(group["weights"]!.AsObject(),
                (x, weight) => x * (double)weight.Value!).Sum());
            Assert.Equal(sum, (double)why["products"]!, 1e-4);

            // A pixel reaches the unit if the unit's answer changes with it.
            double[] square = Numbers(why["pixels"]);
            for (int pixel = 0; pixel < 256; pixel++)
            {
                float[] changed = [.. image];
                changed[pixel] = 1 - changed[pixel];
                net.Forward(LeNet1989.Input(changed));
                bool reaches = Layer(net, layer)[unit] != value;
                double column = pixel % 16 - square[0], row = pixel / 16 - square[1];
                Assert.Equal(reaches, column >= 0 && column < square[2] && row >= 0 && row < square[2]);
            }
        }
    }

    [Fact]
    public async Task A_drawn_three_is_read_by_both_machines_as_the_library_reads_its_pixels_at_home_and_two_columns_on()
    {
        LeNet1989 net = Net(6);
        SoftmaxRegression tenSums = TenSums();
        JsonNode seen = (await PlaygroundPage.DoAsync(Html(LeNetPlayground.Of(net, tenSums)), PlaygroundPage.Hand + """
            drawThree();
            const drawn = [box.seen(), text()];
            press("Move the drawing left");
            press("Move the drawing left");
            return [drawn, [box.seen(), text()]];
            """, Cancel))!;

        string Reads(float[] image)
        {
            double[] y = net.Forward(LeNet1989.Input(image));
            return string.Create(CultureInfo.InvariantCulture,
                $"he network of 1989 reads {Array.IndexOf(y, y.Max())}, with {y.Max():0.00}; the ten sums read {tenSums.Predict(image)}, {100 * tenSums.Probabilities(image).Max():0} % sure.");
        }
        float[] home = [.. Numbers(seen[0]![0]).Select(ink => (float)ink)], moved = [.. Numbers(seen[1]![0]).Select(ink => (float)ink)];
        Assert.InRange(home.Sum(), 20, 80);
        Assert.Equal(Augmenter.Move(home, 16, 16, right: -2, down: 0), moved);
        Assert.Equal("T" + Reads(home), (string)seen[0]![1]!);
        Assert.Equal("Moved 2 to the left: t" + Reads(moved), (string)seen[1]![1]!);
    }

    [Fact]
    public async Task Arrow_keys_go_from_unit_to_unit_and_a_tap_holds_one()
    {
        JsonNode seen = (await PlaygroundPage.DoAsync(Html(LeNetPlayground.Of(Net(7))), """
            await painted();
            const canvas = box.querySelector("canvas[aria-label^='H2']");
            const words = () => box.textContent.match(/H2, map \d+, row \d, column \d/)[0];
            const key = key => canvas.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
            key("ArrowRight");
            const seen = [words()];
            for (let i = 0; i < 3; i++) key("ArrowRight");
            key("ArrowDown");
            seen.push(words());
            const at = canvas.getBoundingClientRect();
            canvas.dispatchEvent(new MouseEvent("click", { clientX: at.left + 20, clientY: at.top + 20 }));
            seen.push(box.textContent.includes("Held"));
            return seen;
            """, Cancel))!;
        Assert.Equal("""["H2, map 1, row 1, column 2","H2, map 2, row 2, column 1",true]""", seen.ToJsonString());
    }

    [Fact]
    public void Ten_neurons_for_other_pictures_and_another_drawing_are_refused()
    {
        Assert.Contains("14 × 14 pixels, and the network 16 × 16",
            Assert.Throws<ArgumentException>(() => LeNetPlayground.Of(Net(1), new SoftmaxRegression(196, 10))).Message,
            StringComparison.Ordinal);
        Assert.Contains("196 pixels, which are not 16 × 16",
            Assert.Throws<ArgumentException>(() => LeNetPlayground.Of(Net(1), start: new float[196])).Message, StringComparison.Ordinal);
    }
}
