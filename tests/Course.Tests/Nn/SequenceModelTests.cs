using Course.Nn;
using Course.Nn.Optimizers;
using Course.Nn.Training;
using static TorchSharp.torch;

namespace Course.Tests.Nn;

/// <summary>
/// The interfaces carry sequences: an embedding, a recurrent step through time and a softmax at every step are three layers of a
/// <see cref="Sequential"/>, and the loss, the training step and the gradient check need nothing more.
/// </summary>
public class SequenceModelTests
{
    private const int Tokens = 5, Width = 3, Units = 4, Batch = 3, Steps = 6;

    [Fact]
    public void Gradients_agree_with_finite_differences()
    {
        (Sequential model, double[] x, double[] targets) = Setting(new Random(1));
        double Loss() => new CrossEntropy(Tokens).LossAndGradient(model.Forward(x, Batch), targets, Steps * Tokens,
            new double[targets.Length]);

        Backward(model, x, targets);

        Assert.InRange(GradientCheck.LargestError(Loss, model.Parameters), 0, 1e-6);
    }

    [Fact]
    public void Loss_and_gradients_agree_with_torch()
    {
        using var scope = NewDisposeScope();
        (Sequential model, double[] x, double[] targets) = Setting(new Random(2));
        using var embedding = nn.Embedding(Tokens, Width, dtype: float64);
        using var recurrent = nn.RNN(Width, Units, batchFirst: true, dtype: float64);
        using var output = nn.Linear(Units, Tokens, dtype: float64);
        Dictionary<string, TorchSharp.Modules.Parameter> theirs = new()
        {
            ["embedding.weight"] = embedding.weight!,
            ["recurrent.input"] = recurrent.get_parameter("weight_ih_l0")!,
            ["recurrent.state"] = recurrent.get_parameter("weight_hh_l0")!,
            ["recurrent.bias"] = recurrent.get_parameter("bias_ih_l0")!,
            ["output.weight"] = output.weight!,
            ["output.bias"] = output.bias!,
        };
        using (no_grad())
        {
            foreach (Parameter ours in model.Parameters) theirs[ours.Name].copy_(tensor(ours.Values).reshape(theirs[ours.Name].shape));
            recurrent.get_parameter("bias_hh_l0")!.zero_();                      // torch has two biases where one would do
        }
        Tensor tokens = tensor(Array.ConvertAll(x, token => (long)token)).reshape(Batch, Steps);
        (Tensor states, _) = recurrent.call(embedding.call(tokens));
        Tensor scores = output.call(states).log_softmax(2);                      // (B, T, tokens)
        Tensor loss = -(scores * tensor(targets).reshape(scores.shape)).sum();
        loss.backward();

        double ourLoss = Backward(model, x, targets);

        Assert.Equal(loss.item<double>(), ourLoss, 1e-9);
        foreach (Parameter ours in model.Parameters)
        {
            double[] wanted = theirs[ours.Name].grad!.data<double>().ToArray();
            Assert.All(ours.Gradient.Zip(wanted), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
        }
    }

    [Fact]
    public void It_learns_to_say_what_it_heard_a_step_ago()
    {
        var random = new Random(3);
        double[][] heard = [.. Enumerable.Range(0, 200).Select(_ => Sentence(random, Steps))];
        double[][] said = [.. heard.Select(sentence => Targets([0, .. sentence[..^1]]))];
        Sequential model = Model(random, units: 16);
        var trainer = new ScratchTrainer(model, new CrossEntropy(Tokens), new Adam(model.Parameters, 0.02), heard, said);
        double before = trainer.Loss(heard, said) / Steps;

        new TrainingLoop(trainer, heard.Length) { Epochs = 30, Batch = 20, Title = "" }.Run();

        Assert.InRange(before, 1.2, 2.5);                    // five tokens: ln 5 = 1.6 where nothing is known
        Assert.InRange(trainer.Loss(heard, said) / Steps, 0, 0.1);
    }

    [Fact]
    public void Steps_that_ask_nothing_change_nothing()
    {
        Sequential model = Model(new Random(4), Units);
        double[] sentence = Sentence(new Random(4), 4);
        double alone = Backward(model, sentence, Targets(sentence), examples: 1);
        double[] gradients = [.. model.Parameters.SelectMany(parameter => parameter.Gradient)];
        foreach (Parameter parameter in model.Parameters) Array.Clear(parameter.Gradient);

        double filledUp = Backward(model, [.. sentence, 0, 0], [.. Targets(sentence), .. new double[2 * Tokens]], examples: 1);

        Assert.Equal(alone, filledUp, 1e-12);
        Assert.All(gradients.Zip(model.Parameters.SelectMany(parameter => parameter.Gradient)), pair =>
            Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    private static (Sequential Model, double[] X, double[] Targets) Setting(Random random)
    {
        double[] x = Sentence(random, Batch * Steps), answers = Sentence(random, Batch * Steps);
        return (Model(random, Units), x, Targets(answers));
    }

    private static Sequential Model(Random random, int units) => new(
        new Embedding(Tokens, Width, random), new Recurrent(Width, units, random),
        new Dense("output", units, Tokens, Activation.Identity, random));

    private static double[] Sentence(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (double)random.Next(Tokens))];

    private static double[] Targets(double[] sentence) =>
        Examples.Flat(Examples.OneHot(sentence.Select(token => (int)token), Tokens));

    private static double Backward(Sequential model, double[] x, double[] targets, int examples = Batch)
    {
        var gradient = new double[targets.Length];
        double loss = new CrossEntropy(Tokens).LossAndGradient(model.Forward(x, examples), targets, targets.Length / examples, gradient);
        model.Backward(gradient);
        return loss;
    }

    /// <summary>Tokens, (B, T), to one row of numbers each, (B, T, width).</summary>
    private sealed class Embedding(int tokens, int width, Random random) : ILayer
    {
        private readonly Parameter rows = Drawn("embedding.weight", random, tokens, width);
        private double[] x = [];

        public IReadOnlyList<Parameter> Parameters => [rows];

        public double[] Forward(double[] x, int examples = 1)
        {
            this.x = x;
            return [.. x.SelectMany(token => rows.Values[((int)token * width)..(((int)token + 1) * width)])];
        }

        public double[] Backward(double[] gradient, bool toInputs = true)
        {
            for (int i = 0; i < gradient.Length; i++) rows.Gradient[(int)x[i / width] * width + i % width] += gradient[i];
            return [];                                                           // a token has no gradient
        }
    }

    /// <summary>h_t = tanh(W x_t + U h_{t−1} + b), (B, T, inputs) to (B, T, units); h starts at 0.</summary>
    private sealed class Recurrent(int inputs, int units, Random random) : ILayer
    {
        private readonly Parameter w = Drawn("recurrent.input", random, units, inputs), u = Drawn("recurrent.state", random, units, units),
            b = Drawn("recurrent.bias", random, units);

        private double[] x = [], h = [];
        private int steps;

        public IReadOnlyList<Parameter> Parameters => [w, u, b];

        public double[] Forward(double[] x, int examples = 1)
        {
            (this.x, steps) = (x, x.Length / (examples * inputs));
            h = new double[examples * steps * units];
            for (int row = 0; row < examples * steps; row++)
            {
                for (int j = 0; j < units; j++)
                {
                    double sum = b.Values[j];
                    for (int i = 0; i < inputs; i++) sum += w.Values[j * inputs + i] * x[row * inputs + i];
                    for (int k = 0; k < units && row % steps > 0; k++) sum += u.Values[j * units + k] * h[(row - 1) * units + k];
                    h[row * units + j] = Math.Tanh(sum);
                }
            }
            return h;
        }

        public double[] Backward(double[] gradient, bool toInputs = true)
        {
            double[] toH = [.. gradient], below = new double[x.Length];
            for (int row = h.Length / units - 1; row >= 0; row--)
            {
                for (int j = 0; j < units; j++)
                {
                    double y = h[row * units + j], delta = toH[row * units + j] * (1 - y * y);
                    b.Gradient[j] += delta;
                    for (int i = 0; i < inputs; i++)
                    {
                        w.Gradient[j * inputs + i] += delta * x[row * inputs + i];
                        below[row * inputs + i] += delta * w.Values[j * inputs + i];
                    }
                    for (int k = 0; k < units && row % steps > 0; k++)
                    {
                        u.Gradient[j * units + k] += delta * h[(row - 1) * units + k];
                        toH[(row - 1) * units + k] += delta * u.Values[j * units + k];       // through time
                    }
                }
            }
            return below;
        }
    }

    private static Parameter Drawn(string name, Random random, params int[] shape)
    {
        var parameter = new Parameter(name, shape);
        for (int i = 0; i < parameter.Values.Length; i++) parameter.Values[i] = random.NextDouble() - 0.5;
        return parameter;
    }
}
