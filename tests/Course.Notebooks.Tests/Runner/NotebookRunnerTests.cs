using Course.Notebooks.Documents;
using Course.Notebooks.Protocol;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;
using Course.Notebooks.Worker;

namespace Course.Notebooks.Tests.Runner;

public class NotebookRunnerTests
{
    private const string Host = """((Action<string, IReadOnlyDictionary<string, string>, bool>)AppContext.GetData("Course.Display"))""";

    [Fact]
    public async Task Outputs_stand_in_the_executed_notebook_with_the_cells_numbers()
    {
        Trial trial = await Trial.OfAsync("int x = 1;", "Console.Write(\"a\");\nConsole.WriteLine(\"b\");\nx + 1", "display(\"shown\");");

        Assert.Null(trial.Report.Failure);
        Assert.Equal([1, 2, 3], trial.Report.Executed!.Cells.OfType<CodeCell>().Select(cell => cell.ExecutionCount));
        Assert.Empty(trial.OutputsOf(1));
        Assert.Collection(
            trial.OutputsOf(2),
            output => Assert.Equal(("stdout", "ab\n"), (Assert.IsType<StreamOutput>(output).Name,
                Assert.IsType<StreamOutput>(output).Text.ReplaceLineEndings("\n"))),
            output => Assert.Equal(2, Assert.IsType<ResultOutput>(output).ExecutionCount));
        Assert.Equal("shown", Assert.IsType<DisplayOutput>(Assert.Single(trial.OutputsOf(3))).Data.Text("text/plain"));
    }

