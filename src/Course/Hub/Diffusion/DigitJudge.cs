using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Hub.Diffusion;

/// <summary>
/// Judges pictures: a small convolutional network with eleven classes, the ten digits and "no digit". Its features stand in for those of
/// the Inception network that the paper's FID is measured with; figures of the two do not compare. Defined in lesson 17.
/// </summary>
public sealed class DigitJudge : Module<Tensor, Tensor>
{
    /// <summary>The number of the class "no digit".</summary>
    public const int NoDigit = 10;

    /// <summary>How many features a picture has.</summary>
    public const int FeatureCount = 64;

    private readonly Conv2d conv1, conv2;
    private readonly Linear hidden, output;

    /// <summary>Creates a judge with random weights.</summary>
    /// <param name="classes">How many classes; another task may have others.</param>
    public DigitJudge(int classes = NoDigit + 1)
        : base(nameof(DigitJudge))
    {
        conv1 = Conv2d(1, 16, 3, padding: 1);
        conv2 = Conv2d(16, 32, 3, padding: 1);
        hidden = Linear(32 * 3 * 3, FeatureCount);
        output = Linear(FeatureCount, classes);
        RegisterComponents();
    }

    /// <summary>How many classes it has.</summary>
    public int Classes => (int)output.bias!.shape[0];

    /// <summary>What it sees in pictures: the answers of its last hidden layer.</summary>
    /// <param name="x">(B, 1, 14, 14), from −1 to 1.</param>
    /// <returns>(B, 64).</returns>
    public Tensor Features(Tensor x)
    {
        Tensor h = functional.max_pool2d(functional.relu(conv1.call(x)), 2);            // (B, 16, 7, 7)
        h = functional.max_pool2d(functional.relu(conv2.call(h)), 2);                   // (B, 32, 3, 3)
        return functional.relu(hidden.call(h.flatten(1)));
    }

    /// <summary>Scores the classes.</summary>
    /// <param name="x">(B, 1, 14, 14), from −1 to 1.</param>
    /// <returns>(B, classes), before the softmax.</returns>
    public override Tensor forward(Tensor x) => output.call(Features(x));

    /// <summary>Trains a judge.</summary>
    /// <param name="digits">(N, 1, 14, 14), from −1 to 1.</param>
    /// <param name="labels">The digits' classes, Int64 (N).</param>
    /// <param name="passes">How often it sees each digit. Beside each four it sees one that is none.</param>
    /// <param name="seed">Decides the weights, the order and what is no digit.</param>
    /// <returns>The judge; the caller disposes of it.</returns>
    public static DigitJudge Train(Tensor digits, Tensor labels, int passes = 4, int seed = 1)
    {
        manual_seed(seed);
        var judge = new DigitJudge();
        ClassifierTraining.Fit(judge, passes, () =>
        {
            Tensor others = NotDigits.Draw(digits, (int)digits.shape[0] / 24 * 6);
            return (cat([digits, others]), cat([labels, full(others.shape[0], NoDigit, int64)]));
        });
        return judge;
    }
}

/// <summary>Fits a classifier of pictures by Adam, as the judge, its pupils and the detective are fitted. Defined in lesson 17.</summary>
public static class ClassifierTraining
{
    /// <summary>Trains a model with cross-entropy.</summary>
    /// <param name="model">Scores the classes.</param>
    /// <param name="passes">How often it sees each example.</param>
    /// <param name="examples">Gives a pass's pictures, (N, 1, rows, columns), and classes, Int64 (N).</param>
    /// <param name="batch">Examples per step.</param>
    /// <param name="rate">The first learning rate; it falls evenly to a tenth.</param>
    public static void Fit(
        Module<Tensor, Tensor> model, int passes, Func<(Tensor Pictures, Tensor Classes)> examples, int batch = 64, double rate = 2e-3)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(examples);
        model.train();
        using var adam = optim.Adam(model.parameters(), rate);
        for (int pass = 0; pass < passes; pass++)
        {
            using var scope = NewDisposeScope();
            foreach (var group in adam.ParamGroups) group.LearningRate = rate * (1 - 0.9 * pass / passes);
            (Tensor pictures, Tensor classes) = examples();
            foreach (Tensor rows in randperm(classes.shape[0], int64).split(batch))
            {
                using var step = NewDisposeScope();
                adam.zero_grad();
                Tensor loss = functional.cross_entropy(model.call(pictures.index_select(0, rows)), classes.index_select(0, rows));
                loss.backward();
                adam.step();
            }
        }
        model.eval();
    }

    /// <summary>The share of pictures whose class it names.</summary>
    /// <param name="model">Scores the classes.</param>
    /// <param name="pictures">(N, 1, rows, columns).</param>
    /// <param name="classes">Int64 (N).</param>
    public static double Accuracy(Module<Tensor, Tensor> model, Tensor pictures, Tensor classes)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return model.call(pictures).argmax(1).eq(classes).to(float32).mean().item<float>();
    }
}
