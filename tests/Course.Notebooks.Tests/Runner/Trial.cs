using System.Diagnostics;
using Course.Notebooks.Documents;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.Notebooks.Tests.Runner;

/// <summary>Runs cells in a worker, as the command does.</summary>
internal sealed class Trial : IProgress<RunEvent>
{
    private readonly List<RunEvent> events = [];
    private readonly Stopwatch sinceTheLastCellBegan = new();

    private Trial()
    {
    }

    public required NotebookReport Report { get; init; }

    /// <summary>From the beginning of the last cell to the end of the run.</summary>
    public required TimeSpan Took { get; init; }

    public IReadOnlyList<RunEvent> Events => events;

    public IEnumerable<CellOutput> OutputsOf(int number) => Report.Executed!.Cells.OfType<CodeCell>().ElementAt(number - 1).Outputs;

    public string PrintedBy(int number) => string.Concat(OutputsOf(number).OfType<StreamOutput>().Select(stream => stream.Text));

    /// <summary>The run's failure, which must be of this kind and in this cell, told in one line and once.</summary>
    public NotebookFailure FailureOf(FailureKind kind, int cell, int? line = null)
    {
        NotebookFailure? failure = Report.Failure;
        Assert.NotNull(failure);
        Assert.True((kind, cell) == (failure.Kind, failure.Cell), $"{failure.Kind} and not {kind} in cell {cell}: {failure.Summary}");
        Assert.Equal($"part-{cell}", failure.CellId);
        if (line is not null)
            Assert.Equal(line, failure.Line);
        Assert.DoesNotContain('\n', failure.Summary);
        Assert.Single(OutputsOf(cell).OfType<ErrorOutput>());
        return failure;
    }

    void IProgress<RunEvent>.Report(RunEvent value)
    {
        events.Add(value);
        if (value is CellStarted) sinceTheLastCellBegan.Restart();
    }

    public static Task<Trial> OfAsync(params string[] cells) => WithinAsync(TimeSpan.FromSeconds(120), cells);

    public static Task<Trial> WithinAsync(TimeSpan limit, params string[] cells) =>
        OfAsync(new RunRequest(Path.Combine(Path.GetTempPath(), "trial.ipynb")) { Document = Document(cells), CellTimeout = limit });

    public static async Task<Trial> OfAsync(RunRequest request, CancellationToken? cancellation = null)
    {
        var told = new Trial { Report = null!, Took = default };
        NotebookReport report = await NotebookRunner.RunAsync(request, told, cancellation ?? TestContext.Current.CancellationToken);
        var trial = new Trial { Report = report, Took = told.sinceTheLastCellBegan.Elapsed };
        trial.events.AddRange(told.events);
        return trial;
    }

    public static NotebookDocument Document(params string[] cells)
    {
        var document = new NotebookDocument();
        document.Cells.Add(new MarkdownCell("# A trial", "heading"));
        for (int number = 1; number <= cells.Length; number++)
            document.Cells.Add(new CodeCell(cells[number - 1], $"part-{number}"));
        return document;
    }
}
