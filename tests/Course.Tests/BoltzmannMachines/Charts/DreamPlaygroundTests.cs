using System.Text.Json.Nodes;
using Course.BoltzmannMachines;
using Course.BoltzmannMachines.Charts;
using Course.TestTools;

namespace Course.Tests.BoltzmannMachines.Charts;

public class DreamPlaygroundTests
{
    private const int Pixels = 14 * 14;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_computes_what_the_library_computes()
    {
        var random = new Random(1);
        RestrictedBoltzmannMachine machine = Drawn(random);
        (float[] V, float[] H, float T)[] inputs =
            [.. Enumerable.Range(0, 24).Select(_ => (Coins(Pixels, random), Coins(64, random), 0.1f + 2.9f * random.NextSingle()))];

        JsonArray page = await PlaygroundPage.ComputeAsync(Html(machine), new JsonArray([.. inputs.Select(input => new JsonObject
        {
            ["v"] = new JsonArray([.. input.V.Select(on => JsonValue.Create(on))]),
            ["h"] = new JsonArray([.. input.H.Select(on => JsonValue.Create(on))]),
            ["temperature"] = input.T,
        })]), Cancel);

        Assert.All(inputs.Zip(page), pair =>
        {
            ((float[] V, float[] H, float T) input, JsonNode? answer) = pair;
            RestrictedBoltzmannMachine heated = Heated(machine, input.T);
            Equal(heated.HiddenProbabilities(input.V), answer!["hidden"]!);
            Equal(heated.VisibleProbabilities(input.H), answer["visible"]!);
            Assert.Equal(machine.FreeEnergy(input.V), (double)answer["energy"]!, 1e-3);
        });
    }

    [Fact]
    public async Task Held_pixels_stay_and_the_others_move()
    {
        JsonNode? seen = await PlaygroundPage.DoAsync(Html(Drawn(new Random(2)), new float[Pixels]), """
            const press = name => [...box.querySelectorAll("button")].find(button => button.textContent === name).click();
            const start = [...box.querySelectorAll("select")][0];
            start.value = "digit 0";
            start.onchange();
            const picture = box.querySelector("canvas"), at = picture.getBoundingClientRect(), dot = at.width / 14;
            const draw = (type, x, y) => picture.dispatchEvent(new PointerEvent(type,
              { clientX: at.left + (x + 0.5) * dot, clientY: at.top + (y + 0.5) * dot, buttons: 1, bubbles: true }));
            draw("pointerdown", 3, 2);
            draw("pointermove", 4, 2);
            for (let k = 0; k < 20; k++) press("One step");
            await painted();
            const brush = picture.getContext("2d"), size = picture.width / 14;
            const ink = (x, y) => brush.getImageData((x + 0.5) * size, (y + 0.5) * size, 1, 1).data[0];
            const all = Array.from({ length: 196 }, (_, i) => ink(i % 14, Math.floor(i / 14)));
            return { held: [ink(3, 2), ink(4, 2)], said: box.querySelector(".play-spoken").textContent, different: new Set(all).size };
            """, Cancel);

        Assert.Equal("[16,16]", seen!["held"]!.ToJsonString());                 // black on a page that is white
        Assert.StartsWith("Step 20, temperature 1.0: ", (string)seen["said"]!, StringComparison.Ordinal);
        Assert.True((int)seen["different"]! > 50);
    }

    [Fact]
    public void A_machine_of_another_size_is_refused()
    {
        Assert.Contains("196 visible units for 10 x 10", Assert.Throws<ArgumentException>(
            () => DreamPlayground.Of(Drawn(new Random(1)), 10, 10)).Message, StringComparison.Ordinal);
        Assert.Contains("has 3 pixels", Assert.Throws<ArgumentException>(
            () => DreamPlayground.Of(Drawn(new Random(1)), 14, 14, new float[3])).Message, StringComparison.Ordinal);
    }

    private static string Html(RestrictedBoltzmannMachine machine, params float[][] starts) =>
        ((IMimeRenderable)DreamPlayground.Of(machine, 14, 14, starts)).Face(Mime.Html)!;

    private static RestrictedBoltzmannMachine Drawn(Random random)
    {
        var machine = new RestrictedBoltzmannMachine(Pixels, 64, random);
        foreach (float[] row in (float[][])[.. machine.Weights, machine.VisibleBiases, machine.HiddenBiases])
        {
            for (int i = 0; i < row.Length; i++) row[i] = 2 * random.NextSingle() - 1;
        }

        return machine;
    }

    private static RestrictedBoltzmannMachine Heated(RestrictedBoltzmannMachine machine, float temperature)
    {
        var hot = new RestrictedBoltzmannMachine(Pixels, 64, new Random(0));
        float[][] from = [.. machine.Weights, machine.VisibleBiases, machine.HiddenBiases];
        float[][] to = [.. hot.Weights, hot.VisibleBiases, hot.HiddenBiases];
        for (int j = 0; j < from.Length; j++) Array.ConvertAll(from[j], weight => weight / temperature).CopyTo(to[j], 0);
        return hot;
    }

    private static float[] Coins(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(2))];

    private static void Equal(float[] expected, JsonNode actual) =>
        Assert.All(expected.Zip(actual.AsArray()), pair => Assert.Equal(pair.First, (float)(double)pair.Second!, 1e-4f));
}
