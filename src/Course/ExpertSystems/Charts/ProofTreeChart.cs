using System.Globalization;
using Course.Plots;
using Plotly.NET;

namespace Course.ExpertSystems.Charts;

/// <summary>
/// A <see cref="ProofTree"/> as a picture: what was observed at the left, rules as boxes, what they conclude to the right, the wider the
/// line the more a rule gives, dashed where it speaks against. Defined in lesson 04.
/// </summary>
public static class ProofTreeChart
{
    /// <summary>Draws a proof.</summary>
    /// <param name="proof">The proof.</param>
    public static GenericChart Of(ProofTree proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        var nodes = new List<DiagramNode>();
        var links = new List<DiagramLink>();
        AddFact(proof);
        return NodeLinkDiagram.Of(nodes, links, gap: 40).Chart($"How: {proof.Fact} ({Explanation.Show(proof.Certainty)})");

        string AddFact(ProofTree fact)
        {
            bool observed = fact.Reasons.Count == 0;
            return Add(new DiagramNode("", $"{fact.Fact.Attribute}<br><b>{fact.Fact.Value}</b><br>{Explanation.Show(fact.Certainty)}",
                Hover: $"{fact.Fact}", Group: observed ? "observed" : "concluded", Edge: observed ? "#0072B2" : "#E69F00"),
                [.. fact.Reasons.Select(reason => (AddRule(reason), reason.Firing.Contribution))]);
        }

        string AddRule(ProofTree.Reason reason)
        {
            Rule rule = reason.Firing.Rule;
            return Add(new DiagramNode("", $"{rule.Name}<br>× {Explanation.Show(rule.Strength)}", Box: true, Group: "rule",
                Hover: rule.ToString().Replace("\n", "<br>", StringComparison.Ordinal)),
                [.. reason.Premises.Select(premise => (AddFact(premise), premise.Certainty))]);
        }

        // What a node rests on comes before it: a fact that two rules use stands twice, as in the proof told in words.
        string Add(DiagramNode node, (string From, double Certainty)[] grounds)
        {
            string id = nodes.Count.ToString(CultureInfo.InvariantCulture);
            nodes.Add(node with { Id = id });
            links.AddRange(grounds.Select(ground => new DiagramLink(ground.From, id, Colour: ground.Certainty < 0 ? "#D55E00" : "#A6A6A6",
                Width: 1 + 5 * Math.Abs(ground.Certainty), Dashed: ground.Certainty < 0)));
            return id;
        }
    }
}
