using Course.PreTraining;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Scaling;

/// <summary>
/// Counts the additions and multiplications of matrix products while they are computed, on the way forward and on the way back. Everything
/// else in a Transformer costs little beside them. Defined in lesson 15.
/// </summary>
public sealed class FlopCounter
{
    /// <summary>The operations of the forward pass.</summary>
    public double Forward { get; private set; }

    /// <summary>The operations of the backward pass.</summary>
    public double Backward { get; private set; }

    /// <summary>Both together.</summary>
    public double Total => Forward + Backward;

    /// <summary>How many products were computed, forward and backward. The heads of all texts count as one.</summary>
    public int Products { get; private set; }

    /// <summary>Runs one pass forward and one backward, as a step of training does, and counts.</summary>
    /// <param name="model">The model; its gradients are replaced.</param>
    /// <param name="text">(B, T + 1) tokens, T at most the context; each is guessed from those before it.</param>
    /// <returns>The count.</returns>
    public static FlopCounter Of(Gpt model, Tensor text)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(text);
        using var scope = NewDisposeScope();
        var counter = new FlopCounter();
        long T = text.shape[1] - 1;
        model.zero_grad();
        Tensor logits = CountedGpt.Logits(model, text.narrow(1, 0, T), counter);                        // (B, T, V)
        functional.cross_entropy(logits.flatten(0, 1), text.narrow(1, 1, T).flatten()).backward();
        return counter;
    }

    /// <summary>A product of matrices. Its gradients are two more products, which are counted when they are computed.</summary>
    /// <param name="a">(..., m, k).</param>
    /// <param name="b">(..., k, n), with the same dimensions in front.</param>
    /// <returns>(..., m, n).</returns>
    public Tensor Product(Tensor a, Tensor b) => CountedProduct.apply(a, b, this);

    // Each of the m n numbers of a product is a sum of k products: k multiplications and k additions.
    private Tensor Multiply(Tensor a, Tensor b, bool forward)
    {
        double flops = 2.0 * a.numel() * b.shape[^1];
        if (forward) Forward += flops;
        else Backward += flops;
        Products++;
        return a.matmul(b);
    }

    private sealed class CountedProduct : autograd.SingleTensorFunction<CountedProduct>
    {
        public override string Name => nameof(CountedProduct);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var (a, b, counter) = ((Tensor)vars[0], (Tensor)vars[1], (FlopCounter)vars[2]);
            ctx.save_for_backward([a, b]);
            ctx.save_data(nameof(FlopCounter), counter);
            return counter.Multiply(a, b, forward: true);
        }

        // C = A B: ∂E/∂A = ∂E/∂C Bᵀ and ∂E/∂B = Aᵀ ∂E/∂C.
        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            List<Tensor> saved = ctx.get_saved_variables();
            var counter = (FlopCounter)ctx.get_data(nameof(FlopCounter));
            return
            [
                counter.Multiply(grad_output, saved[1].transpose(-2, -1), forward: false),
                counter.Multiply(saved[0].transpose(-2, -1), grad_output, forward: false),
                null!,                                                              // the counter has no gradient
            ];
        }
    }
}
