using Course.Nn;
using Course.Nn.Optimizers;
using Course.Nn.Torch;
using Course.Nn.Training;
using Course.RecurrentNets;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Training.Bench;

/// <summary>
/// The recurrent networks of lesson 08. From scratch they answer with two numbers at each of twenty steps; TorchSharp's reads characters.
/// </summary>
internal static class SequenceSteps
{
    private const int Batch = 20, Inputs = 8, Units = 32, Outputs = 2, Steps = 20;
    private const int Characters = 32, Cells = 96, Window = 64;

    internal static TrainingStep Rnn() => FromScratch(new Rnn("rnn", Inputs, Units, new Random(3)));

    internal static TrainingStep Lstm() => FromScratch(new Lstm("lstm", Inputs, Units, new Random(3)));

    /// <summary>The net of the adding problem, its truncated gradient, a step after each sequence.</summary>
    internal static TrainingStep Lstm1997()
    {
        double[][] x = Synthetic.Doubles(Synthetic.Ink(Steps * 2)), targets = Synthetic.Doubles(Synthetic.Ink(1));
        var net = new Lstm1997(Lstm1997Shape.Adding, new Random(3), range: 0.1);
        var sgd = new Sgd(net.Parameters, 0.5);
        return new TrainingStep(1, "float64", numbers =>
        {
            sgd.ZeroGradient();
            net.Reset();
            for (int t = 0; t < Steps; t++) net.Step(x[numbers[0]].AsSpan(2 * t, 2));
            net.Learn(targets[numbers[0]]);
            sgd.Step();
        });
    }

    internal static TrainingStep TorchLstm()
    {
        var net = new TorchLstm(Characters, Cells, Characters);
        Tensor text = tensor(Synthetic.Labels(Characters), int64);
        Tensor windows = stack([.. Enumerable.Range(0, Synthetic.Count - Window).Select(at => text.narrow(0, at, Window + 1))]).clone();
        var learner = new TorchTrainer(net, optim.Adam(net.parameters(), 1e-3), n =>
        {
            Tensor rows = windows.index_select(0, n.remainder(windows.shape[0]));                       // (B, T + 1)
            Tensor x = functional.one_hot(rows.narrow(1, 0, Window), Characters).to(float32);
            return functional.cross_entropy(net.call(x).flatten(0, 1), rows.narrow(1, 1, Window).flatten());
        });
        return new TrainingStep(Batch, "float32", numbers => learner.Learn(numbers));
    }

    private static TrainingStep FromScratch(RecurrentLayer layer)
    {
        var net = new Sequential(layer, new Dense("top", Units, Outputs, Activation.Identity, new Random(4)));
        double[][] x = Synthetic.Doubles(Synthetic.Ink(Steps * Inputs)), targets = Synthetic.Doubles(Synthetic.Ink(Steps * Outputs));
        var learner = new ScratchTrainer(net, new SquaredError(), new Adam(net.Parameters, 1e-3), x, targets);
        return new TrainingStep(Batch, "float64", numbers => learner.Learn(numbers));
    }
}
