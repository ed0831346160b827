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

    [Fact]
    public void Without_noise_a_unit_that_is_always_on_is_seen_on_in_every_settling()
    {
        var machine = new BoltzmannMachine(1, 0);
        var learning = new BoltzmannLearning(machine, []) { OnToOff = 0, OffToOn = 0, SettlingsPerVector = 1 };
        var random = new Random(4);
        for (int cycle = 0; cycle < 20; cycle++) learning.Cycle([[1]], random);

        Assert.InRange(machine.Biases[0], 20, 40);     // it is never on more often asleep
    }

    [Fact]
    public void The_distance_of_codes_is_that_of_the_two_most_similar_ones()
    {
        var problem = new EncoderProblem(4, 3);
        BoltzmannMachine machine = problem.NewMachine();
        int[] codes = [0b000, 0b011, 0b101, 0b111];
        for (int pattern = 0; pattern < 4; pattern++)
        {
            for (int h = 0; h < 3; h++) machine.Join(8 + h, pattern, (codes[pattern] >> (2 - h) & 1) == 1 ? 5 : -5);
        }

        Assert.Equal(codes, problem.Codes(machine));
        Assert.Equal(1, problem.CodeDistance(machine));
    }

    [Fact]
    public void A_pattern_is_completed_through_the_hidden_units()
    {
        // Two units in each group; a hidden unit stands for each pattern.
        var problem = new EncoderProblem(2, 2);
        BoltzmannMachine machine = problem.NewMachine();
        for (int pattern = 0; pattern < 2; pattern++)
        {
            machine.Biases[2 + pattern] = machine.Biases[4 + pattern] = -200;
            machine.Join(4 + pattern, pattern, 400);
            machine.Join(4 + pattern, 2 + pattern, 400);
        }

        Assert.Equal([1], problem.Complete(machine, on: 1, BoltzmannLearning.Schedule, new Random(5)));
    }
}
