using Course.BoltzmannMachines;
using static TorchSharp.torch;

namespace Course.DeepBeliefNets;

/// <summary>
/// Trains one restricted Boltzmann machine of lesson 05 by CD-1, a whole batch in each operation. It follows the program that G. E. Hinton
/// and R. R. Salakhutdinov published with their paper of 2006: the hidden units are sampled once, and the reconstruction is left as
/// probabilities. Defined in lesson 09.
/// </summary>
public sealed class LayerTrainer : IDisposable
{
    private readonly RestrictedBoltzmannMachine machine;
    private readonly Tensor w, b, c;                             // (H, V), (V), (H)
    private readonly Tensor wVelocity, bVelocity, cVelocity;

    /// <summary>Starts from the weights and biases of a machine, as they are now.</summary>
    /// <param name="machine">The machine; <see cref="Finish"/> writes what was learnt back into it.</param>
    public LayerTrainer(RestrictedBoltzmannMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        this.machine = machine;
        using var scope = NewDisposeScope();
        w = Rows.Stack(machine.Weights).DetachFromDisposeScope();
        b = Rows.Stack([machine.VisibleBiases]).flatten().clone().DetachFromDisposeScope();
        c = Rows.Stack([machine.HiddenBiases]).flatten().clone().DetachFromDisposeScope();
        wVelocity = zeros_like(w).DetachFromDisposeScope();
        bVelocity = zeros_like(b).DetachFromDisposeScope();
        cVelocity = zeros_like(c).DetachFromDisposeScope();
    }

    /// <summary>η, the step size (learning rate).</summary>
    public float Eta { get; set; } = 0.1f;

    /// <summary>The share of the previous change that is added again.</summary>
    public float Momentum { get; set; }

    /// <summary>How strongly weights (not biases) decay towards zero.</summary>
    public float WeightDecay { get; init; }

    /// <summary>True if the hidden units are plain sums with normal noise of variance 1, as in the paper's code layers.</summary>
    public bool Linear { get; init; }

    /// <summary>How many of the last visible units are labels, of which exactly one is on: a softmax of lesson 02.</summary>
    public int Labels { get; init; }

    /// <summary>The hidden units given the visible ones: their probabilities, or their sums if they are linear.</summary>
    /// <param name="v">(B, V).</param>
    /// <returns>(B, H).</returns>
    public Tensor Hidden(Tensor v)
    {
        using var scope = NewDisposeScope();
        Tensor sums = c.addmm(v, w.t());
        return (Linear ? sums : sums.sigmoid_()).MoveToOuterDisposeScope();
    }

    /// <summary>The visible units given the hidden ones, as probabilities.</summary>
    /// <param name="h">(B, H).</param>
    /// <returns>(B, V).</returns>
    public Tensor Visible(Tensor h)
    {
        using var scope = NewDisposeScope();
        Tensor sums = b.addmm(h, w);
        return Probabilities(sums, Labels).MoveToOuterDisposeScope();
    }

    /// <summary>One step of CD-1.</summary>
    /// <param name="v0">The data, (B, V).</param>
    /// <param name="chance">(B, H): numbers from 0 to 1, or normal ones if the hidden units are linear.</param>
    /// <param name="visibleChance">(B, V): numbers from 0 to 1 that sample the reconstruction too; null keeps its probabilities.</param>
    public void Step(Tensor v0, Tensor chance, Tensor? visibleChance = null)
    {
        ArgumentNullException.ThrowIfNull(v0);
        using var scope = NewDisposeScope();                     // without it the tensors of every step stay
        Tensor p0 = Hidden(v0);
        Tensor h0 = Linear ? p0 + chance : chance.lt(p0).to(float32);
        Tensor v1 = Visible(h0);
        if (visibleChance is not null) v1 = visibleChance.lt(v1).to(float32);
        Tensor p1 = Hidden(v1);

        float share = Eta / v0.shape[0];
        wVelocity.addmm_(p0.t(), v0, beta: Momentum, alpha: share).addmm_(p1.t(), v1, beta: 1, alpha: -share);
        wVelocity.add_(w, alpha: -Eta * WeightDecay);
        bVelocity.mul_(Momentum).add_((v0 - v1).sum(dim: 0), alpha: share);
        cVelocity.mul_(Momentum).add_((p0 - p1).sum(dim: 0), alpha: share);
        w.add_(wVelocity);
        b.add_(bVelocity);
        c.add_(cVelocity);
    }

    /// <summary>One epoch: a pass over all examples in a new random order.</summary>
    /// <param name="data">(N, V).</param>
    /// <param name="batch">Examples per step.</param>
    /// <param name="random">Torch's random numbers.</param>
    public void Pass(Tensor data, int batch, Generator random)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var scope = NewDisposeScope();
        Tensor order = randperm(data.shape[0], generator: random);
        foreach (Tensor rows in order.split(batch))
        {
            using var step = NewDisposeScope();
            long[] size = [rows.shape[0], c.shape[0]];
            Step(data.index_select(0, rows), Linear ? randn(size, generator: random) : rand(size, generator: random));
        }
    }

    /// <summary>Writes the learnt weights and biases back into the machine.</summary>
    public void Finish()
    {
        float[][] rows = Rows.Of(w);
        for (int j = 0; j < rows.Length; j++) rows[j].CopyTo(machine.Weights[j], 0);
        b.data<float>().CopyTo(machine.VisibleBiases);
        c.data<float>().CopyTo(machine.HiddenBiases);
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        foreach (Tensor tensor in (Tensor[])[w, b, c, wVelocity, bVelocity, cVelocity]) tensor.Dispose();
    }

    /// <summary>From sums to probabilities: sigmoids, and a softmax over the labels at the end.</summary>
    internal static Tensor Probabilities(Tensor sums, int labels)
    {
        if (labels == 0) return sums.sigmoid_();
        long units = sums.shape[1] - labels;
        return cat([sums.narrow(1, 0, units).sigmoid(), sums.narrow(1, units, labels).softmax(1)], 1);
    }
}
