using Course.Plots;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using static Course.Plots.ChartExtensions;

namespace Course.Backpropagation.Charts;

/// <summary>
/// What six hidden units make of 24 people, as figure 4 of Rumelhart, Hinton and Williams, Nature 323, 1986, shows it: for each unit two
/// rows, the English above and the Italians at the same place in their family below. Defined in lesson 06.
/// </summary>
public static class PersonUnitsChart
{
    private const int Family = 12, Units = 6;
    private static readonly (string Generation, double Middle, double End)[] generations =
        [("grandparents", 1.5, 3.5), ("their children, and spouses", 6.5, 9.5), ("grandchildren", 10.5, 11.5)];

    /// <summary>The chart: a red square excites the unit, a blue one inhibits it.</summary>
    /// <param name="network">A network that has learnt.</param>
    /// <returns>The chart, without titles.</returns>
    public static GenericChart Of(FamilyTreeNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        double[] weights = network.PersonCode.Weights.Values;
        var z = new List<double?[]>();
        var names = new List<string[]>();
        var rows = new List<string>();
        for (int unit = 0; unit < Units; unit++)
        {
            for (int nation = 0; nation < 2; nation++)
            {
                int first = nation * Family, unitRow = unit * 2 * Family;
                z.Add([.. Enumerable.Range(first, Family).Select(person => (double?)Math.Round(weights[unitRow + person], 2))]);
                names.Add([.. FamilyTrees.People.Skip(first).Take(Family).Select(person => person.Name)]);
                rows.Add($"{unit + 1} {FamilyTrees.People[first].Nation}");
            }
            if (unit == Units - 1) continue;
            z.Add(new double?[Family]);                         // an empty row between two units
            names.Add([.. Enumerable.Repeat("", Family)]);
            rows.Add(new string(' ', unit + 1));
        }
        double bound = weights.Max(Math.Abs);
        var map = new Trace("heatmap");
        map.SetProperty("x", Enumerable.Range(0, Family)
            .Select(i => $"{FamilyTrees.People[i].Name}<br>{FamilyTrees.People[i + Family].Name}").ToArray());
        map.SetProperty("y", rows);
        map.SetProperty("z", z);
        map.SetProperty("text", names);
        map.SetProperty("hovertemplate", "%{text}: %{z}<extra></extra>");
        map.SetProperty("hoverongaps", false);
        map.SetProperty("colorscale", Palette.SignedScale.Convert());
        map.SetProperty("zmin", -bound);
        map.SetProperty("zmax", bound);
        map.SetProperty("xgap", 2);
        map.SetProperty("ygap", 2);
        var down = new LinearAxis();
        down.SetProperty("autorange", "reversed");
        down.SetProperty("showgrid", false);
        var across = new LinearAxis();
        across.SetProperty("showgrid", false);
        across.SetProperty("tickangle", -45);
        var layout = new Layout();
        layout.SetProperty("yaxis", down);
        layout.SetProperty("xaxis", across);
        layout.SetProperty("margin", Members(("l", 90), ("r", 20), ("t", 84), ("b", 110)));
        layout.SetProperty("shapes", generations[..^1].Select(generation => Members(("type", "line"), ("xref", "x"), ("yref", "paper"),
            ("x0", generation.End), ("x1", generation.End), ("y0", 0), ("y1", 1.05),
            ("line", Members(("color", "#808080"), ("width", 2))))).ToArray());
        layout.SetProperty("annotations", generations.Select(generation => Members(("text", generation.Generation), ("xref", "x"),
            ("yref", "paper"), ("x", generation.Middle), ("y", 1.08), ("showarrow", false), ("font", Members(("size", 12))))).ToArray());
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, ListModule.OfSeq([map]))).Sized(740, 560);
    }
}
