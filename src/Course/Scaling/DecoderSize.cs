using Course.PreTraining;

namespace Course.Scaling;

/// <summary>
/// The size of a GPT, counted by formula: J. Kaplan et al., Scaling laws for neural language models, 2020 (arXiv:2001.08361), table 1. The
/// feed-forward network is four times as wide as the model, and the table of tokens serves input and output. Defined in lesson 15.
/// </summary>
/// <param name="Layers">n: blocks.</param>
/// <param name="Width">d_model: the numbers that stand for one token.</param>
/// <param name="Vocabulary">V: the number of tokens.</param>
/// <param name="Context">T: the most tokens of a text.</param>
public sealed record DecoderSize(int Layers, int Width, int Vocabulary, int Context)
{
    /// <summary>Whether a norm follows the last block, as in GPT-2 and GPT-3. GPT-1 has none.</summary>
    public bool LastNorm { get; init; } = true;

    /// <summary>4 n d²: queries, keys, values, and what merges the heads.</summary>
    public long AttentionWeights => 4L * Layers * Width * Width;

    /// <summary>8 n d²: from d to 4 d numbers and back.</summary>
    public long FeedForwardWeights => 8L * Layers * Width * Width;

    /// <summary>12 n d², the whole of the blocks' matrices: the N of Kaplan et al., who leave the embeddings out.</summary>
    public long BlockWeights => AttentionWeights + FeedForwardWeights;

    /// <summary>(V + T) d: one vector per token and one per place.</summary>
    public long Embeddings => ((long)Vocabulary + Context) * Width;

    /// <summary>What is left: 13 d per block, and 2 d for the last norm.</summary>
    public long BiasesAndNorms => 13L * Layers * Width + (LastNorm ? 2L * Width : 0);

    /// <summary>All weights and biases.</summary>
    public long Parameters => BlockWeights + Embeddings + BiasesAndNorms;

    /// <summary>
    /// The additions and multiplications of all matrix products, per token, in a forward pass over a full context: two for each weight of a
    /// matrix, 4 n T d to compare queries with keys and to mix the values, 2 V d for the output. Products with masked places are counted,
    /// because they are computed.
    /// </summary>
    public double ForwardFlops => 2.0 * BlockWeights + 4.0 * Layers * Context * Width + 2.0 * Vocabulary * Width;

    /// <summary>
    /// The same for a step of training, per token: for each product C = A B of the forward pass the backward pass needs two, ∂C Bᵀ and
    /// Aᵀ ∂C, of equally many operations.
    /// </summary>
    public double TrainingFlops => 3 * ForwardFlops;

    /// <summary>The size of a model of lesson 13.</summary>
    /// <param name="settings">Its settings.</param>
    public static DecoderSize Of(GptSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new(settings.Layers, settings.Width, settings.Vocabulary, settings.Context) { LastNorm = false };
    }
}
