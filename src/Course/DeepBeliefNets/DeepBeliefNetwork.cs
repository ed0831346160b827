using Course.BoltzmannMachines;
using static TorchSharp.torch;

namespace Course.DeepBeliefNets;

/// <summary>
/// The deep belief network of 2006: two layers of features, and on top a restricted Boltzmann machine that sees the upper features and ten
/// labels. It recognises digits, and it dreams them under a clamped label. G. E. Hinton, S. Osindero and Y.-W. Teh, A fast learning
/// algorithm for deep belief nets, Neural Computation 18, 2006; the steps of <see cref="Learn"/> are those of its appendix B.
/// Defined in lesson 09.
/// </summary>
public sealed class DeepBeliefNetwork : IDisposable
{
    private readonly Tensor[] up, upBiases;              // recognition: (H, V), (H)
    private readonly Tensor[] down, downBiases;          // generation: (H, V), (V)
    private readonly Tensor w, b, c;                     // the top machine: (T, H + labels), (H + labels), (T)
    private readonly int labels;

    /// <summary>Puts a trained top machine on a trained stack. The two directions of the stack start equal and may part.</summary>
    /// <param name="features">The stack below.</param>
    /// <param name="top">Its visible units are the stack's last layer, then the labels.</param>
    public DeepBeliefNetwork(StackedMachines features, RestrictedBoltzmannMachine top)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(top);
        using var scope = NewDisposeScope();
        up = [.. features.Machines.Select(machine => Kept(Rows.Stack(machine.Weights)))];
        upBiases = [.. features.Machines.Select(machine => Kept(tensor(machine.HiddenBiases)))];
        down = [.. up.Select(Kept)];
        downBiases = [.. features.Machines.Select(machine => Kept(tensor(machine.VisibleBiases)))];
        (w, b, c) = (Kept(Rows.Stack(top.Weights)), Kept(tensor(top.VisibleBiases)), Kept(tensor(top.HiddenBiases)));
        labels = top.VisibleBiases.Length - features.Sizes[^1];
    }

    /// <summary>Trains the machine on top of a stack: features and labels together are its data.</summary>
    /// <param name="features">The trained stack.</param>
    /// <param name="pictures">(N, pixels).</param>
    /// <param name="answers">One-hot labels, (N, labels).</param>
    /// <param name="units">Hidden units of the machine.</param>
    /// <param name="epochs">Passes.</param>
    /// <param name="seed">Equal seeds give equal machines.</param>
    public static DeepBeliefNetwork Pretrain(StackedMachines features, Tensor pictures, Tensor answers, int units, int epochs, int seed)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(answers);
        using var scope = NewDisposeScope();
        using var chance = new Generator((ulong)seed);
        Tensor data = cat([features.Up(pictures), answers], 1);
        var top = new RestrictedBoltzmannMachine((int)data.shape[1], units, new Random(seed));
        using var trainer = new LayerTrainer(top) { Labels = (int)answers.shape[1], WeightDecay = 0.0002f };
        foreach (int epoch in Progress.Over(Enumerable.Range(0, epochs), "features and labels"))
        {
            trainer.Momentum = epoch == 0 ? 0.5f : 0.9f;
            trainer.Pass(data, batch: 100, chance);
        }
        trainer.Finish();
        return new DeepBeliefNetwork(features, top);
    }

    /// <summary>One step of the up-down algorithm.</summary>
    /// <param name="pictures">(B, pixels).</param>
    /// <param name="answers">One-hot labels, (B, labels).</param>
    /// <param name="eta">The step size.</param>
    /// <param name="rounds">Rounds of Gibbs sampling in the top machine.</param>
    /// <param name="random">Torch's random numbers.</param>
    public void Learn(Tensor pictures, Tensor answers, float eta, int rounds, Generator random)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        using var scope = NewDisposeScope();
        float share = eta / pictures.shape[0];

        // awake: up by recognition; the generative weights learn to draw each layer from the one above
        List<Tensor> awake = [pictures];
        for (int layer = 0; layer < up.Length; layer++) awake.Add(Sample(Above(awake[layer], layer), random));
        for (int layer = 0; layer < up.Length; layer++)
        {
            Tensor error = awake[layer] - Below(awake[layer + 1], layer);
            down[layer].addmm_(awake[layer + 1].t(), error, beta: 1, alpha: share);
            downBiases[layer].add_(error.sum(dim: 0), alpha: share);
        }

        // the top machine learns by contrastive divergence
        Tensor v = cat([awake[^1], answers], 1), p = Top(v), first = v;
        Tensor t = p;
        for (int round = 0; round < rounds; round++)
        {
            v = SampleWithLabels(LayerTrainer.Probabilities(b.addmm(Sample(t, random), w), labels), random);
            t = Top(v);
        }
        w.addmm_(p.t(), first, beta: 1, alpha: share).addmm_(t.t(), v, beta: 1, alpha: -share);
        b.add_((first - v).sum(dim: 0), alpha: share);
        c.add_((p - t).sum(dim: 0), alpha: share);

        // asleep: down by generation; the recognition weights learn to find what the dream was made of
        Tensor[] asleep = new Tensor[up.Length + 1];
        asleep[^1] = v.narrow(1, 0, up[^1].shape[0]);
        for (int layer = up.Length - 1; layer >= 0; layer--)
        {
            Tensor drawn = Below(asleep[layer + 1], layer);
            asleep[layer] = layer == 0 ? drawn : Sample(drawn, random);
        }
        for (int layer = 0; layer < up.Length; layer++)
        {
            Tensor error = asleep[layer + 1] - Above(asleep[layer], layer);
            up[layer].addmm_(error.t(), asleep[layer], beta: 1, alpha: share);
            upBiases[layer].add_(error.sum(dim: 0), alpha: share);
        }
    }

    /// <summary>One epoch of the up-down algorithm, in batches of 100.</summary>
    /// <param name="pictures">(N, pixels).</param>
    /// <param name="answers">One-hot labels, (N, labels).</param>
    /// <param name="eta">The step size.</param>
    /// <param name="rounds">Rounds of Gibbs sampling in the top machine.</param>
    /// <param name="random">Torch's random numbers.</param>
    public void Pass(Tensor pictures, Tensor answers, float eta, int rounds, Generator random)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(answers);
        using var scope = NewDisposeScope();
        foreach (Tensor rows in randperm(pictures.shape[0], generator: random).split(100))
        {
            using var step = NewDisposeScope();
            Learn(pictures.index_select(0, rows), answers.index_select(0, rows), eta, rounds, random);
        }
    }

    /// <summary>The label that gives the lowest free energy to each picture.</summary>
    /// <param name="pictures">(B, pixels).</param>
    /// <returns>B labels.</returns>
    public int[] Predict(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        Tensor features = pictures;
        for (int layer = 0; layer < up.Length; layer++) features = Above(features, layer);
        long count = features.shape[1];
        Tensor without = c.addmm(features, w.narrow(1, 0, count).t());                            // (B, T)
        var goodness = Enumerable.Range(0, labels).Select(label =>
            nn.functional.softplus(without + w.select(1, count + label)).sum(dim: 1) + b[count + label]);
        return [.. stack([.. goodness], 1).argmax(1).data<long>().Select(label => (int)label)];
    }

    /// <summary>The share of pictures whose label it misses.</summary>
    /// <param name="pictures">(B, pixels).</param>
    /// <param name="answers">B labels.</param>
    public double ErrorRate(Tensor pictures, int[] answers) =>
        Predict(pictures).Zip(answers).Count(pair => pair.First != pair.Second) / (double)pictures.shape[0];

    /// <summary>Labels as rows with a single 1.</summary>
    /// <param name="answers">B labels, from 0.</param>
    /// <param name="count">The number of labels there are.</param>
    /// <returns>(B, count).</returns>
    public static Tensor OneHot(int[] answers, int count)
    {
        using var scope = NewDisposeScope();
        Tensor numbers = tensor(Array.ConvertAll(answers, label => (long)label));
        return nn.functional.one_hot(numbers, count).to(float32).MoveToOuterDisposeScope();
    }

    /// <summary>Dreams: the labels stay clamped, the top machine goes to and fro, and what it settles on is drawn.</summary>
    /// <param name="clamped">One label per dream.</param>
    /// <param name="looks">After how many rounds to look, rising.</param>
    /// <param name="random">Torch's random numbers.</param>
    /// <returns>The pictures at each look, (dreams, pixels) each, pixels as probabilities.</returns>
    public IReadOnlyList<float[][]> Dream(int[] clamped, int[] looks, Generator random)
    {
        ArgumentNullException.ThrowIfNull(clamped);
        ArgumentNullException.ThrowIfNull(looks);
        using var scope = NewDisposeScope();
        long count = up[^1].shape[0];
        Tensor held = OneHot(clamped, labels);
        Tensor features = rand([clamped.Length, count], generator: random).lt(0.5).to(float32);
        List<float[][]> films = [];
        for (int round = 0; round <= looks[^1]; round++)
        {
            using var step = NewDisposeScope();
            if (looks.Contains(round)) films.Add(Rows.Of(Draw(features)));
            Tensor t = Sample(Top(cat([features, held], 1)), random);
            Tensor next = Sample(b.narrow(0, 0, count).addmm(t, w.narrow(1, 0, count)).sigmoid(), random);
            features.copy_(next);
        }
        return films;
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        foreach (Tensor tensor in (Tensor[])[.. up, .. upBiases, .. down, .. downBiases, w, b, c]) tensor.Dispose();
    }

    private static Tensor Kept(Tensor tensor) => tensor.clone().DetachFromDisposeScope();

    private static Tensor Sample(Tensor p, Generator random) => rand(p.shape, generator: random).lt(p).to(float32);

    private Tensor SampleWithLabels(Tensor p, Generator random)
    {
        long units = p.shape[1] - labels;
        Tensor chosen = multinomial(p.narrow(1, units, labels), 1, generator: random).squeeze(1);
        return cat([Sample(p.narrow(1, 0, units), random), nn.functional.one_hot(chosen, labels).to(float32)], 1);
    }

    private Tensor Above(Tensor v, int layer) => upBiases[layer].addmm(v, up[layer].t()).sigmoid();

    private Tensor Below(Tensor h, int layer) => downBiases[layer].addmm(h, down[layer]).sigmoid();

    private Tensor Top(Tensor v) => c.addmm(v, w.t()).sigmoid();

    private Tensor Draw(Tensor features)
    {
        for (int layer = down.Length - 1; layer >= 0; layer--) features = Below(features, layer);
        return features;
    }
}
