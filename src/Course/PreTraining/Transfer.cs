using static TorchSharp.torch;

namespace Course.PreTraining;

/// <summary>Takes weights from one model to another. Defined in lesson 13.</summary>
public static class Transfer
{
    /// <summary>
    /// Copies the weights that both models have under one name; the others stay. A pre-trained model is copied before it is fine-tuned,
    /// because the fine-tuning changes it; and to copy only some layers tells how much each of them is worth.
    /// </summary>
    /// <param name="from">The model that gives.</param>
    /// <param name="to">The model that takes.</param>
    /// <param name="which">Tells for each name whether it is copied; null for all.</param>
    /// <returns>The names of the copied weights.</returns>
    /// <exception cref="ArgumentException">A weight has another shape in the other model.</exception>
    public static IReadOnlyList<string> Copy(nn.Module from, nn.Module to, Func<string, bool>? which = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        Dictionary<string, Tensor> givers = from.state_dict(), takers = to.state_dict();
        string[] names = [.. givers.Keys.Where(name => takers.ContainsKey(name) && (which is null || which(name)))];
        string? other = names.FirstOrDefault(name => !givers[name].shape.SequenceEqual(takers[name].shape));
        if (other is not null) throw new ArgumentException($"The weight {other} has another shape in the other model.");
        using var frozen = no_grad();
        foreach (string name in names) takers[name].copy_(givers[name]);
        return names;
    }
}
