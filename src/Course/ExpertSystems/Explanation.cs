using System.Globalization;

namespace Course.ExpertSystems;

/// <summary>Answers HOW questions: explains in words why a conclusion is believed. Defined in lesson 04.</summary>
public static class Explanation
{
    /// <summary>How a fact came to be believed: every rule with its contribution, and every condition down to the observations.</summary>
    /// <param name="memory">The memory in which it is believed.</param>
    /// <param name="fact">The fact.</param>
    public static string How(WorkingMemory memory, Fact fact) => string.Join('\n', Lines(ProofTree.Of(memory, fact), ""));

    /// <summary>A certainty in short form: 0.76, −0.40.</summary>
    internal static string Show(double certainty) => certainty.ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '−');

    private static IEnumerable<string> Lines(ProofTree proof, string indent)
    {
        string head = $"{indent}{proof.Fact}";
        if (proof.Reasons.Count == 0)
        {
            yield return proof.Certainty == 0 ? $"{head}: nothing is known of it" : $"{head} ({Show(proof.Certainty)}), as I was told";
            yield break;
        }

        yield return $"{head} ({Show(proof.Certainty)}), because";
        foreach ((Firing firing, IReadOnlyList<ProofTree> premises) in proof.Reasons)
        {
            string together = firing.Before == 0 ? "" : $"; with the {Show(firing.Before)} from before that makes {Show(firing.After)}";
            yield return $"{indent}  rule {firing.Rule.Name} gives {Show(firing.Premise)} × {Show(firing.Rule.Strength)} = {Show(firing.Contribution)}{together}:";
            foreach (string line in premises.SelectMany(premise => Lines(premise, indent + "    "))) yield return line;
        }
    }
}
