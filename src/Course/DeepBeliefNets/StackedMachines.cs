using Course.BoltzmannMachines;
using static TorchSharp.torch;

namespace Course.DeepBeliefNets;

/// <summary>
/// Restricted Boltzmann machines on top of each other, each trained on what the one below it makes of the data: greedy pre-training, layer
/// by layer and without labels. G. E. Hinton and R. R. Salakhutdinov, Science 313, 2006. Defined in lesson 09.
/// </summary>
/// <param name="machines">The machines, the one nearest the data first.</param>
public sealed class StackedMachines(IReadOnlyList<RestrictedBoltzmannMachine> machines)
{
    /// <summary>The machines, the one nearest the data first.</summary>
    public IReadOnlyList<RestrictedBoltzmannMachine> Machines { get; } = machines;

    /// <summary>Units per layer, the visible ones first.</summary>
    public int[] Sizes => [Machines[0].VisibleBiases.Length, .. Machines.Select(machine => machine.HiddenBiases.Length)];

    /// <summary>
    /// Trains one machine after the other: rate 0.1, batches of 100, weight decay 0.0002, momentum 0.5 in the first epoch and 0.9
    /// afterwards. A linear code layer learns with a rate of 0.002.
    /// </summary>
    /// <param name="data">(N, V), values from 0 to 1.</param>
    /// <param name="units">Hidden units per layer.</param>
    /// <param name="epochs">Passes per layer.</param>
    /// <param name="seed">Equal seeds give equal machines.</param>
    /// <param name="linearCode">True if the last layer is a code of plain sums.</param>
    /// <param name="title">The title of the progress bar.</param>
    public static StackedMachines Pretrain(Tensor data, int[] units, int epochs, int seed, bool linearCode = false,
        string title = "pre-training")
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(units);
        using var scope = NewDisposeScope();
        using var chance = new Generator((ulong)seed);
        using var bar = Progress.Start(title, total: (long)units.Length * epochs);
        var random = new Random(seed);
        List<RestrictedBoltzmannMachine> machines = [];
        Tensor below = data;
        for (int layer = 0; layer < units.Length; layer++)
        {
            bool linear = linearCode && layer == units.Length - 1;
            var machine = new RestrictedBoltzmannMachine((int)below.shape[1], units[layer], random);
            using var trainer = new LayerTrainer(machine) { Linear = linear, Eta = linear ? 0.002f : 0.1f, WeightDecay = 0.0002f };
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                trainer.Momentum = epoch == 0 ? 0.5f : 0.9f;
                trainer.Pass(below, batch: 100, chance);
                bar.Report((long)layer * epochs + epoch + 1, note: FormattableString.Invariant($"layer {layer + 1}"));
            }
            trainer.Finish();
            machines.Add(machine);
            below = trainer.Hidden(below);
        }
        return new StackedMachines(machines);
    }

    /// <summary>The stack continued by another one that was trained on top of it.</summary>
    /// <param name="above">The stack on top.</param>
    public StackedMachines Then(StackedMachines above)
    {
        ArgumentNullException.ThrowIfNull(above);
        return new StackedMachines([.. Machines, .. above.Machines]);
    }

    /// <summary>The lowest machines alone.</summary>
    /// <param name="count">How many.</param>
    public StackedMachines Take(int count) => new([.. Machines.Take(count)]);

    /// <summary>What the highest layer makes of the data, all units taken as sigmoids.</summary>
    /// <param name="v">(B, V).</param>
    /// <returns>(B, units of the last layer).</returns>
    public Tensor Up(Tensor v)
    {
        using var scope = NewDisposeScope();
        foreach (RestrictedBoltzmannMachine machine in Machines)
        {
            using var layer = new LayerTrainer(machine);
            v = layer.Hidden(v);
        }
        return v.MoveToOuterDisposeScope();
    }

    /// <summary>Copies weights and hidden biases into the first layers of a network that goes up through the same sizes.</summary>
    /// <param name="network">A network whose parameters alternate weights, (outputs, inputs), and biases, (outputs).</param>
    public void CopyTo(nn.Module network)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var parameters = network.parameters().ToArray();
        for (int layer = 0; layer < Machines.Count; layer++)
        {
            parameters[2 * layer].copy_(Rows.Stack(Machines[layer].Weights));
            parameters[2 * layer + 1].copy_(tensor(Machines[layer].HiddenBiases));
        }
    }
}
