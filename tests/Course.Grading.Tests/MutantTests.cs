using System.Globalization;
using System.Text;

namespace Course.Grading.Tests;

/// <summary>Plausible wrong answers must lose, whatever the seed.</summary>
public class MutantTests(ITestOutputHelper output)
{
    private const int Fewest = 4;

    [Fact]
    public void Every_mutant_of_every_exercise_fails_a_hidden_case_for_every_seed()
    {
        int[] seeds = [.. OracleTests.Seeds()];
        var table = new StringBuilder("exercise          mutants  killed  fewest cases that kill one\n");
        List<string> survivors = [];
        foreach (Oracle oracle in Oracles.All)
        {
            IReadOnlyList<Trial>[] draws = [.. seeds.Select(seed => Trial.Of(oracle, seed))];
            Dictionary<Mutant, int> kills = oracle.Mutants.ToDictionary(mutant => mutant, mutant =>
                draws.Min(trials => trials.Count(trial => trial.Fails(mutant.Answer))));
            survivors.AddRange(kills.Where(of => of.Value == 0).Select(of => $"{oracle.Id}: {of.Key.Name}"));
            table.AppendLine(CultureInfo.InvariantCulture,
                $"{oracle.Id,-16} {oracle.Mutants.Count,8} {kills.Count(of => of.Value > 0),7} {kills.Values.Min(),7}");
        }

        output.WriteLine(table.ToString());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Oracles.All.Sum(oracle => oracle.Mutants.Count)} mutants, {seeds.Length} seeds, survivors: {survivors.Count}"));
        Assert.Empty(survivors);
        Assert.All(Oracles.All, oracle => Assert.True(oracle.Mutants.Count >= Fewest, oracle.Id));
    }
}
