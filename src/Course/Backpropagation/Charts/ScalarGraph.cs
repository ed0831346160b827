using System.Globalization;
using Course.Plots;
using Plotly.NET;

namespace Course.Backpropagation.Charts;

/// <summary>
/// The graph of a computation, played: numbers flow forward to the result, then gradients flow back to everything it came from. Defined in
/// lesson 06.
/// </summary>
public static class ScalarGraph
{
    private const string Forward = "#2B88D8", Back = "#D55E00";

    /// <summary>One frame for each number computed, then one for each through which a gradient flows back.</summary>
    /// <param name="result">The result: best a number of few operations.</param>
    /// <returns>The animation.</returns>
    public static Animation Animate(Scalar result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Animation.Of(Frames([.. result.Order()]), milliseconds: 1100);
    }

    private static IEnumerable<(string, GenericChart)> Frames(Scalar[] order)
    {
        NodeLinkDiagram diagram = Diagram(order);
        HashSet<Scalar> known = [.. order.Where(node => node.Inputs.Count == 0)];
        var gradient = new Dictionary<Scalar, double>();
        GenericChart Picture(Scalar? now) => diagram.Chart("Numbers flow to the right (blue), blame flows back to the left (orange)",
            node => node with
            {
                Below = known.Contains(Scalar(node.Id)) ? Coloured(Scalar(node.Id).Value, Forward) : "",
                Above = gradient.TryGetValue(Scalar(node.Id), out double value) ? Coloured(value, Back) : "",
            },
            link => Scalar(link.To) == now ? link with { Colour = gradient.Count > 0 ? Back : Forward, Width = 4 } : link);
        Scalar Scalar(string id) => order[int.Parse(id, CultureInfo.InvariantCulture)];

        yield return ("what is given", Picture(null));
        foreach (Scalar node in order.Where(node => node.Inputs.Count > 0))
        {
            known.Add(node);
            yield return ($"forward: {node.Operation} gives {Text(node.Value)}", Picture(node));
        }
        gradient[order[^1]] = 1;
        yield return ("gradient of the result with respect to itself: 1", Picture(null));
        foreach (Scalar node in order.Reverse().Where(node => node.Inputs.Count > 0))
        {
            foreach ((Scalar from, double derivative) in node.Inputs)
                gradient[from] = gradient.GetValueOrDefault(from) + gradient[node] * derivative;
            string derivatives = string.Join(" and ", node.Inputs.Select(input => Text(input.Derivative)));
            yield return ($"back through {node.Operation}: {Text(gradient[node])} times {derivatives}", Picture(node));
        }
    }

    private static NodeLinkDiagram Diagram(Scalar[] order)
    {
        string Id(Scalar node) => Array.IndexOf(order, node).ToString(CultureInfo.InvariantCulture);
        // The texts above and below keep room for the numbers that come.
        return NodeLinkDiagram.Of(
            order.Select(node => new DiagramNode(Id(node), Label(node),
                Box: node.Operation.Length == 0, Above: Text(-1.111), Below: Text(node.Value))),
            order.SelectMany(node => node.Inputs.Select(input => new DiagramLink(Id(input.From), Id(node), Mark: "arrow"))), gap: 28);
    }

    private static string Label(Scalar node) => node.Operation.Length == 0 ? node.Name
        : node.Name.Length == 0 ? node.Operation : $"{node.Name} = {node.Operation}";

    private static string Coloured(double value, string colour) => $"<span style=\"color:{colour}\">{Text(value)}</span>";

    private static string Text(double value) => value.ToString("0.00#", CultureInfo.InvariantCulture).Replace('-', '−');
}
