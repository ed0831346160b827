using static TorchSharp.torch;

namespace Course.Generation;

/// <summary>
/// Lets a model write: it reads the text so far, one token is drawn from what may come next, and this again. If the text becomes longer
/// than the model's context, the older half of what it looks at is forgotten. Defined in lesson 14.
/// </summary>
/// <param name="model">The model; it is put into evaluation mode.</param>
public sealed class TextGenerator(CausalModel model)
{
    /// <summary>Whether keys and values are kept from token to token. The text is the same without; it only takes longer.</summary>
    public bool UsesCache { get; init; } = true;

    /// <summary>Writes without end. The tokens are computed while they are asked for.</summary>
    /// <param name="prompt">The tokens to go on from, at least one.</param>
    /// <param name="sampling">How tokens are drawn; null for plain sampling.</param>
    /// <param name="seed">Equal seeds give equal texts.</param>
    /// <returns>The tokens behind the prompt, one after another.</returns>
    /// <exception cref="ArgumentException">The prompt is empty.</exception>
    public IEnumerable<int> Write(IEnumerable<int> prompt, Sampling? sampling = null, int seed = 1)
    {
        int[] start = [.. prompt];
        if (start.Length == 0) throw new ArgumentException("Give at least one token to go on from.", nameof(prompt));
        return Endless([.. start], sampling ?? new Sampling(), new Random(seed));
    }

    /// <summary>Writes a text.</summary>
    /// <param name="prompt">The tokens to go on from, at least one.</param>
    /// <param name="most">The most tokens.</param>
    /// <param name="sampling">How tokens are drawn; null for plain sampling.</param>
    /// <param name="seed">Equal seeds give equal texts.</param>
    /// <param name="end">The token that ends the text; null for none.</param>
    /// <returns>The tokens behind the prompt, without the one that ends them.</returns>
    public int[] Write(IEnumerable<int> prompt, int most, Sampling? sampling = null, int seed = 1, int? end = null) =>
        [.. Write(prompt, sampling, seed).Take(most).TakeWhile(token => token != end)];

    /// <summary>What may come next.</summary>
    /// <param name="text">The text so far, at least one token.</param>
    /// <returns>Logits, (V).</returns>
    public float[] Next(IEnumerable<int> text)
    {
        model.eval();
        return Step([.. text.TakeLast(model.Context).Select(token => (long)token)], null);
    }

    private IEnumerable<int> Endless(List<int> text, Sampling sampling, Random random)
    {
        model.eval();
        int start = Math.Max(0, text.Count - model.Context);            // what stands before is not looked at
        KeyValueCache? cache = null;
        try
        {
            while (true)
            {
                if (text.Count - start > model.Context)
                {
                    start = text.Count - Math.Max(1, model.Context / 2);
                    cache?.Dispose();
                    cache = null;
                }
                if (UsesCache) cache ??= model.NewCache();
                int token = sampling.Draw(Step([.. text.Skip(start + (int)(cache?.Length ?? 0)).Select(one => (long)one)], cache), random);
                text.Add(token);
                yield return token;
            }
        }
        finally
        {
            cache?.Dispose();
        }
    }

    private float[] Step(long[] tokens, KeyValueCache? cache)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Tensor states = model.States(tensor(tokens).reshape(1, -1), cache);
        return [.. model.Head(states.narrow(1, tokens.Length - 1, 1)).to(ScalarType.Float32).data<float>()];
    }
}
