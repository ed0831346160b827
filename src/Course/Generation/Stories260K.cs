using Course.Data;
using static TorchSharp.torch;

namespace Course.Generation;

/// <summary>
/// A small model of the Llama architecture that tells stories, trained by A. Karpathy on R. Eldan and Y. Li's TinyStories (2023,
/// arXiv:2305.07759). The course does not ship it. Defined in lesson 14.
/// </summary>
public static class Stories260K
{
    private const string Name = "stories260k";

    /// <summary>Loads the model.</summary>
    /// <exception cref="DatasetMissingException">It is not on this machine.</exception>
    public static Llama LoadModel()
    {
        using Stream file = Datasets.Open(Name, "stories260K.bin");
        return ReadModel(file, "stories260K.bin");
    }

    /// <summary>Loads its tokens.</summary>
    /// <exception cref="DatasetMissingException">They are not on this machine.</exception>
    public static ScoredPieces LoadPieces()
    {
        using Stream file = Datasets.Open(Name, "tok512.bin");
        return ScoredPieces.Read(file, count: 512, "tok512.bin");
    }

    /// <summary>
    /// Reads a checkpoint of llama2.c (github.com/karpathy/llama2.c, the format of version 0): seven sizes, then all weights, kind after
    /// kind. Rows of queries and keys are put in the order that <see cref="RotaryPositions"/> wants.
    /// </summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <exception cref="DatasetCorruptException">It is too short or too long, a size is wrong, or the table that reads the answer is not
    /// the tokens' own.</exception>
    public static Llama ReadModel(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var reader = new BinaryReader(stream);
        try
        {
            int width = reader.ReadInt32(), inner = reader.ReadInt32(), layers = reader.ReadInt32(), heads = reader.ReadInt32(),
                keyHeads = reader.ReadInt32(), vocabulary = reader.ReadInt32(), context = reader.ReadInt32();
            if (((int[])[width, inner, layers, heads, keyHeads, vocabulary, context]).Any(size => size is <= 0 or > 1 << 20)
                || width % heads != 0 || heads % keyHeads != 0 || width / heads % 2 != 0)
                throw new DatasetCorruptException($"{name}: its sizes are not those of a model whose table of tokens reads the answer.");
            var model = new Llama(new(vocabulary, context, width, layers, heads, keyHeads, inner));
            ReadWeights(model, reader);
            for (int n = 0; n < context * model.Settings.HeadWidth; n++) reader.ReadSingle();       // rotations, which are computed here
            return stream.ReadByte() < 0 ? model : throw new DatasetCorruptException($"{name}: it is longer than its sizes say.");
        }
        catch (EndOfStreamException error)
        {
            throw new DatasetCorruptException($"{name}: it is shorter than its sizes say.", error);
        }
    }

    private static void ReadWeights(Llama model, BinaryReader reader)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Dictionary<string, Tensor> weights = model.state_dict();
        LlamaSettings settings = model.Settings;
        void Read(string weight, int turned = 0)
        {
            Tensor place = weights[weight];
            var numbers = new float[place.numel()];
            for (int n = 0; n < numbers.Length; n++) numbers[n] = reader.ReadSingle();
            Tensor stored = tensor(numbers).reshape(place.shape);
            // neighbours (2i, 2i + 1) of each head → (i, i + d/2)
            if (turned > 0) stored = stored.reshape(turned, settings.HeadWidth / 2, 2, settings.Width).transpose(1, 2).reshape(place.shape);
            place.copy_(stored);
        }
        void ReadAll(string weight, int turned = 0)
        {
            for (int n = 0; n < settings.Layers; n++) Read($"model.layers.{n}.{weight}.weight", turned);
        }

        Read("model.embed_tokens.weight");
        ReadAll("input_layernorm");
        ReadAll("self_attn.q_proj", settings.Heads);
        ReadAll("self_attn.k_proj", settings.KeyHeads);
        ReadAll("self_attn.v_proj");
        ReadAll("self_attn.o_proj");
        ReadAll("post_attention_layernorm");
        ReadAll("mlp.gate_proj");
        ReadAll("mlp.down_proj");
        ReadAll("mlp.up_proj");
        Read("model.norm.weight");
    }
}
