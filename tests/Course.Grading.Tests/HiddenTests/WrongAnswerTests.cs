using System.Globalization;
using System.Text;
using Course.Grading.HiddenTests;

namespace Course.Grading.Tests.HiddenTests;

/// <summary>Plausible wrong answers must lose, whatever the seed.</summary>
public class WrongAnswerTests(ITestOutputHelper output)
{
    private const int Fewest = 4;

    [Fact]
    public void Every_wrong_answer_of_every_exercise_fails_a_hidden_case_for_every_seed()
    {
        int[] seeds = [.. HiddenTestTests.Seeds()];
        var table = new StringBuilder("exercise          wrong answers  caught  fewest cases that catch one\n");
        List<string> survivors = [];
        foreach (HiddenTest test in HiddenTestCatalog.All)
        {
            IReadOnlyList<Trial>[] draws = [.. seeds.Select(seed => Trial.Of(test, seed))];
            Dictionary<CodedWrongAnswer, int> caught = test.WrongAnswers.ToDictionary(wrong => wrong, wrong =>
                draws.Min(trials => trials.Count(trial => trial.Fails(wrong.Answer))));
            survivors.AddRange(caught.Where(of => of.Value == 0).Select(of => $"{test.Id}: {of.Key.Name}"));
            table.AppendLine(CultureInfo.InvariantCulture,
                $"{test.Id,-16} {test.WrongAnswers.Count,14} {caught.Count(of => of.Value > 0),7} {caught.Values.Min(),7}");
        }

        output.WriteLine(table.ToString());
        int all = HiddenTestCatalog.All.Sum(test => test.WrongAnswers.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{all} wrong answers, {seeds.Length} seeds, survivors: {survivors.Count}"));
        Assert.Empty(survivors);
        Assert.All(HiddenTestCatalog.All, test => Assert.True(test.WrongAnswers.Count >= Fewest, test.Id));
    }

    [Fact]
    public void What_loses_points_fails_in_the_notebook_too()
    {
        string[] passing =
        [
            .. from test in HiddenTestCatalog.All
               from wrong in test.WrongAnswers
               where Checker.Check(test.Exercise, wrong.Answer).Status == CheckStatus.Passed
               select $"{test.Id}: {wrong.Name}",
        ];

        Assert.Empty(passing);
    }
}
