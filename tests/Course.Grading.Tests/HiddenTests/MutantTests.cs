using System.Globalization;
using System.Text;
using Course.Grading.HiddenTests;

namespace Course.Grading.Tests.HiddenTests;

/// <summary>Plausible wrong answers must lose, whatever the seed.</summary>
public class MutantTests(ITestOutputHelper output)
{
    private const int Fewest = 4;

    [Fact]
    public void Every_mutant_of_every_exercise_fails_a_hidden_case_for_every_seed()
    {
        int[] seeds = [.. HiddenTestTests.Seeds()];
        var table = new StringBuilder("exercise          mutants  killed  fewest cases that kill one\n");
        List<string> survivors = [];
        foreach (HiddenTest test in HiddenTestCatalog.All)
        {
            IReadOnlyList<Trial>[] draws = [.. seeds.Select(seed => Trial.Of(test, seed))];
            Dictionary<Mutant, int> kills = test.Mutants.ToDictionary(mutant => mutant, mutant =>
                draws.Min(trials => trials.Count(trial => trial.Fails(mutant.Answer))));
            survivors.AddRange(kills.Where(of => of.Value == 0).Select(of => $"{test.Id}: {of.Key.Name}"));
            table.AppendLine(CultureInfo.InvariantCulture,
                $"{test.Id,-16} {test.Mutants.Count,8} {kills.Count(of => of.Value > 0),7} {kills.Values.Min(),7}");
        }

        output.WriteLine(table.ToString());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{HiddenTestCatalog.All.Sum(test => test.Mutants.Count)} mutants, {seeds.Length} seeds, survivors: {survivors.Count}"));
        Assert.Empty(survivors);
        Assert.All(HiddenTestCatalog.All, test => Assert.True(test.Mutants.Count >= Fewest, test.Id));
    }
}