    [Fact]
    public async Task Old_outputs_go_and_blank_cells_are_not_counted()
    {
        NotebookDocument document = Trial.Document("1", "  \n", "2");
        foreach (CodeCell cell in document.Cells.OfType<CodeCell>())
            cell.Outputs.Add(new StreamOutput("stdout", "from last year"));

        Trial trial = await Trial.OfAsync(new RunRequest("old.ipynb") { Document = document });

        Assert.Equal([1, null, 2], document.Cells.OfType<CodeCell>().Select(cell => cell.ExecutionCount));
        Assert.DoesNotContain(document.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs), output => output is StreamOutput);
        Assert.Equal(2, trial.Report.CodeCells);
    }

    [Fact]
    public async Task A_display_is_updated_where_it_stands_even_by_a_later_cell()
    {
        Trial trial = await Trial.OfAsync(
            $"var show = {Host};\nshow(\"bar\", new Dictionary<string, string> {{ [\"text/plain\"] = \"half\" }}, false);",
            "show(\"bar\", new Dictionary<string, string> { [\"text/plain\"] = \"whole\" }, true);");

        Assert.Equal("whole", Assert.IsType<DisplayOutput>(Assert.Single(trial.OutputsOf(1))).Data.Text("text/plain"));
        Assert.Empty(trial.OutputsOf(2));
    }

    [Fact]
    public async Task A_big_charts_JSON_arrives_letter_for_letter()
    {
        Trial trial = await Trial.OfAsync(
            $"var show = {Host};",
            """
            string chart = "{ \"y\":  [" + string.Join(", ", Enumerable.Range(0, 500_000).Select(n => $"{n}.50")) + "],\n\t\"é\": \"\\u00e9𝛾\" }";
            show("chart", new Dictionary<string, string> { ["application/vnd.plotly.v1+json"] = chart, ["text/plain"] = "a chart" }, false);
            """);

        string sent = "{ \"y\":  [" + string.Join(", ", Enumerable.Range(0, 500_000).Select(n => $"{n}.50"))
            + "],\n\t\"é\": \"\\u00e9𝛾\" }";
        MimeBundle data = Assert.IsType<DisplayOutput>(Assert.Single(trial.OutputsOf(2))).Data;
        Assert.True(sent == data.Text("application/vnd.plotly.v1+json"), "the text was changed on its way");
        Assert.Equal("é𝛾", (string?)data["application/vnd.plotly.v1+json"]!["é"]);
    }

    [Fact]
    public async Task NaN_in_the_JSON_of_a_cell_is_null_in_the_document()
    {
        Trial trial = await Trial.OfAsync(
            $"var show = {Host};",
            "show(\"a\", new Dictionary<string, string> { [\"application/json\"] = \"[NaN, 1.50, -Infinity]\" }, false);");

        Assert.Equal("[null,1.50,null]",
            Assert.IsType<DisplayOutput>(Assert.Single(trial.OutputsOf(2))).Data["application/json"]!.ToJsonString());
    }

    [Fact]
    public async Task Claims_and_checks_travel_out_of_the_notebook_the_last_of_each_id()
    {
        Trial trial = await Trial.OfAsync(
            $"var show = {Host};",
            Bundle("a", ClaimRecord.MimeType, """{"id":"1957.x.y","measured":[0.25,"NaN"],"verdict":"missed","strange":1}"""),
            Bundle("b", ClaimRecord.MimeType, """{"id":"1957.x.y","measured":[0.5],"verdict":"same","note":"the last"}"""),
            Bundle("f", ClaimRecord.EarlierMimeType,
                """{"id":"1943.z","lesson":2,"statement":"It learns.","published":"1","measured":[1],"measuredText":"1","holds":true}"""),
            Bundle("c", CheckRecord.MimeType,
                """{"id":"02.learn","title":"The rule","points":2,"status":"passed","cases":[{"shown":"1","expected":"1","got":"1","ok":true}],"hint":null}"""),
            Bundle("d", ClaimRecord.MimeType, """{"lesson":"no id"}"""),
            Bundle("e", CheckRecord.MimeType, "[1, 2]"));

        Assert.Null(trial.Report.Failure);
        Assert.Equal(
            [("1957.x.y", "same", 0.5, "the last"), ("1943.z", null, 1, null)],
            trial.Report.Claims.Select(claim => (claim.Id, claim.Verdict, Assert.Single(claim.Measured), claim.Note)));
        CheckRecord check = Assert.Single(trial.Report.Checks);
        Assert.Equal(("02.learn", 2.0, "passed"), (check.Id, check.Points, check.Status));

        static string Bundle(string id, string mimeType, string json) =>
            $"show(\"{id}\", new Dictionary<string, string> {{ [\"{mimeType}\"] = \"\"\"\"{json}\"\"\"\", [\"text/plain\"] = \"face\" }}, false);";
    }

    [Fact]
    public async Task Events_tell_of_each_cell_as_it_runs()
    {
        Trial trial = await Trial.OfAsync("Console.WriteLine(\"hello\");", "2");

        Assert.Equal(
            ["started 1/2 part-1", "showed hello", "finished 1 True", "started 2/2 part-2", "finished 2 True"],
            trial.Events.Select(happened => happened switch
            {
                CellStarted started => $"started {started.Number}/{started.Of} {started.Id}",
                CellShowed showed => $"showed {showed.Text.Trim()}",
                CellFinished finished => $"finished {finished.Cell.Number} {finished.Cell.Succeeded}",
                _ => "",
            }));
    }

    [Fact]
    public async Task Text_that_is_no_valid_unicode_arrives_all_the_same()
    {
        Trial trial = await Trial.OfAsync("""Console.Write("\ud800 | 𝛾 ≤ é \u2028 \0");""");

        Assert.Null(trial.Report.Failure);
        Assert.Contains("| 𝛾 ≤ é \u2028 \0", trial.PrintedBy(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_run_in_the_notebooks_folder_whatever_it_is_called()
    {
        using var folder = new TemporaryFolder("mit Leerzeichen, Ümläute und 感知器");
        string path = Path.Combine(folder.Path, "ein Heft.ipynb");
        Trial.Document("""Console.Write(System.IO.File.Exists("ein Heft.ipynb"));""", "System.IO.Directory.GetCurrentDirectory()")
            .Save(path);

        Trial trial = await Trial.OfAsync(new RunRequest(path));

        Assert.Null(trial.Report.Failure);
        Assert.Equal("ein Heft", trial.Report.Name);
        Assert.Equal("True", trial.PrintedBy(1));
    }

    [Fact]
    public async Task Two_notebooks_run_at_once_and_one_that_dies_does_not_disturb_the_other()
    {
        using var folder = new TemporaryFolder();
        string sign = Path.Combine(folder.Path, "sign").Replace('\\', '/');

        // The first waits, while it runs, for a sign that the second gives; then the second dies.
        Task<Trial> first = Trial.OfAsync($"while (!System.IO.File.Exists(\"{sign}\")) await Task.Delay(10);", "\"done\"");
        Task<Trial> second = Trial.OfAsync($"System.IO.File.WriteAllText(\"{sign}\", \"\");", "Environment.FailFast(\"\");");

        Assert.Null((await first).Report.Failure);
        Assert.Equal(FailureKind.Crash, (await second).Report.Failure?.Kind);
    }

    [Fact]
    public async Task An_interrupted_run_ends_at_once_and_says_so()
    {
        using var interrupt = new CancellationTokenSource();
        var request = new RunRequest("long.ipynb")
        {
            Document = Trial.Document("1", "Console.WriteLine(\"here\"); System.Threading.Thread.Sleep(-1);"),
            CellTimeout = null
        };
        var interrupter = new OnFirst(text => text.Contains("here", StringComparison.Ordinal), interrupt.Cancel);

        NotebookReport report = await NotebookRunner.RunAsync(request, interrupter, interrupt.Token);

        Assert.Equal(FailureKind.Interrupted, report.Failure?.Kind);
        Assert.Equal(2, report.Failure?.Cell);
    }

    [Fact]
    public async Task The_number_of_torch_threads_reaches_the_notebook()
    {
        var request = new RunRequest("threads.ipynb")
        {
            Document = Trial.Document("Console.Write(Environment.GetEnvironmentVariable(\"COURSE_TORCH_THREADS\"));"),
            TorchThreads = 1
        };

        Assert.Equal("1", (await Trial.OfAsync(request)).PrintedBy(1));
    }

    [Fact]
    public async Task The_first_worker_of_a_build_leaves_a_profile_that_lets_later_ones_start_sooner()
    {
        await Trial.OfAsync("1", "2");

        Assert.True(JitProfile.IsRecorded(WorkerHost.JitRole(WorkerMode.Run)));
        Assert.Null((await Trial.OfAsync("1", "2")).Report.Failure);
    }

    [Theory]
    [InlineData("hello", "it is not JSON")]
    [InlineData("""{"nbformat": 3, "nbformat_minor": 0, "worksheets": []}""", "nbformat 3")]
    [InlineData("", "not a notebook")]
    public async Task A_file_that_is_no_notebook_is_told_in_one_line(string content, string said)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "odd.ipynb");
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);

        NotebookReport report = await NotebookRunner.RunAsync(new RunRequest(path), null, TestContext.Current.CancellationToken);

        Assert.Equal(FailureKind.Unreadable, report.Failure?.Kind);
        Assert.Contains(said, report.Failure?.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', report.Failure!.Summary);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told_in_one_line()
    {
        NotebookReport report = await NotebookRunner.RunAsync(new RunRequest("nowhere/at-all.ipynb"), null,
            TestContext.Current.CancellationToken);

        Assert.Equal("there is no file nowhere/at-all.ipynb", report.Failure?.Summary);
    }

    private sealed class OnFirst(Predicate<string> wanted, Action act) : IProgress<RunEvent>
    {
        public void Report(RunEvent value)
        {
            if (value is CellShowed showed && wanted(showed.Text))
                act();
        }
    }
}
