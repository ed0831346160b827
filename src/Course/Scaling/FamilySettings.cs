using Course.Nn.Optimizers;
using Course.PreTraining;

namespace Course.Scaling;

/// <summary>
/// How one member of a family of small GPTs is built and trained. Members differ in width, in the characters that they read or in the text
/// that they may read; everything else is the same for all. Defined in lesson 15.
/// </summary>
public sealed record FamilySettings
{
    /// <summary>Blocks.</summary>
    public int Layers { get; init; } = 1;

    /// <summary>The characters that a guess can see.</summary>
    public int Context { get; init; } = 32;

    /// <summary>Texts per step.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>Steps of training.</summary>
    public int Steps { get; init; } = 500;

    /// <summary>Only the first so many characters of the training text are read; null for all.</summary>
    public int? Characters { get; init; }

    /// <summary>Windows of held-out text on which the loss is measured.</summary>
    public int TestWindows { get; init; } = 1_000;

    /// <summary>How often the loss is measured on the way, besides at the end.</summary>
    public int Looks { get; init; }

    /// <summary>Decides the first weights and the order of the text.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The tokens that are read in training, repetitions included.</summary>
    public long Tokens => (long)Steps * Batch * Context;

    /// <summary>
    /// The highest learning rate, one for all sizes. It matters as much as the size: at a fifth of it every model ends with a larger loss,
    /// and the exponent is smaller.
    /// </summary>
    public double Rate { get; init; } = 0.02;

    /// <summary>Warm-up over a tenth of the steps, then half a cosine wave down to 0.</summary>
    /// <returns>The rate of a step, counted from 0.</returns>
    public Func<long, double> Schedule()
    {
        int warmUp = Math.Max(1, Steps / 10);
        return LearningRates.WarmUp(warmUp, LearningRates.Cosine(Rate, Math.Max(1, Steps - warmUp)));
    }

    /// <summary>
    /// The model. Its heads have 16 numbers each, and its first weights the standard deviation 1 / √d, with which a token's vector has
    /// about the length 1 at every width.
    /// </summary>
    /// <param name="width">d_model, 16 or less or a multiple of 16.</param>
    /// <param name="vocabulary">V.</param>
    public GptSettings Model(int width, int vocabulary) =>
        new(vocabulary, Context, width, Layers, Math.Max(1, width / 16)) { Spread = 1 / Math.Sqrt(width) };
}
