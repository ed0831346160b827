using static TorchSharp.torch;

namespace Course.Generation;

/// <summary>
/// The keys and values of all tokens so far, layer by layer. Later tokens change nothing about them, so a new token needs only its own
/// query, key and value. Use it without gradients. Defined in lesson 14.
/// </summary>
/// <param name="layers">The number of the model's blocks.</param>
/// <param name="capacity">The most tokens.</param>
public sealed class KeyValueCache(int layers, int capacity) : IDisposable
{
    private readonly LayerCache[] all = [.. Enumerable.Range(0, layers).Select(_ => new LayerCache(capacity))];

    /// <summary>The number of tokens so far.</summary>
    public long Length => all.Length == 0 ? 0 : all[0].Length;

    /// <summary>The most tokens.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>The memory that it takes, in bytes; all of it is taken with the first token.</summary>
    public long Bytes => all.Sum(one => one.Bytes);

    /// <summary>The part of one block.</summary>
    /// <param name="layer">The number of the block, from 0.</param>
    public LayerCache this[int layer] => all[layer];

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        foreach (LayerCache one in all) one.Dispose();
    }
}

/// <summary>The keys and values of one block. Defined in lesson 14.</summary>
/// <param name="capacity">The most tokens.</param>
public sealed class LayerCache(int capacity) : IDisposable
{
    private Tensor? keys, values;

    /// <summary>The number of tokens so far.</summary>
    public long Length { get; private set; }

    /// <summary>The memory that it takes, in bytes.</summary>
    internal long Bytes => keys is null ? 0 : 2 * keys.numel() * keys.element_size();

    /// <summary>Adds the keys and values of new tokens.</summary>
    /// <param name="newKeys">(B, h, T, d).</param>
    /// <param name="newValues">(B, h, T, d).</param>
    /// <returns>Those of all tokens so far, (B, h, S, d), in the cache's own memory.</returns>
    /// <exception cref="InvalidOperationException">The cache is full.</exception>
    public (Tensor Keys, Tensor Values) Append(Tensor newKeys, Tensor newValues)
    {
        ArgumentNullException.ThrowIfNull(newKeys);
        ArgumentNullException.ThrowIfNull(newValues);
        long added = newKeys.shape[2];
        if (Length + added > capacity)
            throw new InvalidOperationException($"The cache holds {capacity} tokens, and {Length + added} were to be in it.");
        keys = Put(keys, newKeys);
        values = Put(values, newValues);
        Length += added;
        return (keys.narrow(2, 0, Length), values.narrow(2, 0, Length));
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        keys?.Dispose();
        values?.Dispose();
        (keys, values, Length) = (null, null, 0);
    }

    private Tensor Put(Tensor? all, Tensor added)
    {
        long[] shape = added.shape;
        // It outlives the scope of the step that makes it.
        all ??= empty([shape[0], shape[1], capacity, shape[3]], added.dtype, added.device).DetachFromDisposeScope();
        using Tensor place = all.narrow(2, Length, shape[2]), plain = added.detach();
        place.copy_(plain);
        return all;
    }
}
