namespace Course.Scaling;

/// <summary>
/// One of the eight models of GPT-3's paper: T. B. Brown et al., Language models are few-shot learners, 2020 (arXiv:2005.14165), tables 2.1
/// and D.1. Defined in lesson 15.
/// </summary>
/// <param name="Name">Its name in the paper.</param>
/// <param name="Layers">n_layers.</param>
/// <param name="Width">d_model, as printed.</param>
/// <param name="Heads">n_heads, as printed.</param>
/// <param name="HeadWidth">d_head.</param>
/// <param name="BatchTokens">Tokens per step of training.</param>
/// <param name="Rate">The highest learning rate.</param>
/// <param name="PrintedParameters">Its parameters in table D.1, which rounds them less than table 2.1 does.</param>
/// <param name="PrintedFlops">What its training cost, in table D.1.</param>
public sealed record Gpt3Model(
    string Name, int Layers, int Width, int Heads, int HeadWidth, double BatchTokens, double Rate, double PrintedParameters,
    double PrintedFlops)
{
    /// <summary>The tokens that each of the models read in training: table 2.1.</summary>
    public const double Tokens = 300e9;

    /// <summary>GPT-2's vocabulary.</summary>
    public const int Vocabulary = 50_257;

    /// <summary>n_ctx, section 2.1.</summary>
    public const int Context = 2_048;

    /// <summary>The models, from the smallest to GPT-3 itself.</summary>
    public static IReadOnlyList<Gpt3Model> All { get; } =
    [
        new("GPT-3 Small", 12, 768, 12, 64, 0.5e6, 6.0e-4, 125e6, 2.25e20),
        new("GPT-3 Medium", 24, 1024, 16, 64, 0.5e6, 3.0e-4, 356e6, 6.41e20),
        new("GPT-3 Large", 24, 1536, 16, 96, 0.5e6, 2.5e-4, 760e6, 1.37e21),
        new("GPT-3 XL", 24, 2048, 24, 128, 1e6, 2.0e-4, 1_320e6, 2.38e21),
        new("GPT-3 2.7B", 32, 2560, 32, 80, 1e6, 1.6e-4, 2_650e6, 4.77e21),
        new("GPT-3 6.7B", 32, 4096, 32, 128, 2e6, 1.2e-4, 6_660e6, 1.20e22),
        new("GPT-3 13B", 40, 5140, 40, 128, 2e6, 1.0e-4, 12_850e6, 2.31e22) { CountedWidth = 5_120 },
        new("GPT-3 175B", 96, 12_288, 96, 128, 3.2e6, 0.6e-4, 174_600e6, 3.14e23),
    ];

    /// <summary>
    /// The width with which table D.1 counts. It is the printed one for all models but one: the 13B model's 5,140 is no multiple of its 40
    /// heads, and would give 12,950 million parameters; 40 heads of 128 make 5,120, and 12,850 million.
    /// </summary>
    public int CountedWidth { get; init; } = Width;

    /// <summary>Its size, by formula.</summary>
    public DecoderSize Size => new(Layers, CountedWidth, Vocabulary, Context);

    /// <summary>6 N D, with N by formula.</summary>
    public double Flops => TrainingCompute.Flops(Size.Parameters, Tokens);

    /// <summary>Steps of training.</summary>
    public double Steps => Tokens / BatchTokens;
}
