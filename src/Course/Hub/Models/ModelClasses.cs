using Course.ConvNets;
using Course.Generation;
using Course.Hub.Diffusion;
using Course.Perceptrons;
using Course.PreTraining;
using static TorchSharp.torch;

namespace Course.Hub.Models;

/// <summary>
/// The registry of model classes: what <c>model_type</c> in config.json means. The course's models are in it, under the names that
/// Transformers gives them where it has them; a learner adds her own. Defined in lesson 17.
/// </summary>
public static class ModelClasses
{
    private const int MostTable = 1 << 24;          // numbers of a table of positions that no file holds

    private static readonly Lock gate = new();
    private static readonly List<ModelClass> all =
    [
        new ModelClass<SoftmaxRegression>("softmax-regression", nameof(SoftmaxRegression),
            config => Softmax(config.Size("input_size"), config.Size("num_labels")),
            model => Sizes(("input_size", model.Weights[0].Length), ("num_labels", model.Biases.Length)))
        {
            OwnWeights = model => new Dictionary<string, Tensor>
            {
                ["weight"] = tensor(model.Weights.SelectMany(row => row).ToArray(), model.Biases.Length, model.Weights[0].Length),
                ["bias"] = tensor((float[])[.. model.Biases]),
            },
            OwnTake = (model, weights) =>
            {
                float[] rows = weights["weight"].data<float>().ToArray();
                for (int k = 0; k < model.Biases.Length; k++)
                    rows.AsSpan(k * model.Weights[k].Length, model.Weights[k].Length).CopyTo(model.Weights[k]);
                weights["bias"].data<float>().ToArray().CopyTo(model.Biases, 0);
            },
        },
        new ModelClass<LeNet5>("lenet-5", nameof(LeNet5), _ => new(60_000, () => new LeNet5()), _ => Sizes()),
        new ModelClass<DigitConvNet>("digit-convnet", nameof(DigitConvNet), DigitConvNet.Plan, model => model.Sizes)
        { Flattened = new Dictionary<string, long[]> { [DigitConvNet.Reader] = DigitConvNet.ReaderSees } },
        new ModelClass<DiffusionUNet>("digit-unet", nameof(DiffusionUNet), DiffusionConfigs.UNet, DiffusionConfigs.Of),
        new ModelClass<DigitJudge>("digit-judge", nameof(DigitJudge), DiffusionConfigs.Judge, DiffusionConfigs.Of)
        { Flattened = new Dictionary<string, long[]> { ["hidden.weight"] = [32, 3, 3] } },
        new ModelClass<Gpt>("openai-gpt", "OpenAIGPTLMHeadModel", TransformerConfigs.Gpt, model => TransformerConfigs.Of(model.Settings))
        { Prefix = "transformer." },
        new ModelClass<Gpt2>("gpt2", "GPT2LMHeadModel", TransformerConfigs.Gpt2, model => TransformerConfigs.Of(model.Settings))
        { Prefix = "transformer." },
        new ModelClass<Bert>("bert", "BertModel", TransformerConfigs.Bert, model => TransformerConfigs.Of(model.Settings))
        { Prefix = "bert." },
        new ModelClass<BertPreTraining>("bert", "BertForPreTraining", config => With(TransformerConfigs.Bert(config)),
            model => TransformerConfigs.Of(model.Bert.Settings)),
        new ModelClass<Llama>("llama", "LlamaForCausalLM", config => TransformerConfigs.Llama(config, MostTable),
            model => TransformerConfigs.Of(model.Settings)),
    ];

    /// <summary>All entries; those added last stand first.</summary>
    public static IReadOnlyList<ModelClass> All
    {
        get
        {
            lock (gate) return [.. all];
        }
    }

    /// <summary>Adds an entry; it goes before others of its kind and class.</summary>
    /// <param name="entry">The entry.</param>
    public static void Register(ModelClass entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (gate) all.Insert(0, entry);
    }

    /// <summary>The entry for a file.</summary>
    /// <param name="config">The file.</param>
    /// <param name="type">The type that is asked for; object for any.</param>
    /// <exception cref="HubFileException">There is none; the message names the closest.</exception>
    internal static ModelClass Of(ModelConfig config, Type type)
    {
        ModelClass[] kind = [.. All.Where(one => one.ModelType == config.ModelType)];
        if (kind.Length == 0)
        {
            IEnumerable<string> known = All.Select(one => one.ModelType).Distinct();
            throw config.Fault(DidYouMean.For("model_type", config.ModelType, known).TrimEnd('.'));
        }
        ModelClass[] fitting = [.. kind.Where(one => type.IsAssignableFrom(one.Type))];
        return fitting.FirstOrDefault(one => config.Architectures.Contains(one.Architecture)) ?? fitting.FirstOrDefault()
            ?? throw config.Fault($"its model_type {config.ModelType} is a {kind[0].Type.Name}, not a {type.Name}");
    }

    /// <summary>The entry for a model.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static ModelClass Of(object model) => All.FirstOrDefault(one => one.Type == model.GetType())
        ?? throw new ArgumentException($"{model.GetType().Name} is in no entry of ModelClasses; add one with ModelClasses.Register.");

    private static ModelPlan<SoftmaxRegression> Softmax(int inputs, int classes) =>
        new((double)inputs * classes + classes, () => new(inputs, classes));

    private static ModelPlan<BertPreTraining> With(ModelPlan<Bert> bert) => new(bert.Count, () => new BertPreTraining(bert.Create()));

    private static Dictionary<string, object> Sizes(params (string Name, int Size)[] sizes) =>
        sizes.ToDictionary(one => one.Name, one => (object)one.Size);
}
