using System.Globalization;
using Course.PreTraining;
using Course.Scaling;
using Course.Tests.ConvNets;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Scaling;

[Collection(TorchSeed.Name)]
public sealed class EmergenceTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public EmergenceTests() => random.manual_seed(1);

    public void Dispose() => scope.Dispose();

    [Theory]
    [InlineData(2, 38, 45, "38+45=380")]
    [InlineData(2, 99, 99, "99+99=891")]
    [InlineData(3, 7, 0, "007+000=7000")]
    public void A_sum_is_written_with_its_answer_from_the_last_digit_on(int digits, int first, int second, string expected)
    {
        var task = new AdditionTask(digits);

        Assert.Equal(expected, AdditionTask.Decode(task.Encode(first, second)));
        Assert.Equal((expected.Length, digits + 1), (task.Length, task.AnswerLength));
    }

    [Fact]
    public void A_sixteenth_of_the_sums_is_held_out_and_no_last_digit_is_spared()
    {
        var task = new AdditionTask(2);
        (int First, int Second)[] held =
            [.. from first in Enumerable.Range(0, 100)
                from second in Enumerable.Range(0, 100)
                where task.IsHeldOut(first, second)
                select (first, second)];

        Assert.InRange(held.Length, 525, 725);
        Assert.Equal(100, held.Select(pair => (pair.First % 10, pair.Second % 10)).Distinct().Count());
        foreach (bool wanted in (bool[])[true, false])
        {
            Tensor drawn = task.Draw(50, new Random(1), wanted);
            Assert.All(Enumerable.Range(0, 50), n =>
            {
                string sum = AdditionTask.Decode(drawn[n].data<long>().ToArray());
                int first = Number(sum[..2]), second = Number(sum[3..5]);
                Assert.Equal(wanted, task.IsHeldOut(first, second));
                Assert.Equal(first + second, Number(string.Concat(sum[6..].Reverse())));
            });
        }
    }

    [Fact]
    public void Scores_are_those_of_the_model_s_own_probabilities()
    {
        using var frozen = no_grad();
        using var model = new Gpt(new GptSettings(5, 4, 8, 1, 2) { Spread = 0.5 });
        Tensor texts = tensor((long[])[1, 2, 3, 4, 2, 2, 1, 3], 2, 4);

        AnswerScores scores = AnswerScores.Of(model, texts, length: 2);

        Tensor p = model.call(texts).softmax(2);
        (int Row, int Place)[] asked = [(0, 1), (0, 2), (1, 1), (1, 2)];
        double[] right = Array.ConvertAll(asked, one => (double)p[one.Row, one.Place, Next(one)].item<float>());
        bool[] hit = Array.ConvertAll(asked, one => p[one.Row, one.Place].argmax().item<long>() == Next(one));
        Assert.Equal(right.Average(Math.Log), scores.LogLikelihood, 1e-5);
        Assert.Equal(hit.Average(one => one ? 1.0 : 0), scores.TokenAccuracy, 1e-9);
        Assert.Equal(((hit[0] && hit[1] ? 1 : 0) + (hit[2] && hit[3] ? 1 : 0)) / 2.0, scores.ExactMatch, 1e-9);
        Assert.Equal((2, 2), (scores.Answers, scores.Length));

        long Next((int Row, int Place) one) => texts[one.Row, one.Place + 1].item<long>();
    }

    [Fact]
    public void Whole_answers_are_right_by_a_power_of_the_tokens()
    {
        var scores = new AnswerScores(100, 4, -0.1, 0.9, 0.7);

        Assert.Equal(0.6561, scores.IfIndependent, 1e-9);
        Assert.Equal(0.4, scores.WrongTokens, 1e-9);
    }

    [Fact]
    public void One_jump_is_more_sudden_than_equal_steps()
    {
        Assert.Equal(4, AnswerScores.Emergence([0, 1, 2, 3, 4]), 1e-9);
        Assert.Equal(-4, AnswerScores.Emergence([4, 3, 2, 1, 0]), 1e-9);
        Assert.True(AnswerScores.Emergence([0, 0.01, 0.02, 0.9, 0.92]) > 40);
        Assert.Equal(double.PositiveInfinity, AnswerScores.Emergence([0, 0, 0, 1]));
    }

    [Fact]
    public void A_small_model_learns_to_add_digits_it_has_not_seen_together()
    {
        var training = new AdditionTraining(new AdditionTask(1), Width: 32, Steps: 400) { Layers = 1, Batch = 32, Tests = 100 };

        IReadOnlyList<AdditionRun> runs = training.Run([0, 200, 400]);

        Assert.Equal([0, 200, 400], runs.Select(run => run.Steps));
        Assert.True(runs[2].Scores.LogLikelihood > runs[1].Scores.LogLikelihood);
        Assert.True(runs[1].Scores.LogLikelihood > runs[0].Scores.LogLikelihood);
        Assert.True(runs[2].Flops == 2 * runs[1].Flops);
        Assert.InRange(runs[0].Scores.LogLikelihood, -3.2, -2);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
