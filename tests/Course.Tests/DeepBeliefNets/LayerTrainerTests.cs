using Course.BoltzmannMachines;
using Course.DeepBeliefNets;
using static TorchSharp.torch;

namespace Course.Tests.DeepBeliefNets;

public class LayerTrainerTests
{
    [Fact]
    public void A_step_changes_the_weights_as_the_step_of_lesson_05_does()
    {
        RestrictedBoltzmannMachine ours = new(12, 7, new Random(1)), theirs = new(12, 7, new Random(1));
        float[][] batch = Coins(5, 12, new Random(2));
        new ContrastiveDivergence(theirs) { Eta = 0.3f, WeightDecay = 0.01f }.Step(batch, new Random(3));

        using var scope = NewDisposeScope();
        using var trainer = new LayerTrainer(ours) { Eta = 0.3f, WeightDecay = 0.01f };
        Tensor chance = Rows.Stack(Coins(5, 7 + 12, new Random(3)));
        trainer.Step(Rows.Stack(batch), chance.narrow(1, 0, 7), chance.narrow(1, 7, 12));
        trainer.Finish();

        Assert.True(All(ours).Zip(All(theirs), (a, b) => Math.Abs(a - b)).Max() < 1e-5);
    }

    [Fact]
    public void Momentum_repeats_a_part_of_the_last_change()
    {
        var machine = new RestrictedBoltzmannMachine(3, 2, new Random(1));
        using var scope = NewDisposeScope();
        using var trainer = new LayerTrainer(machine) { Momentum = 0.5f };
        Tensor v = Rows.Stack([[1, 0, 1]]), never = ones(1, 2);
        trainer.Step(v, never);
        trainer.Finish();
        float first = machine.VisibleBiases[0];
        trainer.Eta = 0;
        trainer.Step(v, never);
        trainer.Finish();

        Assert.Equal(1.5f * first, machine.VisibleBiases[0], 1e-6f);
    }

    [Fact]
    public void Labels_are_redrawn_as_a_softmax()
    {
        var machine = new RestrictedBoltzmannMachine(5, 4, new Random(1));
        using var scope = NewDisposeScope();
        using var trainer = new LayerTrainer(machine) { Labels = 3 };

        float[] redrawn = Rows.Of(trainer.Visible(ones(1, 4)))[0];

        Assert.Equal(1, redrawn[2..].Sum(), 1e-5f);
        Assert.All(redrawn[..2], p => Assert.InRange(p, 0.4, 0.6));
    }

    [Fact]
    public void Linear_hidden_units_are_plain_sums()
    {
        var machine = new RestrictedBoltzmannMachine(2, 1, new Random(1));
        (machine.Weights[0][0], machine.Weights[0][1], machine.HiddenBiases[0]) = (3, -1, 0.5f);
        using var scope = NewDisposeScope();
        using var trainer = new LayerTrainer(machine) { Linear = true };

        Assert.Equal(2.5f, Rows.Of(trainer.Hidden(Rows.Stack([[1, 1]])))[0][0], 1e-6f);
    }

    [Fact]
    public void A_pass_teaches_the_machine_to_redraw_its_data_and_leaves_no_tensor()
    {
        var machine = new RestrictedBoltzmannMachine(6, 8, new Random(1));
        using Tensor data = Rows.Stack([[1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1]]);
        using var trainer = new LayerTrainer(machine) { Eta = 0.5f };
        using var random = new Generator(1);
        double before = Error();
        for (int pass = 0; pass < 200; pass++) trainer.Pass(data, batch: 1, random);

        Assert.True(Error() < before / 4);

        double Error()
        {
            using var scope = NewDisposeScope();
            return Rows.SquaredError(data, trainer.Visible(trainer.Hidden(data)));
        }
    }

    private static float[][] Coins(int rows, int length, Random random) =>
        [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, length).Select(_ => random.NextSingle()).ToArray())];

    private static float[] All(RestrictedBoltzmannMachine machine) =>
        [.. machine.Weights.SelectMany(row => row), .. machine.VisibleBiases, .. machine.HiddenBiases];
}
