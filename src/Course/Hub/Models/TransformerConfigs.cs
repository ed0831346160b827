using Course.Generation;
using Course.PreTraining;

namespace Course.Hub.Models;

/// <summary>The config.json of the course's Transformers, with the names that Hugging Face's library has. Defined in lesson 17.</summary>
internal static class TransformerConfigs
{
    internal static ModelPlan<Gpt> Gpt(ModelConfig config)
    {
        config.RequireWord("afn", "gelu");          // which is GELU by a tangent there
        (int vocabulary, int context, int width, int layers, int heads) = Sizes(config, "n_positions", "n_embd", "n_layer", "n_head");
        var settings = new GptSettings(vocabulary, context, width, layers, heads, config.Share("resid_pdrop", 0.1)) { Spread = Spread(config) };
        return new((vocabulary + (double)context) * width + layers * Block(width), () => new Gpt(settings));
    }

    internal static Dictionary<string, object> Of(GptSettings settings) => new()
    {
        ["vocab_size"] = settings.Vocabulary,
        ["n_positions"] = settings.Context,
        ["n_embd"] = settings.Width,
        ["n_layer"] = settings.Layers,
        ["n_head"] = settings.Heads,
        ["afn"] = "gelu",
        ["embd_pdrop"] = settings.Dropout,
        ["attn_pdrop"] = settings.Dropout,
        ["resid_pdrop"] = settings.Dropout,
        ["initializer_range"] = settings.Spread,
    };

    internal static ModelPlan<Gpt2> Gpt2(ModelConfig config)
    {
        config.RequireWord("activation_function", "gelu_new");
        config.Require(config.Flag("scale_attn_weights", true) && !config.Flag("scale_attn_by_inverse_layer_idx", false)
            && config.Flag("tie_word_embeddings", true), "it scales attention, or reads the answer, in another way");
        (int vocabulary, int context, int width, int layers, int heads) = Sizes(config, "n_positions", "n_embd", "n_layer", "n_head");
        config.Require(config.Size("n_inner", 4 * width) == 4 * width, "its n_inner is not 4 n_embd");
        var settings = new Gpt2Settings(vocabulary, context, width, layers, heads, config.Share("resid_pdrop", 0.1))
        { Epsilon = config.Positive("layer_norm_epsilon", 1e-5), Spread = Spread(config) };
        return new((vocabulary + (double)context) * width + layers * Block(width) + 2.0 * width, () => new Gpt2(settings));
    }

    internal static Dictionary<string, object> Of(Gpt2Settings settings) => new()
    {
        ["activation_function"] = "gelu_new",
        ["vocab_size"] = settings.Vocabulary,
        ["n_positions"] = settings.Context,
        ["n_embd"] = settings.Width,
        ["n_layer"] = settings.Layers,
        ["n_head"] = settings.Heads,
        ["embd_pdrop"] = settings.Dropout,
        ["attn_pdrop"] = settings.Dropout,
        ["resid_pdrop"] = settings.Dropout,
        ["layer_norm_epsilon"] = settings.Epsilon,
        ["initializer_range"] = settings.Spread,
    };

    internal static ModelPlan<Bert> Bert(ModelConfig config)
    {
        config.RequireWord("hidden_act", "gelu");
        config.RequireWord("position_embedding_type", "absolute");
        (int vocabulary, int context, int width, int layers, int heads) =
            Sizes(config, "max_position_embeddings", "hidden_size", "num_hidden_layers", "num_attention_heads");
        config.Require(config.Size("intermediate_size", 4 * width) == 4 * width, "its intermediate_size is not 4 hidden_size");
        config.Require(config.Size("type_vocab_size", 2) == 2, "its type_vocab_size is not 2");
        config.Require(config.Positive("layer_norm_eps", 1e-12) == 1e-12, "its layer_norm_eps is not 1e-12");
        var settings = new BertSettings(vocabulary, context, width, layers, heads, config.Share("hidden_dropout_prob", 0.1)) { Spread = Spread(config) };
        return new((vocabulary + (double)context + 2) * width + layers * Block(width) + (double)width * width, () => new Bert(settings));
    }

