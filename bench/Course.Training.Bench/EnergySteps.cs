using Course.BoltzmannMachines;

namespace Course.Training.Bench;

/// <summary>The machines of lesson 05: the 4-2-4 encoder, and a restricted machine on pictures of 14 × 14 pixels.</summary>
internal static class EnergySteps
{
    private const int Pixels = 196, Hidden = 64, Batch = 20;
    private const float Eta = 0.1f;

    /// <summary>A whole learning cycle; its batch is the vectors that it clamps, four of them twice.</summary>
    internal static TrainingStep Encoder()
    {
        var problem = new EncoderProblem(groupUnits: 4, hidden: 2);
        var learning = new BoltzmannLearning(problem.NewMachine(), problem.Connections);
        var random = new Random(3);
        return new TrainingStep(4 * learning.SettlingsPerVector, "float64", _ => learning.Cycle(problem.Environment, random));
    }

    internal static TrainingStep Restricted(int k)
    {
        float[][] data = Synthetic.Coins(Pixels);
        var learning = new ContrastiveDivergence(new RestrictedBoltzmannMachine(Pixels, Hidden, new Random(3)))
        {
            K = k,
            Eta = Eta,
            Momentum = 0.5f
        };
        var random = new Random(4);
        return new TrainingStep(Batch, "float32", numbers => learning.Step(data.AsSpan(numbers[0], Batch), random));
    }

    internal static TrainingStep TorchRestricted()
    {
        float[][] data = Synthetic.Coins(Pixels);
        var machine = new TorchRestrictedBoltzmannMachine(new RestrictedBoltzmannMachine(Pixels, Hidden, new Random(3)));
        var random = new Random(4);
        return new TrainingStep(Batch, "float32", numbers => machine.Step(data[numbers[0]..(numbers[0] + Batch)], Eta, random));
    }
}
