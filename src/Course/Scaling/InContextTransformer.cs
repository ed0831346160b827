using Course.Transformers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Scaling;

/// <summary>
/// A decoder that reads x₁, y₁, x₂, y₂, ... and guesses each y at its x: Garg et al., 2022 (arXiv:2208.01066), section 2. Its blocks are
/// GPT-2's, which are lesson 12's with the norm first. Nothing in it says what regression is. Defined in lesson 15.
/// </summary>
public sealed class InContextTransformer : Module<Tensor, Tensor, Tensor>
{
    private readonly Linear read, say;
    private readonly Embedding places;
    private readonly ModuleList<TransformerBlock> blocks = [];
    private readonly LayerNorm last;
    private readonly int dimensions;

    /// <summary>Creates a model with random weights.</summary>
    /// <param name="dimensions">d: the numbers of an input.</param>
    /// <param name="pairs">K: the most pairs of a prompt.</param>
    /// <param name="width">d_model.</param>
    /// <param name="layers">Blocks.</param>
    /// <param name="heads">Heads of each block.</param>
    public InContextTransformer(int dimensions, int pairs, int width = 64, int layers = 3, int heads = 4)
        : base(nameof(InContextTransformer))
    {
        this.dimensions = dimensions;
        read = Layers.Linear(dimensions, width);
        places = Layers.Embedding(2 * pairs, width, spread: 0.02);
        var shape = new BlockShape(width, heads, 4 * width, NormFirst: true, Gelu: true);
        for (int n = 0; n < layers; n++) blocks.Add(new TransformerBlock(shape));
        last = Layers.LayerNorm(width);
        say = Layers.Linear(width, 1);
        RegisterComponents();
    }

    /// <summary>The number of weights and biases.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>Guesses each y from its x and the pairs before it.</summary>
    /// <param name="x">(B, K, d).</param>
    /// <param name="y">(B, K); the last is not read.</param>
    /// <returns>(B, K).</returns>
    public override Tensor forward(Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        long tokens = 2 * x.shape[1] - 1;                                                   // T: an x, then pairs of y and x
        Tensor padded = functional.pad(y.unsqueeze(2), [0, dimensions - 1]);                // y as long as an x, (B, K, d)
        Tensor prompt = stack([x, padded], 2).flatten(1, 2).narrow(1, 0, tokens);           // x₁, y₁, x₂, ...: (B, T, d)
        Tensor h = read.call(prompt) + places.call(arange(tokens));                         // (B, T, C)
        Tensor mask = ones(tokens, tokens, ScalarType.Bool).tril();
        foreach (TransformerBlock block in blocks) h = block.call(h, mask, null, null);
        return say.call(last.call(h.slice(1, 0, tokens, 2))).squeeze(2);                    // asked at each x
    }
}