    internal static Dictionary<string, object> Of(BertSettings settings) => new()
    {
        ["vocab_size"] = settings.Vocabulary,
        ["max_position_embeddings"] = settings.Context,
        ["hidden_size"] = settings.Width,
        ["num_hidden_layers"] = settings.Layers,
        ["num_attention_heads"] = settings.Heads,
        ["intermediate_size"] = 4 * settings.Width,
        ["hidden_act"] = "gelu",
        ["type_vocab_size"] = 2,
        ["layer_norm_eps"] = 1e-12,
        ["pad_token_id"] = WordPieces.Padding,
        ["hidden_dropout_prob"] = settings.Dropout,
        ["attention_probs_dropout_prob"] = settings.Dropout,
        ["initializer_range"] = settings.Spread,
    };

    internal static ModelPlan<Llama> Llama(ModelConfig config, int mostTable)
    {
        config.RequireWord("hidden_act", "silu");
        config.Require(config.Flag("tie_word_embeddings", false), "the table that reads its answer is not the tokens' own");
        config.Require(!config.Flag("attention_bias", false) && !config.Flag("mlp_bias", false), "it has biases");
        (int vocabulary, int context, int width, int layers, int heads) =
            Sizes(config, "max_position_embeddings", "hidden_size", "num_hidden_layers", "num_attention_heads");
        int keyHeads = config.Size("num_key_value_heads", heads), inner = config.Size("intermediate_size"), headWidth = width / heads;
        config.Require(heads % keyHeads == 0, "its num_key_value_heads does not divide num_attention_heads");
        config.Require(headWidth % 2 == 0 && config.Size("head_dim", headWidth) == headWidth, "its heads have an odd width, or another one");
        config.Require((double)context * headWidth <= mostTable, "its max_position_embeddings is too large");
        var settings = new LlamaSettings(vocabulary, context, width, layers, heads, keyHeads, inner)
        { Epsilon = config.Positive("rms_norm_eps", 1e-6), RotaryBase = config.Positive("rope_theta", 10_000), Spread = Spread(config) };
        double block = 2.0 * width * width + 2.0 * width * keyHeads * headWidth + 3.0 * width * inner + 2.0 * width;
        return new((double)vocabulary * width + layers * block + width, () => new Llama(settings));
    }

    internal static Dictionary<string, object> Of(LlamaSettings settings) => new()
    {
        ["vocab_size"] = settings.Vocabulary,
        ["max_position_embeddings"] = settings.Context,
        ["hidden_size"] = settings.Width,
        ["num_hidden_layers"] = settings.Layers,
        ["num_attention_heads"] = settings.Heads,
        ["num_key_value_heads"] = settings.KeyHeads,
        ["intermediate_size"] = settings.Inner,
        ["hidden_act"] = "silu",
        ["rms_norm_eps"] = settings.Epsilon,
        ["rope_theta"] = settings.RotaryBase,
        ["tie_word_embeddings"] = true,
        ["initializer_range"] = settings.Spread,
    };

    private static (int Vocabulary, int Context, int Width, int Layers, int Heads) Sizes(
        ModelConfig config, string context, string width, string layers, string heads)
    {
        (int C, int h) = (config.Size(width), config.Size(heads));
        config.Require(C % h == 0, $"its {heads} does not divide {width}");
        return (config.Size("vocab_size"), config.Size(context), C, config.Size(layers), h);
    }

    /// <summary>The weights of a block: 12 C² + 13 C.</summary>
    private static double Block(double width) => 12 * width * width + 13 * width;

    private static double Spread(ModelConfig config) => config.Positive("initializer_range", 0.02);
}
