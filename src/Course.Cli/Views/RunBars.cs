using System.Collections.Concurrent;
using System.Globalization;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Course.Cli.Views;

/// <summary>A run on a terminal: a bar for each running notebook, and above them a line for each that has ended.</summary>
internal sealed class RunBars : IRunView
{
    private const int BarWidth = 24;
    private static readonly TimeSpan frame = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, Bar> bars = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(Bar? Bar, NotebookReport Report)> ended = new();
    private readonly ManualResetEventSlim over = new();
    private readonly Thread painter;

    public RunBars()
    {
        // Spectre.Console loads on a separate thread while the first worker starts.
        painter = new Thread(Paint) { IsBackground = true, Name = "bars" };
        painter.Start();
    }

    public IProgress<RunEvent> Begin(string notebook) => bars[notebook] = new Bar(notebook);

    public void End(NotebookReport report)
    {
        bars.TryRemove(report.Name, out Bar? bar);
        ended.Enqueue((bar, report));
    }

    public void Dispose()
    {
        over.Set();
        painter.Join();
        over.Dispose();
    }

    private void Paint()
    {
        IAnsiConsole console = AnsiConsole.Console;
        var progress = console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new ProgressBarColumn { Width = BarWidth }, new PercentageColumn(), new ElapsedTimeColumn(), new CellColumn());
        progress.RefreshRate = frame;
        progress.Start(context =>
        {
            bool over;
            do
            {
                over = this.over.Wait(frame);
                while (this.ended.TryDequeue(out (Bar? Bar, NotebookReport Report) ended))
                {
                    ended.Bar?.End();
                    Announce(console, ended.Report);
                }

                foreach (Bar bar in bars.Values.OrderBy(bar => bar.Notebook, StringComparer.Ordinal))
                    bar.Show(context);
            }
            while (!over);
        });
    }

    private static void Announce(IAnsiConsole console, NotebookReport report)
    {
        bool good = report.Succeeded && report.Claims.All(claim => claim.Verdict != "missed");
        console.MarkupLineInterpolated(good ? (FormattableString)$"[green]✓[/] {Verdict.Of(report)}" : $"[red]✗[/] {Verdict.Of(report)}");
        if (report.Failure is { } failure)
        {
            console.MarkupLineInterpolated($"  [red]{failure.Summary}[/]");
            if (Console.IsErrorRedirected)
                Console.Error.WriteLine($"{report.Name}: {failure.Summary}");
        }
    }

    /// <summary>What a notebook is doing now, as plain text, because a cell may have written anything.</summary>
    private sealed class CellColumn : ProgressColumn
    {
        // The bar, the percentage, the time, and a blank between each two.
        private const int Others = BarWidth + 4 + 8 + 4;

        protected override bool NoWrap => true;

        // Truncated here: a column that is too wide would make the others wrap.
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            int room = Math.Max(0, options.ConsoleSize.Width - Others);
            return new Text(task.Description.Length <= room ? task.Description : task.Description[..room]);
        }
    }

    private sealed class Bar(string notebook) : IProgress<RunEvent>
    {
        private volatile CellStarted? cell;
        private volatile string text = "";
        private DateTime since = DateTime.UtcNow;
        private ProgressTask? task;

        public string Notebook => notebook;

        public void Report(RunEvent happened)
        {
            switch (happened)
            {
                case CellStarted started:
                    (since, text, cell) = (DateTime.UtcNow, "", started);
                    break;
                case CellShowed showed when LastLine.Of(showed.Text) is { } line:
                    text = line;
                    break;
            }
        }

        /// <summary>Updates the bar on the screen. Called only by the painter.</summary>
        public void Show(ProgressContext context)
        {
            task ??= context.AddTask(notebook);
            if (this.cell is not { } cell)
            {
                task.Description = $"{notebook} starting";
                return;
            }

            task.MaxValue = cell.Of;
            task.Value = cell.Number - 1;
            double seconds = (DateTime.UtcNow - since).TotalSeconds;
            task.Description = string.Create(
                CultureInfo.InvariantCulture, $"{notebook} {cell.Number}/{cell.Of} {cell.Id} {seconds:0} s  {text}");
        }

        /// <summary>Removes the bar from the screen.</summary>
        public void End() => task?.StopTask();
    }
}
