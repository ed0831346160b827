using Course.BoltzmannMachines;
using Course.ExpertSystems;

namespace Course.Tests.BoltzmannMachines;

public class BoltzmannLearningTests
{
    [Fact]
    public void The_encoder_has_28_connections_and_no_direct_one_between_its_groups()
    {
        var problem = new EncoderProblem(4, 2);

        Assert.Equal(6 + 6 + 16, problem.Connections.Count);
        Assert.DoesNotContain(problem.Connections, pair => pair.I is >= 4 and < 8 && pair.J < 4);
        Assert.Equal([0, 0, 1, 0, 0, 0, 1, 0], problem.Environment[2]);
    }

    [Fact]
    public void Every_weight_moves_by_the_fixed_step_or_not_at_all_and_only_where_there_is_a_connection()
    {
        var problem = new EncoderProblem(4, 2);
        BoltzmannMachine machine = problem.NewMachine();
        new BoltzmannLearning(machine, problem.Connections).Cycle(problem.Environment, new Random(1));

        foreach ((int i, int j) in from i in Enumerable.Range(0, 10) from j in Enumerable.Range(0, i) select (i, j))
        {
            double[] allowed = problem.Connections.Contains((i, j)) ? [-2, 0, 2] : [0];
            Assert.Contains(machine.Weights[i][j], allowed);
        }
        Assert.Contains(machine.Weights.SelectMany(row => row), weight => weight != 0);
    }

    [Fact]
    public void A_new_machine_has_one_code_for_all_and_learning_finds_four()
    {
        var problem = new EncoderProblem(4, 2);
        BoltzmannMachine machine = problem.NewMachine();
        Assert.Single(problem.Codes(machine).Distinct());

        var learning = new BoltzmannLearning(machine, problem.Connections);
        var random = new Random(3);
        int cycle = 0;
        while (!problem.IsSolved(machine) && cycle++ < 10_000) learning.Cycle(problem.Environment, random);

        Assert.Equal([0, 1, 2, 3], problem.Codes(machine).Order());
    }

    [Fact]
    public void Asleep_and_awake_agree_when_the_world_is_what_the_machine_dreams()
    {
        // Two units that are on together or not at all: the weight between them must grow, and stop growing.
        var machine = new BoltzmannMachine(2, 0);
        var learning = new BoltzmannLearning(machine, [(1, 0)]);
        var random = new Random(2);
        double largest = 0;
        for (int cycle = 0; cycle < 2000; cycle++)
        {
            learning.Cycle([[1, 1], [0, 0]], random);
            largest = Math.Max(largest, machine.Weights[0][1]);
        }

        Assert.True(machine.Weights[0][1] > 10);
        Assert.True(largest < 120);
    }
}
