using Course.PreTraining;
using Course.Transformers;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Scaling;

/// <summary>
/// The forward pass of <see cref="Gpt"/> once more, with the model's own weights and with all matrix products in the open, so that they can
/// be counted. Defined in lesson 15.
/// </summary>
internal static class CountedGpt
{
    /// <summary>What may follow each token.</summary>
    /// <param name="model">The model.</param>
    /// <param name="text">(B, T) tokens.</param>
    /// <param name="counter">Counts.</param>
    /// <returns>Logits, (B, T, V): those of the model.</returns>
    internal static Tensor Logits(Gpt model, Tensor text, FlopCounter counter)
    {
        Dictionary<string, Tensor> weights = model.named_parameters().ToDictionary(one => one.name, one => (Tensor)one.parameter);
        long T = text.shape[1], width = model.Settings.Width;
        int heads = model.Settings.Heads;
        Tensor tokens = weights["transformer.tokens_embed.weight"];                                             // (V, C)
        Tensor h = tokens.index_select(0, text.flatten()).reshape(-1, T, width)
            + weights["transformer.positions_embed.weight"].narrow(0, 0, T);                                    // (B, T, C)
        Tensor later = ones(T, T, ScalarType.Bool).triu(1);
        for (int n = 0; n < model.Settings.Layers; n++)
        {
            string block = $"transformer.h.{n}.";
            Tensor[] qkv = [.. Linear(h, block + "attn.c_attn").chunk(3, 2).Select(part => MultiHeadAttention.Split(part, heads))];
            Tensor match = counter.Product(qkv[0], qkv[1].transpose(2, 3)) / Math.Sqrt((double)width / heads);  // (B, h, T, T)
            Tensor shares = match.masked_fill(later, double.NegativeInfinity).softmax(-1);
            Tensor answers = counter.Product(shares, qkv[2]).transpose(1, 2).flatten(2);                        // (B, T, C)
            h = Norm(h + Linear(answers, block + "attn.c_proj"), block + "ln_1");
            Tensor inner = GptBlock.Gelu(Linear(h, block + "mlp.c_fc"));                                        // (B, T, 4 C)
            h = Norm(h + Linear(inner, block + "mlp.c_proj"), block + "ln_2");
        }
        return counter.Product(h.flatten(0, 1), tokens.t()).reshape(h.shape[0], T, -1);

        Tensor Linear(Tensor x, string layer) =>
            counter.Product(x.flatten(0, 1), weights[layer + ".weight"]).reshape(x.shape[0], T, -1) + weights[layer + ".bias"];

        Tensor Norm(Tensor x, string layer) =>
            functional.layer_norm(x, [width], weights[layer + ".weight"], weights[layer + ".bias"], 1e-5);
    }
}
