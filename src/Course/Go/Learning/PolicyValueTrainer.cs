using static TorchSharp.torch;

namespace Course.Go.Learning;

/// <summary>
/// Teaches a <see cref="PolicyValueNetwork"/> what the search found and how the games ended. The loss is AlphaGo Zero's: cross-entropy
/// with the shares of the visits, and the squared error of the value. Defined in lesson 11.
/// </summary>
public sealed class PolicyValueTrainer : IDisposable
{
    private readonly optim.Optimizer optimizer;
    private readonly int[][] symmetries;

    /// <summary>Creates an optimizer, AdamW, for a network.</summary>
    /// <param name="network">The network; the caller disposes of it.</param>
    /// <param name="decay">Weight decay.</param>
    public PolicyValueTrainer(PolicyValueNetwork network, double decay = 1e-4)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        optimizer = optim.AdamW(network.parameters(), lr: 1e-3, weight_decay: decay);
        symmetries = [.. Enumerable.Range(0, Symmetries.Count).Select(one => Symmetries.PlaceOf(network.Size, one))];
    }

    /// <summary>The network.</summary>
    public PolicyValueNetwork Network { get; }

    internal optim.Optimizer Optimizer => optimizer;

    /// <summary>One step of training, each position turned or mirrored at random.</summary>
    /// <param name="batch">The positions.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="random">Draws the symmetries.</param>
    /// <returns>The loss of the policy, in nats, and of the value, before the step.</returns>
    public (double Policy, double Value) Learn(IReadOnlyList<GoExample> batch, double rate, Random random)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(random);
        using var scope = NewDisposeScope();
        foreach (var group in optimizer.ParamGroups) group.LearningRate = rate;
        optimizer.zero_grad();
        (Tensor policyLoss, Tensor valueLoss) = Losses(batch, [.. batch.Select(_ => symmetries[random.Next(symmetries.Length)])]);
        (policyLoss + valueLoss).backward();
        optimizer.step();
        return (policyLoss.item<float>(), valueLoss.item<float>());
    }

    /// <summary>The losses on positions as they are, without learning.</summary>
    public (double Policy, double Value) Measure(IReadOnlyList<GoExample> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        (Tensor policyLoss, Tensor valueLoss) = Losses(batch, [.. batch.Select(_ => symmetries[0])]);
        return (policyLoss.item<float>(), valueLoss.item<float>());
    }

    /// <inheritdoc/>
    public void Dispose() => optimizer.Dispose();

    private (Tensor Policy, Tensor Value) Losses(IReadOnlyList<GoExample> batch, int[][] turned)
    {
        int size = Network.Size, points = size * size;
        float[] planes = new float[batch.Count * BoardPlanes.Count * points], shares = new float[batch.Count * (points + 1)];
        for (int n = 0; n < batch.Count; n++)
        {
            GoExample example = batch[n];
            Span<float> ofThis = planes.AsSpan(n * BoardPlanes.Count * points, BoardPlanes.Count * points);
            BoardPlanes.Write(example.Board, example.LastWasPass, example.Komi, ofThis, turned[n], points);
            for (int point = 0; point < points; point++) shares[n * (points + 1) + turned[n][point]] = example.Policy[point];
            shares[n * (points + 1) + points] = example.Policy[points];
        }
        // Cloned into torch's own memory: sums must not depend on where an array happens to lie.
        Tensor input = tensor(planes).reshape(batch.Count, BoardPlanes.Count, size, size).clone();
        Tensor visits = tensor(shares).reshape(batch.Count, points + 1).clone();
        Tensor results = tensor(batch.Select(example => example.Result).ToArray()).clone();
        (Tensor policy, Tensor value) = Network.call(input);
        Tensor crossEntropy = -(visits * nn.functional.log_softmax(policy, 1)).sum(1).mean();
        return (crossEntropy, (value - results).square().mean());
    }
}
