using System.Text.Json.Nodes;
using Course.Plots.Playgrounds;
using Course.TestTools;

namespace Course.Tests.Plots.Playgrounds;

public class PlaygroundTests
{
    private static string Html(Playground playground) => ((IMimeRenderable)playground).Face(Mime.Html)!;

    private static Playground Empty(JsonObject machine) => new("empty", "An <empty> machine", "Do nothing.", machine);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Packed_numbers_come_out_in_the_page_as_they_went_in(bool half)
    {
        float[] numbers = [0, -0f, 1, -1.5f, 0.1f, 65504, 6e-8f, 6e-5f, -3.14159f, float.PositiveInfinity, 1234.5f];
        var machine = new JsonObject { ["w"] = half ? PackedNumbers.Half(numbers) : PackedNumbers.Single(numbers) };
        string html = Html(Empty(machine)).Replace("(ui, box) => {", "(ui, box) => { box.compute = () => [...ui.numbers(machine.w)].map(String);",
            StringComparison.Ordinal);

        JsonArray answer = await PlaygroundPage.ComputeAsync(html, [0], Cancel);

        Assert.Equal(
            numbers.Select(number => half ? (float)(Half)number : number),
            answer[0]!.AsArray().Select(text => text!.ToString() == "Infinity" ? float.PositiveInfinity
                : float.Parse(text.ToString(), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Where_scripts_run_the_box_is_alive_and_its_name_is_spoken()
    {
        JsonNode? seen = await PlaygroundPage.DoAsync(Html(Empty([])),
            "await painted(); return [box.dataset.alive, box.ariaLabel ?? box.getAttribute('aria-label'), getComputedStyle(box.querySelector('.play-off')).display];",
            Cancel);
        Assert.Equal("""["yes","An \u003Cempty\u003E machine","none"]""", seen!.ToJsonString());
    }

    [Fact]
    public void A_machine_that_is_too_large_for_a_page_is_refused() =>
        Assert.Contains("more than 300,000", Assert.Throws<ArgumentException>(
            () => Empty(new JsonObject { ["w"] = PackedNumbers.Single(new float[60_000]) })).Message, StringComparison.Ordinal);

    [Fact]
    public void In_a_terminal_it_says_what_it_is()
    {
        string? text = ((IMimeRenderable)Empty([])).Face(Mime.Plain);
        Assert.StartsWith("An <empty> machine Do nothing. (To play with it, open", text, StringComparison.Ordinal);
    }
}
