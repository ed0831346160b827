using System.Globalization;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.Cli.Views;

/// <summary>A run as plain lines, one per cell and one per notebook: for logs and pipes.</summary>
internal sealed class RunLines : IRunView
{
    public IProgress<RunEvent> Begin(string notebook) => new Cells(notebook);

    public void End(NotebookReport report)
    {
        if (report.Failure is { } failure)
            Console.Error.WriteLine($"{report.Name}: {failure.Summary}");
        Console.Out.WriteLine(Verdict.Of(report));
    }

    public void Dispose()
    {
    }

    private sealed class Cells(string notebook) : IProgress<RunEvent>
    {
        private static readonly TimeSpan quiet = TimeSpan.FromSeconds(10);
        private DateTime spoke;
        private string? id;
        private int of;

        public void Report(RunEvent happened)
        {
            switch (happened)
            {
                case CellStarted started:
                    (id, of, spoke) = (started.Id, started.Of, DateTime.UtcNow);
                    break;
                case CellShowed showed when DateTime.UtcNow - spoke > quiet && LastLine.Of(showed.Text) is { } line:
                    Console.Out.WriteLine($"{notebook} [{showed.Number}/{of}] {id} ... {line}");
                    spoke = DateTime.UtcNow;
                    break;
                case CellFinished { Cell: { } cell } finished:
                    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{notebook} [{cell.Number}/{finished.Of}] {cell.Id} {cell.Seconds:0.00} s{(cell.Succeeded ? "" : " FAILED")}"));
                    break;
            }
        }
    }
}
