using Course.ExpertSystems;
using Course.ExpertSystems.Charts;
using Course.Plots;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Tests.ExpertSystems;

public class ExplanationTests
{
    private static readonly RuleBase rules = RuleBase.Parse("""
        ask stain How does the organism stain?
        rule family
          if stain is gram-negative
          and shape is rod
          then family is enteric certainty 0.8
        rule organism
          if family is enteric
          and site is gut
          then organism is e-coli certainty 0.5
        rule common
          if site is gut
          then organism is e-coli certainty 0.4
        rule against
          if age is young
          then organism is e-coli certainty -0.2
        """);

    private static readonly Dictionary<string, string> replies = new(
        )
    { ["stain"] = "gram-negative", ["shape"] = "why why rod", ["site"] = "gut", ["age"] = "young" };

    [Fact]
    public void How_names_every_rule_and_every_observation()
    {
        var consultation = new Consultation(rules, new Dialogue(replies, TextWriter.Null).Reply);
        consultation.Find("organism");

        Assert.Equal("""
            organism is e-coli (0.55), because
              rule organism gives 0.80 × 0.50 = 0.40:
                family is enteric (0.80), because
                  rule family gives 1.00 × 0.80 = 0.80:
                    stain is gram-negative (1.00), as I was told
                    shape is rod (1.00), as I was told
                site is gut (1.00), as I was told
              rule common gives 1.00 × 0.40 = 0.40; with the 0.40 from before that makes 0.64:
                site is gut (1.00), as I was told
              rule against gives 1.00 × −0.20 = −0.20; with the 0.64 from before that makes 0.55:
                age is young (1.00), as I was told
            """, Explanation.How(consultation.Memory, new Fact("organism", "e-coli")));
    }

    [Fact]
    public void How_of_a_fact_nobody_spoke_of_says_so() =>
        Assert.Equal("organism is yeast: nothing is known of it", Explanation.How(new WorkingMemory(), new Fact("organism", "yeast")));

    [Fact]
    public void Why_shows_the_rule_then_the_goal_behind_it()
    {
        var output = new StringWriter();
        new Consultation(rules, new Dialogue(replies, output).Reply).Find("organism");

        Assert.StartsWith("""
            1) How does the organism stain? (gram-negative)
               ** gram-negative
            2) What is the shape? (rod)
               ** WHY
                  The shape helps to find the family. By rule family,
                    if stain is gram-negative   [known]
                    and shape is rod   [this is what I want to know]
                    then family is enteric (0.80).
               ** WHY
                  The family helps to find the organism. By rule organism,
                    if family is enteric   [this is what I want to know]
                    and site is gut   [not looked at yet]
                    then organism is e-coli (0.50).
               ** rod
            3) What is the site? (gut)
            """, output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Why_beyond_the_last_goal_names_the_user_s_own()
    {
        string? highest = null;
        new Consultation(rules, question => { highest ??= question.Why(9); return null; }).Find("organism");

        Assert.Equal("Because you want to know the organism.", highest);
    }

    [Fact]
    public void A_proof_tree_rests_on_observations()
    {
        WorkingMemory memory = new ForwardChainer(rules).Run(
            new Dictionary<string, string> { ["stain"] = "gram-negative", ["shape"] = "rod", ["site"] = "gut" });

        ProofTree proof = ProofTree.Of(memory, new Fact("organism", "e-coli"));

        Assert.Equal(2, proof.Reasons.Count);
        Assert.Equal(["stain is gram-negative", "shape is rod", "site is gut", "site is gut"], Leaves(proof)
            .Select(leaf => leaf.Fact.ToString()).ToHashSet().Concat(["site is gut"]));
        Assert.All(Leaves(proof), leaf => Assert.True(memory.WasObserved(leaf.Fact.Attribute)));
    }

    [Fact]
    public void A_drawn_proof_tree_shows_rules_and_facts()
    {
        ChartTheme.Register();
        WorkingMemory memory = new ForwardChainer(rules).Run(new Dictionary<string, string> { ["site"] = "gut", ["age"] = "young" });

        string figure = ProofTreeChart.Of(ProofTree.Of(memory, new Fact("organism", "e-coli"))).ToDisplayString(ChartTheme.PlotlyMimeType);

        Assert.Contains("How: organism is e-coli (0.25)", figure, StringComparison.Ordinal);
        Assert.Contains("against", figure, StringComparison.Ordinal);
        Assert.Contains("\"dash\":\"dash\"", figure, StringComparison.Ordinal);
    }

    private static IEnumerable<ProofTree> Leaves(ProofTree proof) =>
        proof.Reasons.Count == 0 ? [proof] : proof.Reasons.SelectMany(reason => reason.Premises).SelectMany(Leaves);
}
