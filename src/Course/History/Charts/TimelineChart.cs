using Course.Data;
using Course.Plots;
using Microsoft.Data.Analysis;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using static Course.Plots.ChartExtensions;

namespace Course.History.Charts;

/// <summary>
/// The chronicle as a picture. Time runs downwards. The neural school has the left lane, the school of rules the right one, and what
/// concerns both stands between. A name under the pointer tells its story; the number in brackets leads to its lesson. Defined in
/// lesson 00.
/// </summary>
public static class TimelineChart
{
    internal const string Neural = "#0072B2", Rules = "#D55E00", Shared = "#009E73";
    private const int Height = 1060, Top = 84, Bottom = 16;
    private const double First = 1940, Last = 2030, RowsOfText = 16, Lane = 0.8, Names = 1.9, Edge = 12;

    // When they began and ended is a matter of opinion: these are the years most often named.
    private static readonly (string Name, double From, double To)[] winters =
        [("first winter, about 1974 to 1980", 1974, 1980), ("second winter, about 1987 to 1993", 1987, 1993)];

    /// <summary>Draws the chronicle.</summary>
    /// <param name="chronicle">Rows as <see cref="Chronicle.Load"/> has them.</param>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="pages">The notebook of each lesson, to which its name leads; null for those in the current folder.</param>
    public static GenericChart Of(DataFrame chronicle, string title, IReadOnlyDictionary<int, string>? pages = null)
    {
        ArgumentNullException.ThrowIfNull(chronicle);
        pages ??= LessonPages.In();
        Row[] rows = [.. Rows(chronicle)];
        Row[] left = [.. rows.Where(row => row.School == "connectionism")], right = [.. rows.Except(left)];
        (Row Row, double At)[] placed = [.. Placed(left), .. Placed(right)];
        Trace[] traces =
        [
            .. placed.Select(one => Leader(one.Row, one.At)),
            Dots(rows, "connectionism", "the neural school", Neural),
            Dots(rows, "symbolism", "the school of rules", Rules),
            Dots(rows, "both", "both", Shared),
        ];
        var layout = new Layout();
        layout.SetProperty("annotations", placed.Select(one => Name(one.Row, one.At, pages)).Concat(winters.Select(WinterName)).ToArray());
        layout.SetProperty("shapes", winters.Select(winter => Band(winter.From, winter.To)).ToArray());
        layout.SetProperty("margin", Members(("l", 48), ("r", 12), ("t", Top), ("b", Bottom)));
        layout.SetProperty("hovermode", "closest");
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq(traces)))
            .Titled(title).RangeX(-Edge, Edge).RangeY(Last, First)
            .WithAxis("xaxis", "visible", false).WithAxis("yaxis", "dtick", 10).WithAxis("yaxis", "tickformat", "d")
            .Sized(ThemeRules.Width, Height);
    }

    /// <summary>Where labels stand that must not touch: as near to where they belong as their order and their height allow.</summary>
    /// <param name="wanted">Where they belong, in order.</param>
    /// <param name="gap">The least distance between neighbours.</param>
    internal static double[] Apart(IReadOnlyList<double> wanted, double gap)
    {
        // Neighbours that collide form a block around the mean of where they belong.
        var blocks = new List<(double Sum, int Count)>();
        for (int i = 0; i < wanted.Count; i++)
        {
            blocks.Add((wanted[i] - i * gap, 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Count > blocks[^1].Sum / blocks[^1].Count)
            {
                (double sum, int count) = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                blocks[^1] = (blocks[^1].Sum + sum, blocks[^1].Count + count);
            }
        }

        return [.. blocks.SelectMany(block => Enumerable.Repeat(block.Sum / block.Count, block.Count)).Select((at, i) => at + i * gap)];
    }

    private static IEnumerable<Row> Rows(DataFrame chronicle)
    {
        int?[] years = Chronicle.Whole(chronicle["year"]), months = Chronicle.Whole(chronicle["month"]);
        int?[] lessons = Chronicle.Whole(chronicle["lesson"]);
        string?[] events = chronicle["event"].Words(), schools = chronicle["school"].Words(), stories = chronicle["story"].Words();
        string?[] kinds = chronicle["kind"].Words();
        for (int i = 0; i < years.Length; i++)
        {
            int year = years[i]!.Value;
            yield return new Row(year, Chronicle.YearOf(year, months[i]), events[i]!, schools[i]!, kinds[i]!, lessons[i], stories[i]!);
        }
    }

    private static IEnumerable<(Row, double)> Placed(Row[] rows)
    {
        double gap = RowsOfText * (Last - First) / (Height - Top - Bottom);
        double[] at = Apart([.. rows.Select(row => row.When)], gap);
        return rows.Select((row, i) => (row, Math.Min(at[i], Last - gap * (rows.Length - i - 0.5))));
    }

    private static int Side(Row row) => row.School switch { "connectionism" => -1, "symbolism" => 1, _ => 0 };

    private static string Colour(Row row) => row.School switch { "connectionism" => Neural, "symbolism" => Rules, _ => Shared };

    private static Trace Leader(Row row, double at)
    {
        int side = Side(row) < 0 ? -1 : 1;
        Trace line = Scatter("lines", [Side(row) * Lane, side * (Names - 0.1)], [row.When, at]);
        line.SetProperty("line", Members(("color", Colour(row)), ("width", 1)));
        line.SetProperty("hoverinfo", "skip");
        line.SetProperty("showlegend", false);
        return line;
    }

    private static Trace Dots(Row[] rows, string school, string name, string colour)
    {
        Row[] own = [.. rows.Where(row => row.School == school)];
        Trace dots = Scatter("markers", own.Select(row => Side(row) * Lane), own.Select(row => row.When));
        dots.SetProperty("name", name);
        dots.SetProperty("text", own.Select(row => $"<b>{row.Year}: {row.Event}</b><br>{Wrapped(row.Story)}").ToArray());
        dots.SetProperty("hovertemplate", "%{text}<extra></extra>");
        dots.SetProperty("marker", Members(("color", colour), ("size", 10),
            ("symbol", own.Select(row => row.Kind == "event" ? "square" : row.Kind == "book" ? "diamond" : "circle").ToArray())));
        return dots;
    }

    private static DynamicObj.DynamicObj Name(Row row, double at, IReadOnlyDictionary<int, string> pages)
    {
        int side = Side(row) < 0 ? -1 : 1;
        string year = FormattableString.Invariant($"<b>{row.Year}</b>");
        string lesson = row.Lesson is not { } number ? ""
            : pages.TryGetValue(number, out string? page) ? FormattableString.Invariant($" <a href=\"{page}\">[{number:00}]</a>")
            : FormattableString.Invariant($" [{number:00}]");
        return Members(("x", side * Names), ("y", at), ("xanchor", side < 0 ? "right" : "left"), ("yanchor", "middle"),
            ("showarrow", false), ("captureevents", true), ("hovertext", Wrapped(row.Story)),
            ("text", side < 0 ? $"{row.Event}{lesson} {year}" : $"{year} {row.Event}{lesson}"), ("font", Members(("size", 12))));
    }

    private static DynamicObj.DynamicObj WinterName((string Name, double From, double To) winter) =>
        Members(("x", Edge - 0.2), ("y", (winter.From + winter.To) / 2), ("xanchor", "right"), ("yanchor", "middle"), ("showarrow", false),
            ("text", $"<i>{winter.Name}</i>"), ("font", Members(("size", 11))));

    private static DynamicObj.DynamicObj Band(double from, double to) =>
        Members(("type", "rect"), ("xref", "paper"), ("x0", 0), ("x1", 1), ("y0", from), ("y1", to), ("layer", "below"),
            ("fillcolor", "rgba(86,180,233,0.22)"), ("line", Members(("width", 0))));

    private static Trace Scatter(string mode, IEnumerable<double> x, IEnumerable<double> y)
    {
        var trace = new Trace("scatter");
        trace.SetProperty("mode", mode);
        trace.SetProperty("x", x.ToArray());
        trace.SetProperty("y", y.Select(value => Math.Round(value, 2)).ToArray());
        return trace;
    }

    /// <summary>A story in lines of some sixty letters.</summary>
    internal static string Wrapped(string story)
    {
        var lines = new List<string> { "" };
        foreach (string word in story.Split(' '))
        {
            if (lines[^1].Length + word.Length > 58) lines.Add("");
            lines[^1] += (lines[^1].Length == 0 ? "" : " ") + word;
        }

        return string.Join("<br>", lines);
    }

    private sealed record Row(int Year, double When, string Event, string School, string Kind, int? Lesson, string Story);
}
