using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Perceptrons;

/// <summary>
/// The library twin of <see cref="SoftmaxRegression"/>: the same machine and the same steps in TorchSharp. The gradient comes from
/// automatic differentiation (lesson 06). Defined in lesson 02.
/// </summary>
public sealed class TorchSoftmaxRegression : IDisposable
{
    private readonly int inputs;
    private readonly TorchSharp.Modules.Linear linear;
    private readonly optim.Optimizer descent;

    /// <summary>Creates a machine with zero weights and biases.</summary>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="eta">The learning rate.</param>
    public TorchSoftmaxRegression(int inputs, int classes, float eta)
    {
        this.inputs = inputs;
        linear = Linear(inputs, classes);                                    // (B, inputs) → (B, classes)
        using (no_grad())
        {
            linear.weight!.zero_();
            linear.bias!.zero_();
        }
        descent = optim.SGD(linear.parameters(), eta);
    }

    /// <summary>The weights, classes × inputs, row after row.</summary>
    public float[] Weights => linear.weight!.data<float>().ToArray();

    /// <summary>One bias per class.</summary>
    public float[] Biases => linear.bias!.data<float>().ToArray();

    /// <summary>One gradient step on the mean loss of a batch.</summary>
    /// <param name="x">The examples of the batch, one per row.</param>
    /// <param name="labels">The right classes.</param>
    /// <returns>The mean loss of the batch before the step, in nats.</returns>
    public double Step(ReadOnlySpan<float[]> x, ReadOnlySpan<int> labels)
    {
        using var scope = NewDisposeScope();                                 // without it the tensors of every step stay
        var flat = new float[x.Length * inputs];
        for (int n = 0; n < x.Length; n++) x[n].CopyTo(flat, n * inputs);
        var classes = new long[labels.Length];
        for (int n = 0; n < labels.Length; n++) classes[n] = labels[n];

        // A copy in torch's own, aligned memory. A C# array may lie at any address, so MKL would round differently from run to run.
        Tensor batch = tensor(flat).reshape(x.Length, inputs).clone();       // (B, inputs)
        var loss = functional.cross_entropy(linear.call(batch), tensor(classes));
        descent.zero_grad();
        loss.backward();
        descent.step();
        return loss.item<float>();
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        descent.Dispose();
        linear.Dispose();
    }
}
