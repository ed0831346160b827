using static TorchSharp.torch;

namespace Course.BoltzmannMachines;

/// <summary>
/// The library twin of <see cref="ContrastiveDivergence"/> with k = 1: the same step in TorchSharp, with a whole batch in each operation.
/// It exists to check the other. Defined in lesson 05.
/// </summary>
public sealed class TorchRestrictedBoltzmannMachine : IDisposable
{
    private readonly Tensor w;          // (H, V)
    private readonly Tensor b;          // (V)
    private readonly Tensor c;          // (H)

    /// <summary>Starts from the weights and biases of another machine, as they are now.</summary>
    /// <param name="machine">The other machine.</param>
    public TorchRestrictedBoltzmannMachine(RestrictedBoltzmannMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        using var scope = NewDisposeScope();                                       // frees intermediate tensors
        w = Copy([.. machine.Weights.SelectMany(row => row)]).reshape(machine.Weights.Length, -1).DetachFromDisposeScope();
        b = Copy(machine.VisibleBiases).DetachFromDisposeScope();
        c = Copy(machine.HiddenBiases).DetachFromDisposeScope();
    }

    /// <summary>W, hidden × visible, row after row.</summary>
    public float[] Weights => w.data<float>().ToArray();

    /// <summary>b, one per visible unit.</summary>
    public float[] VisibleBiases => b.data<float>().ToArray();

    /// <summary>c, one per hidden unit.</summary>
    public float[] HiddenBiases => c.data<float>().ToArray();

    /// <summary>One step of CD-1 without momentum or weight decay.</summary>
    /// <param name="batch">Visible vectors, one per row.</param>
    /// <param name="eta">η, the step size.</param>
    /// <param name="random">The random number generator, used in the same order as <see cref="ContrastiveDivergence.Step"/>.</param>
    public void Step(float[][] batch, float eta, Random random)
    {
        using var scope = NewDisposeScope();                                       // without it the tensors of every step stay
        int count = batch.Length, visible = (int)b.shape[0], hidden = (int)c.shape[0];
        var noise = new float[count * (hidden + visible)];
        for (int i = 0; i < noise.Length; i++) noise[i] = random.NextSingle();
        Tensor u = Copy(noise).reshape(count, hidden + visible);                   // (B, H + V)
        Tensor v0 = Copy([.. batch.SelectMany(v => v)]).reshape(count, visible);   // (B, V)

        Tensor p0 = sigmoid(c.addmm(v0, w.t()));                                   // (B, H)
        Tensor h0 = u.narrow(1, 0, hidden).lt(p0).to(float32);
        Tensor v1 = u.narrow(1, hidden, visible).lt(sigmoid(b.addmm(h0, w))).to(float32);
        Tensor p1 = sigmoid(c.addmm(v1, w.t()));

        float share = eta / count;
        w.addmm_(p0.t(), v0, beta: 1, alpha: share).addmm_(p1.t(), v1, beta: 1, alpha: -share);
        b.add_((v0 - v1).sum(dim: 0), alpha: share);
        c.add_((p0 - p1).sum(dim: 0), alpha: share);
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        w.Dispose();
        b.Dispose();
        c.Dispose();
    }

    // Copies into torch's own, aligned memory. A C# array may lie at any address, so MKL would round differently from run to run.
    private static Tensor Copy(float[] values) => tensor(values).clone();
}
