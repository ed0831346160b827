using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.PreTraining;

/// <summary>
/// Another task on plain text: among the second halves of a batch, find the one that belongs to each first half. It is BERT's question
/// whether two sentences follow each other, asked B times at once, with the loss of A. van den Oord, Y. Li and O. Vinyals, Representation
/// learning with contrastive predictive coding, 2018 (arXiv:1807.03748), equation 4. Defined in lesson 13.
/// </summary>
public static class MatchingHalves
{
    /// <summary>The mean surprise by the right halves, in both directions.</summary>
    /// <param name="first">A vector for each first half, (B, H).</param>
    /// <param name="second">A vector for each second half, (B, H), in the same order.</param>
    /// <param name="sharpness">By what the cosines of the vectors are multiplied, to be logits.</param>
    /// <returns>−ln P, in nats, one number.</returns>
    public static Tensor Loss(Tensor first, Tensor second, double sharpness = 10)
    {
        Tensor match = sharpness * Cosines(first, second), right = arange(match.shape[0]);
        return (functional.cross_entropy(match, right) + functional.cross_entropy(match.t(), right)) / 2;
    }

    /// <summary>How alike each first and each second half are.</summary>
    /// <param name="first">(B, H).</param>
    /// <param name="second">(B, H).</param>
    /// <returns>(B, B): a row for each first half.</returns>
    public static Tensor Cosines(Tensor first, Tensor second) => functional.normalize(first).matmul(functional.normalize(second).t());
}
