using System.Collections.Concurrent;
using System.Globalization;
using Course.Notebooks.Results;
using Course.Notebooks.Runner;
using Spectre.Console;

namespace Course.Cli.Views;

/// <summary>A run on a terminal: a bar for each notebook that runs, and above them a line for each that has ended.</summary>
internal sealed class RunBars : IRunView
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, Bar> _bars = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<NotebookReport> _ended = new();
    private readonly ManualResetEventSlim _over = new();
    private readonly Thread _painter;

    public RunBars()
    {
        // Spectre.Console is loaded on a thread of its own, while the first worker starts.
        _painter = new Thread(Paint) { IsBackground = true, Name = "bars" };
        _painter.Start();
    }

    public IProgress<RunEvent> Begin(string notebook) => _bars[notebook] = new Bar(notebook);

    public void End(NotebookReport report)
    {
        _bars.TryRemove(report.Name, out _);
        _ended.Enqueue(report);
    }

    public void Dispose()
    {
        _over.Set();
        _painter.Join();
        _over.Dispose();
    }

    private void Paint()
    {
        IAnsiConsole console = AnsiConsole.Console;
        console.Live(new Text("")).AutoClear(true).Start(live =>
        {
            bool over;
            do
            {
                over = _over.Wait(Frame);
                if (!_ended.IsEmpty)
                {
                    // Lines go above the bars, which are painted again below them.
                    live.UpdateTarget(new Text(""));
                    while (_ended.TryDequeue(out NotebookReport? report))
                        Announce(console, report);
                }

                live.UpdateTarget(new Rows(_bars.Values.OrderBy(bar => bar.Notebook, StringComparer.Ordinal).Select(bar => bar.Paint(console.Profile.Width))));
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

    private sealed class Bar(string notebook) : IProgress<RunEvent>
    {
        private const int Wide = 24;

        private volatile CellStarted? _cell;
        private volatile string _text = "";
        private DateTime _since = DateTime.UtcNow;

        public string Notebook => notebook;

        public void Report(RunEvent happened)
        {
            switch (happened)
            {
                case CellStarted started:
                    (_since, _text, _cell) = (DateTime.UtcNow, "", started);
                    break;
                case CellShowed showed when LastLine.Of(showed.Text) is { } line:
                    _text = line;
                    break;
            }
        }

        public Text Paint(int width)
        {
            CellStarted? cell = _cell;
            int full = cell is null ? 0 : Wide * (cell.Number - 1) / cell.Of;
            string place = cell is null ? "starting" : string.Create(CultureInfo.InvariantCulture, $"{cell.Number}/{cell.Of} {cell.Id} {(DateTime.UtcNow - _since).TotalSeconds:0} s");
            string line = $"{notebook} {new string('━', full)}{new string('╌', Wide - full)} {place}  {_text}";
            return new Text(line.Length < width ? line : line[..Math.Max(0, width - 1)]);
        }
    }
}
