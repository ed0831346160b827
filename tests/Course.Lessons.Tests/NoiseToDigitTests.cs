using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;
using Course.Notebooks.Results;
using Course.TestTools;

namespace Course.Lessons.Tests;

/// <summary>What lesson 17 says of the machine that draws in its page, asked of that page.</summary>
public partial class NoiseToDigitTests
{
    private const string Ask = """
        const spoken = () => box.querySelector(".play-spoken").textContent, hand = box.querySelector("input[type=range]");
        const way = box.querySelector("select"), button = [...box.querySelectorAll("button")].find(one => one.textContent.startsWith("Eight"));
        const ask = async taken => {
          hand.value = taken;
          hand.dispatchEvent(new Event("input"));
          for (let n = 0; n < 200 && !spoken().startsWith(`${100 - taken} steps`); n++) await painted();
          button.click();
          for (let n = 0; n < 200 && !spoken().startsWith(`From ${100 - taken} steps`); n++) await painted();
          return spoken();
        };
        const fresh = [await ask(0), await ask(80)];
        way.selectedIndex = 1;
        way.dispatchEvent(new Event("change"));
        return [...fresh, await ask(0)];
        """;

    [Fact]
    public async Task From_pure_noise_the_futures_part_from_twenty_steps_to_go_they_hardly_do_and_without_new_noise_they_are_one()
    {
        NotebookReport lesson = await LessonRuns.Of(Repository.LessonFiles.Single(file => file.StartsWith("17", StringComparison.Ordinal)));
        Assert.True(lesson.Succeeded, lesson.Failure?.Summary);
        string text = Cell<MarkdownCell>(lesson, "judge-text").Source;
        string html = Cell<CodeCell>(lesson, "hand").Outputs.OfType<ResultOutput>().Single().Data.Text("text/html")!;

        JsonNode? said = await PlaygroundPage.DoAsync(
            "<script>requestAnimationFrame = act => setTimeout(() => act(performance.now()), 16);</script>" + html, Ask,
            TestContext.Current.CancellationToken);

        double[] apart = [.. said!.AsArray().Select(words =>
            double.Parse(Pixels().Match((string)words!).Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Contains("From pure noise, eight futures are eight pictures", text, StringComparison.Ordinal);
        Assert.InRange(apart[0], 25, 60);
        Assert.Contains("From twenty steps to go they hardly differ any more", text, StringComparison.Ordinal);
        Assert.InRange(apart[1], 1, 13);
        Assert.Contains("Without new noise all eight are the same", text, StringComparison.Ordinal);
        Assert.Equal(0, apart[2]);
    }

    private static T Cell<T>(NotebookReport lesson, string id)
        where T : NotebookCell => (T)lesson.Executed!.Cells.Single(cell => cell.Id == id);

    [GeneratedRegex(@"differ in (\d+\.\d) of 196 pixels")]
    private static partial Regex Pixels();
}
