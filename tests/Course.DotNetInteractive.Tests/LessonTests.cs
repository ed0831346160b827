using System.Text.Json.Nodes;
using Course.TestTools;
using Microsoft.DotNet.Interactive.Events;

namespace Course.DotNetInteractive.Tests;

/// <summary>Every lesson on the engine that people with Polyglot Notebooks have: what our own kernel shows must show there too.</summary>
[Collection(Engine.OneAtATime)]
public class LessonTests(ITestOutputHelper output)
{
    private const string Chart = "application/vnd.plotly.v1+json";
    private const string Claim = "application/vnd.course.claim.v2+json";
    private const string Check = "application/vnd.course.check.v1+json";

    public static TheoryData<string> Lessons =>
        [.. Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_cell_runs(string file)
    {
        NotebookRun run = await Engine.RunAsync(file);
        Assert.Null(run.Failure);
        Assert.NotEmpty(run.Cells);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Charts_are_shown_for_every_kind_of_frontend(string file)
    {
        NotebookRun run = await Engine.RunAsync(file);
        DisplayEvent[] charts = [.. run.Shown.Where(shown => shown.FormattedValues.Any(value => value.MimeType == Chart))];
        Assert.NotEmpty(charts);
        Assert.All(charts, chart => Assert.Contains(chart.FormattedValues, value => value.MimeType == "text/html"));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Claims_are_reported_and_a_miss_says_why(string file)
    {
        JsonNode[] claims = [.. (await Engine.RunAsync(file)).Of(Claim).Select(text => JsonNode.Parse(text)!)];
        Assert.NotEmpty(claims);
        Assert.All(claims, claim => Assert.True((string?)claim["verdict"] != "missed"
            || !string.IsNullOrWhiteSpace((string?)claim["note"]), $"{claim["id"]} misses and does not say why"));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_exercise_waits_to_be_attempted(string file)
    {
        JsonNode[] checks = [.. (await Engine.RunAsync(file)).Of(Check).Select(text => JsonNode.Parse(text)!)];
        Assert.NotEmpty(checks);
        Assert.All(checks, check => Assert.Equal("not-attempted", (string?)check["status"]));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_cell_shows_the_mime_types_that_it_shows_on_our_kernel(string file)
    {
        string[][] theirs = [.. (await Engine.RunAsync(file)).Cells.Select(cell => MimeTypes(cell))];
        JsonNode[] cells = await CodeCellsAsync(file);
        string[][] ours = [.. cells.Select(cell => MimeTypes(cell))];

        Assert.Equal(ours.Length, theirs.Length);
        Assert.All(cells.Index(), cell => Assert.Equal(ours[cell.Index], theirs[cell.Index]));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_claim_equals_our_kernel_s_to_the_digit(string file)
    {
        NotebookRun run = await Engine.RunAsync(file);
        JsonNode[] theirs = [.. run.Of(Claim).Select(text => JsonNode.Parse(text)!)];
        JsonNode[] cells = await CodeCellsAsync(file);
        JsonNode[] ours = [.. cells.SelectMany(Bundles).Select(bundle => bundle[Claim]).OfType<JsonNode>()];

        Assert.Equal(ours.Length, theirs.Length);
        foreach ((JsonNode here, JsonNode there) in ours.Zip(theirs))
            output.WriteLine($"| {here["id"]} | {here["measured"]!.ToJsonString()} | {there["measured"]!.ToJsonString()} |");
        Assert.All(ours.Zip(theirs), pair => Assert.True(JsonNode.DeepEquals(pair.First, pair.Second), $"{pair.First} here, {pair.Second} there"));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_data_frame_is_shown_as_on_our_kernel_to_the_letter(string file)
    {
        string[] theirs = [.. (await Engine.RunAsync(file)).Of("text/html").Where(IsDataFrame)];
        string[] ours = [.. (await CodeCellsAsync(file)).SelectMany(Bundles)
            .Select(bundle => Text(bundle["text/html"])).OfType<string>().Where(IsDataFrame)];

        Assert.Equal(ours, theirs);
        Assert.True(ours.Length > 0 || !File.ReadAllText(Path.Combine(Repository.Notebooks, file)).Contains("DataFrame", StringComparison.Ordinal),
            $"{file} shows no data frame");
    }

    [Fact]
    public async Task A_progress_bar_moves_in_place()
    {
        NotebookRun run = await Engine.RunAsync("02-perceptron.ipynb");
        Assert.Contains(run.Shown, shown => shown is DisplayedValueUpdated);
    }

    /// <summary>The code cells as our own kernel executed them.</summary>
    private static async Task<JsonNode[]> CodeCellsAsync(string file)
    {
        string run = await File.ReadAllTextAsync(await KernelRuns.PathOfAsync(file), TestContext.Current.CancellationToken);
        return [.. JsonNode.Parse(run)!["cells"]!.AsArray().Select(cell => cell!).Where(cell => (string?)cell["cell_type"] == "code")];
    }

    private static string[] MimeTypes(CellRun cell) =>
        [.. cell.Shown.Where(shown => shown is not (StandardOutputValueProduced or StandardErrorValueProduced))
            .SelectMany(shown => shown.FormattedValues).Select(value => value.MimeType).Where(IsCompared)
            .Distinct().Order(StringComparer.Ordinal)];

    private static string[] MimeTypes(JsonNode cell) =>
        [.. Bundles(cell).SelectMany(bundle => bundle.Select(data => data.Key)).Where(IsCompared)
            .Distinct().Order(StringComparer.Ordinal)];

    private static bool IsDataFrame(string html) => html.EndsWith("columns</div></div>", StringComparison.Ordinal);

    // nbformat writes a text as one string, or as its lines.
    private static string? Text(JsonNode? content) =>
        content is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)content;

    // Our kernel gives whatever it shows as plain text too, for front ends that draw nothing.
    private static bool IsCompared(string mimeType) => mimeType != "text/plain";

    private static IEnumerable<JsonObject> Bundles(JsonNode cell) =>
        cell["outputs"]!.AsArray().Select(output => output!["data"]).OfType<JsonObject>();
}
