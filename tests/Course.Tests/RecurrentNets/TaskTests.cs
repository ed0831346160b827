using Course.Nn.Optimizers;
using Course.RecurrentNets;

namespace Course.Tests.RecurrentNets;

public class TaskTests
{
    [Fact]
    public void The_second_symbol_comes_back_and_each_symbol_is_among_the_successors()
    {
        var random = new Random(1);
        for (int n = 0; n < 500; n++)
        {
            string text = ReberGrammar.Embedded(random);
            string[] successors = ReberGrammar.Successors(text);

            Assert.Equal(text[1], text[^2]);
            Assert.InRange(text.Length, 9, 200);
            Assert.Equal(text.Length - 1, successors.Length);
            Assert.All(text[1..].Zip(successors), pair => Assert.Contains(pair.First, pair.Second));
        }
    }

    [Fact]
    public void The_inner_string_can_be_made_longer() => Assert.All(Enumerable.Range(0, 200), seed =>
        Assert.InRange(ReberGrammar.Embedded(new Random(seed), minInner: 20).Length, 24, 400));

    [Fact]
    public void Successors_of_a_known_string() =>
        Assert.Equal(["TP", "B", "TP", "SX", "XS", "E", "T", "E"], ReberGrammar.Successors("BTBTXSETE"));

    [Theory]
    [InlineData(new[] { 0, 0.5, 0.4, 0, 0, 0, 0 }, "TP", true)]
    [InlineData(new[] { 0, 0.5, 0.4, 0, 0, 0.45, 0 }, "TP", false)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0.1, 0.9 }, "E", true)]
    public void A_prediction_needs_all_successors_above_all_others(double[] outputs, string successors, bool right) =>
        Assert.Equal(right, ReberTask.Predicts(outputs, successors));

    [Fact]
    public void Two_sequences_without_noise_differ_in_their_first_and_last_symbol_alone()
    {
        var task = new NoiseFreeTask(5);
        double[][] x = task.Sequence(second: false), y = task.Sequence(second: true);

        Assert.Equal([4, 0, 1, 2, 3, 4], x.Select(row => row.IndexOf(1.0)));
        Assert.Equal([5, 0, 1, 2, 3, 5], y.Select(row => row.IndexOf(1.0)));
    }

    [Fact]
    public void The_cell_of_1997_learns_a_short_lag_without_noise()
    {
        var random = new Random(1);
        var net = new Lstm1997(Lstm1997Shape.NoiseFree(10), random);
        Assert.NotNull(new NoiseFreeTask(10).Train(net, new Sgd(net.Parameters, 1), random, most: 20_000));
    }

    [Fact]
    public void The_adding_problem_marks_two_and_asks_for_their_sum()
    {
        var random = new Random(2);
        for (int n = 0; n < 500; n++)
        {
            var problem = AddingProblem.Draw(random, 100);
            int length = problem.X.Length / 2;
            int[] marked = [.. Enumerable.Range(0, length).Where(t => problem.X[2 * t + 1] == 1)];

            Assert.InRange(length, 100, 110);
            Assert.Equal(2, marked.Length);
            Assert.True(marked[0] < 10 && marked[1] < length / 2, "one in the first ten, the other in the first half");
            Assert.Equal(0.5 + marked.Sum(t => t == 0 ? 0 : problem.X[2 * t]) / 4, problem.Target, 1e-12);
        }
    }

    [Fact]
    public void A_lag_task_asks_for_the_second_symbol()
    {
        var task = new LagTask(50);
        var random = new Random(3);
        for (int n = 0; n < 100; n++)
        {
            var (steps, answer) = task.Draw(random);
            Assert.InRange(steps.Length, 53, 400);
            Assert.Equal(answer[1], steps[1][53]);
            Assert.Equal(answer[0], steps[1][52]);
        }
    }
}
