using System.Globalization;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;
using Course.Notebooks.Html;
using Course.Notebooks.Results;
using Course.TestTools;

namespace Course.Lessons.Tests;

/// <summary>Every lesson, run as a learner runs it.</summary>
public partial class LessonTests(ITestOutputHelper output)
{
    // What stands in a cell's variables: a network's weights, their slopes, and what its optimizer remembers of them. These lessons have
    // larger networks than the others. A step that leaks leaves thousands.
    private static readonly Dictionary<string, int> networks =
        new() { ["12"] = 95, ["13"] = 33, ["14"] = 115, ["15"] = 225, ["16"] = 220, ["17"] = 130 };

    public static TheoryData<string> Lessons => [.. Repository.LessonFiles];

    public static TheoryData<string> TorchLessons =>
        [.. Repository.LessonFiles.Where(file => LiveTensors.Uses(NotebookDocument.Load(Path.Combine(Repository.Notebooks, file))))];

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_cell_runs(string file)
    {
        NotebookReport report = await LessonRuns.Of(file);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{file}: {report.Seconds:0.0} s, budget {LessonRuns.BudgetOf(file):0} s"));
        Assert.True(report.Succeeded, report.Failure?.Summary);
        Assert.Equal(report.CodeCells, report.Cells.Count);
    }

    [Fact]
    public void All_lessons_together_take_nine_minutes_at_most() =>
        Assert.InRange(Repository.LessonFiles.Sum(LessonRuns.BudgetOf), 1, 540);

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Each_claim_has_a_verdict_and_a_miss_is_explained(string file)
    {
        NotebookReport report = await LessonRuns.Of(file);
        Assert.NotEmpty(report.Claims);
        Assert.Distinct(report.Claims.Select(claim => claim.Id));
        Assert.All(report.Claims, claim =>
        {
            Assert.NotEmpty(claim.Measured);
            Assert.Contains(claim.Verdict, (string[])["same", "same direction", "holds", "missed", "reported"]);
            Assert.True(claim.Verdict != "missed"
                || !string.IsNullOrWhiteSpace(claim.Note), $"{claim.Id} misses ({string.Join(", ", claim.Measured)}) and does not say why");
        });
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_exercise_waits_to_be_attempted(string file)
    {
        NotebookReport report = await LessonRuns.Of(file);
        (string, double?, string?)[] marked = [.. report.Executed!.Cells
            .Select(cell => cell.Metadata["nbgrader"])
            .Where(marks => (bool?)marks?["grade"] == true)
            .Select(marks => (ExerciseOf((string)marks!["grade_id"]!), (double?)marks["points"], (string?)"not-attempted"))];
        Assert.Equal(marked, report.Checks.Select(check => (check.Id, check.Points, check.Status)));
    }

    [Theory]
    [MemberData(nameof(TorchLessons))]
    public async Task No_cell_leaves_more_tensors_behind_than_a_network_that_it_keeps(string file)
    {
        int network = networks.GetValueOrDefault(file[..2], 20);

        NotebookReport report = await LessonRuns.Of(file);

        Assert.True(report.Succeeded, report.Failure?.Summary);
        IReadOnlyList<(string Cell, int More)> left = LiveTensors.LeftBehind(report.Executed!);
        Assert.NotEmpty(left);
        Assert.All(left, cell => Assert.True(cell.More <= network,
            string.Create(CultureInfo.InvariantCulture, $"{cell.Cell} leaves {cell.More} tensors behind")));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Its_page_shows_every_chart_and_every_formula_without_network(string file)
    {
        NotebookDocument executed = (await LessonRuns.Of(file)).Executed!;
        int charts = executed.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs).Count(IsChart);
        using var page = new StringWriter();
        HtmlPage.Write(executed, page);

        string dump = Scripts().Replace(await Chromium.DumpAsync(page.ToString(), TestContext.Current.CancellationToken), "");

        Assert.NotEqual(0, charts);
        Assert.Equal(charts, Regex.Count(dump, "class=\"[^\"]*\\bplot-container\\b"));
        Assert.Equal(Regex.Count(dump, "<(span|div) class=\"math"), Regex.Count(dump, "<span class=\"katex\">"));
        Assert.DoesNotContain("class=\"katex-error\"", dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_sheet_shows_every_chart_in_light_and_dark_and_a_film_at_three_moments()
    {
        string file = Repository.LessonFiles.Single(file => file.StartsWith("01-", StringComparison.Ordinal));   // it has films
        NotebookDocument executed = (await LessonRuns.Of(file)).Executed!;
        string[] figures = [.. executed.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs).Where(IsChart).Select(FigureOf)];
        int films = figures.Count(figure => figure.Contains("\"frames\":[{", StringComparison.Ordinal));
        using var sheet = new StringWriter();
        ContactSheet.Write(executed, sheet, file);

        string dump = Scripts().Replace(await Chromium.DumpAsync(sheet.ToString(), TestContext.Current.CancellationToken), "");

        Assert.NotEqual(0, films);
        Assert.Equal(2 * (figures.Length - films) + 6 * films, Regex.Count(dump, "class=\"[^\"]*\\bplot-container\\b"));
    }

    // "02-learn-check" marks the check of the exercise 02.learn.
    private static string ExerciseOf(string gradeId) => $"{gradeId[..2]}.{gradeId[3..^"-check".Length]}";

    private static bool IsChart(CellOutput output) => FigureOf(output).Length > 0;

    private static string FigureOf(CellOutput output) => output switch
    {
        DisplayOutput display => display.Data.Text("application/vnd.plotly.v1+json") ?? "",
        ResultOutput result => result.Data.Text("application/vnd.plotly.v1+json") ?? "",
        _ => "",
    };

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();
}
