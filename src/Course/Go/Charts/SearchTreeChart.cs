using System.Globalization;
using Course.Go.Search;
using Course.Plots;
using Plotly.NET;

namespace Course.Go.Charts;

/// <summary>The most visited part of a search tree. Defined in lesson 11.</summary>
public static class SearchTreeChart
{
    /// <summary>
    /// Draws the most visited moves of each position: the wider a line, the more simulations went along it. A node says the move, its
    /// visits, and the mean result for the player who made it.
    /// </summary>
    /// <param name="root">The tree.</param>
    /// <param name="title">A sentence that says what to see.</param>
    /// <param name="children">How many moves of the root, of its children and so on: the length is the depth.</param>
    public static GenericChart Of(PuctNode root, string title, params IReadOnlyList<int> children)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(children);
        List<DiagramNode> nodes = [new("", Text($"{(root.Board.Next == Stone.Black ? "Black" : "White")} to move<br>{root.TotalVisits:N0} visits"))];
        List<DiagramLink> links = [];
        int most = Math.Max(1, root.TotalVisits);
        Add(root, "", 0);
        return NodeLinkDiagram.Of(nodes, links, gap: 46).Chart(title);

        void Add(PuctNode node, string id, int depth)
        {
            if (depth == children.Count) return;
            int[] moves = [.. Enumerable.Range(0, node.Moves.Count).Where(index => node.Visits[index] > 0)
                .OrderByDescending(index => node.Visits[index]).Take(children[depth])];
            foreach (int index in moves)
            {
                string name = Vertex.Name(node.Moves[index], node.Board.Size), own = $"{id}/{name}";
                bool black = node.Board.Next == Stone.Black;
                nodes.Add(new(own, Text($"{name}<br>{node.Visits[index]:N0}<br>{Signed(node.MeanOf(index))}"), Box: true,
                    Group: black ? "Black's move" : "White's move", Fill: black ? "#BDBDBD" : "#FFFFFF", Edge: black ? "#000000" : "#808080"));
                links.Add(new(id, own, Width: 1 + 9.0 * node.Visits[index] / most));
                if (node.Children[index] is { } child) Add(child, own, depth + 1);
            }
        }
    }

    private static string Signed(double value) => value.ToString("+0.00;−0.00", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
