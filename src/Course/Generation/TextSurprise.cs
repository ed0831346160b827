using static TorchSharp.torch;

namespace Course.Generation;

/// <summary>
/// How surprised a model is by a text. Divided by the text's bytes it can be compared between models with different tokens, as surprise by
/// token can't. Defined in lesson 14.
/// </summary>
/// <param name="Nats">The sum of −ln P over the tokens.</param>
/// <param name="Tokens">The number of tokens that were to be guessed.</param>
public sealed record TextSurprise(double Nats, long Tokens)
{
    private const int Batch = 16;

    /// <summary>The mean surprise by a token, in nats: the loss.</summary>
    public double PerToken => Nats / Tokens;

    /// <summary>e to the mean surprise: as if the model chose among so many equally likely tokens.</summary>
    public double Perplexity => Math.Exp(PerToken);

    /// <summary>The bits that this model and an ideal code need for one byte of the text.</summary>
    /// <param name="bytes">The length in bytes of what was to be guessed.</param>
    public double BitsPerByte(long bytes) => Nats / Math.Log(2) / bytes;

    /// <summary>Lets a model guess every token of a text but the first.</summary>
    /// <param name="model">The model; it is put into evaluation mode.</param>
    /// <param name="tokens">The text.</param>
    /// <param name="stride">How far the window moves, at most the context; null for the context. Of a window that overlaps with the one
    /// before, only the new tokens count: they are guessed from more text, and it takes longer.</param>
    public static TextSurprise Of(CausalModel model, IReadOnlyList<int> tokens, int? stride = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(tokens);
        int step = stride ?? model.Context, targets = tokens.Count - 1, guessed = 0;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step, nameof(stride));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, model.Context, nameof(stride));
        var windows = new List<(int From, int Length, int Skipped)>();
        for (int from = 0; guessed < targets; from += step)
        {
            int length = Math.Min(model.Context, targets - from);
            windows.Add((from, length, guessed - from));
            guessed = from + length;
        }
        model.eval();
        double nats = windows.GroupBy(window => (window.Length, window.Skipped)).SelectMany(group => group.Chunk(Batch)).Sum(batch =>
            Guess(model, [.. batch.Select(window => Longs(tokens.Skip(window.From).Take(window.Length + 1)))], batch[0].Skipped));
        return new(nats, Math.Max(0, targets));
    }

    private static long[] Longs(IEnumerable<int> tokens) => [.. tokens.Select(token => (long)token)];

    private static double Guess(CausalModel model, long[][] rows, int skipped)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Tensor text = stack([.. rows.Select(row => tensor(row))]);                                      // (B, T + 1)
        long length = text.shape[1] - 1;
        Tensor logP = model.call(text.narrow(1, 0, length)).log_softmax(-1);                            // (B, T, V)
        Tensor right = logP.gather(2, text.narrow(1, 1, length).unsqueeze(2)).narrow(1, skipped, length - skipped);
        return -right.sum(ScalarType.Float64).item<double>();
    }
}
