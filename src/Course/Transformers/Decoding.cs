using static TorchSharp.torch;

namespace Course.Transformers;

/// <summary>Lets a trained <see cref="Transformer"/> write, and shows where it looks meanwhile. Defined in lesson 12.</summary>
/// <param name="model">The model; it is put into evaluation mode.</param>
public sealed class Decoding(Transformer model)
{
    /// <summary>The paper stops an output that is this much longer than its input.</summary>
    public const int Surplus = 50;

    /// <summary>Takes the likeliest token, always, for many sources at once.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="longest">The most tokens of an output; null for the paper's limit.</param>
    /// <returns>The outputs, without their ends.</returns>
    public int[][] Greedy(IReadOnlyList<int[]> sources, int? longest = null)
    {
        ArgumentNullException.ThrowIfNull(sources);
        model.eval();
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Tensor source = SequencePairs.Padded(sources), mask = Transformer.IsToken(source), memory = model.Encode(source);
        var outputs = sources.Select(_ => new List<int>()).ToArray();
        var ended = new bool[sources.Count];
        for (int length = 0; length < (longest ?? sources.Max(one => one.Length) + Surplus) && ended.Contains(false); length++)
        {
            using var step = NewDisposeScope();
            Tensor target = SequencePairs.Padded([.. outputs.Select(output => (int[])[Vocabulary.Start, .. output])]);
            long[] best = [.. model.Decode(target, memory, mask).select(1, length).argmax(1).data<long>()];
            for (int n = 0; n < best.Length; n++)
            {
                ended[n] |= best[n] == Vocabulary.End;
                outputs[n].Add((int)best[n]);                           // goes on behind the end, to keep the rows equally long
            }
        }
        return [.. outputs.Select(output => output.TakeWhile(token => token != Vocabulary.End).ToArray())];
    }

    /// <summary>Beam search for one source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="width">The width of the beam.</param>
    /// <param name="alpha">α of the length penalty.</param>
    /// <param name="longest">The most tokens of an output; null for the paper's limit.</param>
    /// <returns>The outputs, without their ends, best first.</returns>
    public IReadOnlyList<Hypothesis> Beam(int[] source, int width = 4, double alpha = 0.6, int? longest = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        model.eval();
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Tensor only = SequencePairs.Padded([source]), mask = Transformer.IsToken(only), memory = model.Encode(only);
        float[][] Next(IReadOnlyList<int[]> beginnings)
        {
            using var step = NewDisposeScope();
            Tensor target = SequencePairs.Padded([.. beginnings.Select(tokens => (int[])[Vocabulary.Start, .. tokens])]);
            Tensor logits = model.Decode(target, memory.expand(beginnings.Count, -1, -1), mask).select(1, target.shape[1] - 1);
            return [.. logits.log_softmax(-1).data<float>().ToArray().Chunk(model.Settings.Vocabulary)];
        }
        return new BeamSearch(Next, Vocabulary.End, longest ?? source.Length + Surplus).Beam(width, alpha);
    }

    /// <summary>Where each head of each block looks while the model reads a source and writes a target.</summary>
    /// <param name="source">The source.</param>
    /// <param name="target">The target.</param>
    public AttentionMaps Maps(int[] source, int[] target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        model.eval();
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        float[][][,] Watched(IEnumerable<MultiHeadAttention> layers, Action act)
        {
            var seen = new List<float[][,]>();
            MultiHeadAttention[] all = [.. layers];
            foreach (MultiHeadAttention one in all) one.Watcher = weights => seen.Add(HeadsOf(weights));
            act();
            foreach (MultiHeadAttention one in all) one.Watcher = null;
            return [.. seen];
        }
        Tensor read = SequencePairs.Padded([source]), written = SequencePairs.Padded([[Vocabulary.Start, .. target]]);
        float[][][,] encoder = Watched(model.Encoder.Select(block => block.SelfAttention), () => model.call(read, written));
        float[][][,] decoder = Watched(model.Decoder.Select(block => block.SelfAttention), () => model.call(read, written));
        float[][][,] cross = Watched(model.Decoder.Select(block => block.CrossAttention!), () => model.call(read, written));
        return new(encoder, decoder, cross);
    }

    private static float[][,] HeadsOf(Tensor weights)                   // (1, h, T, S) → h maps
    {
        (long heads, long rows, long columns) = (weights.shape[1], weights.shape[2], weights.shape[3]);
        float[] all = [.. weights.contiguous().data<float>()];
        return [.. Enumerable.Range(0, (int)heads).Select(head =>
        {
            var map = new float[rows, columns];
            Buffer.BlockCopy(all, (int)(head * rows * columns) * sizeof(float), map, 0, map.Length * sizeof(float));
            return map;
        })];
    }
}

/// <summary>
/// Attention weights by block and head; the rows of a map look, the columns are looked at, and each row sums to 1. Defined in lesson 12.
/// </summary>
/// <param name="Encoder">Source to source, (S, S) each.</param>
/// <param name="Decoder">Target to target, (T + 1, T + 1) each: the first token is <see cref="Vocabulary.Start"/>.</param>
/// <param name="Cross">Target to source, (T + 1, S) each; row t looks for token t of the target.</param>
public sealed record AttentionMaps(float[][][,] Encoder, float[][][,] Decoder, float[][][,] Cross);
