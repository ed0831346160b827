using static TorchSharp.torch;

namespace Course.Hub.Models;

/// <summary>
/// How a kind of model is made of its config and described by it: an entry of the registry that <c>model_type</c> is looked up in. Defined
/// in lesson 17.
/// </summary>
/// <param name="modelType">The kind, as config.json has it.</param>
/// <param name="architecture">The class, as config.json has it.</param>
public abstract class ModelClass(string modelType, string architecture)
{
    /// <summary>The kind, as config.json has it.</summary>
    public string ModelType { get; } = modelType;

    /// <summary>The class, as config.json has it.</summary>
    public string Architecture { get; } = architecture;

    /// <summary>What the names of all weights begin with in some files, and not in others; empty if in none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>
    /// The weights that read feature maps as one row, and the maps' (C, H, W). TensorFlow flattens them as (H, W, C), PyTorch as (C, H, W).
    /// </summary>
    public IReadOnlyDictionary<string, long[]> Flattened { get; init; } = new Dictionary<string, long[]>();

    /// <summary>The type in C#.</summary>
    public abstract Type Type { get; }

    /// <summary>What config.json says, apart from the kind and the class.</summary>
    internal abstract IReadOnlyDictionary<string, object> Settings(object model);

    /// <summary>A model as config.json describes it, with the weights that it begins with.</summary>
    /// <param name="config">The file.</param>
    /// <param name="available">The numbers that the files of weights hold: a model that needs more is not even begun.</param>
    internal abstract object Create(ModelConfig config, long available);

    /// <summary>The weights by name. Whoever changes a tensor changes the model only after <see cref="Take"/>.</summary>
    internal abstract IReadOnlyDictionary<string, Tensor> Weights(object model);

    /// <summary>Puts tensors from <see cref="Weights"/>, which were changed, into the model.</summary>
    internal abstract void Take(object model, IReadOnlyDictionary<string, Tensor> weights);
}

/// <summary>What a config asks for: a model of so many weights, and how to make it. Defined in lesson 17.</summary>
/// <typeparam name="TModel">The model's type.</typeparam>
/// <param name="Count">The weights that it needs at least. It is not whole, so that no product of sizes overflows.</param>
/// <param name="Create">Makes it.</param>
public sealed record ModelPlan<TModel>(double Count, Func<TModel> Create);

/// <summary>An entry of the registry for one type. Defined in lesson 17.</summary>
/// <typeparam name="TModel">The model's type; a TorchSharp module, or something else if <see cref="OwnWeights"/> is set.</typeparam>
/// <param name="modelType">The kind, as config.json has it.</param>
/// <param name="architecture">The class, as config.json has it.</param>
/// <param name="plan">What a config asks for.</param>
/// <param name="settings">What the config of a model says, apart from the kind and the class.</param>
public sealed class ModelClass<TModel>(
    string modelType, string architecture, Func<ModelConfig, ModelPlan<TModel>> plan,
    Func<TModel, IReadOnlyDictionary<string, object>> settings) : ModelClass(modelType, architecture)
    where TModel : class
{
    /// <inheritdoc/>
    public override Type Type => typeof(TModel);

    /// <summary>The weights of a model that is no TorchSharp module, as new tensors; null for a module.</summary>
    public Func<TModel, IReadOnlyDictionary<string, Tensor>>? OwnWeights { get; init; }

    /// <summary>Puts such tensors back.</summary>
    public Action<TModel, IReadOnlyDictionary<string, Tensor>>? OwnTake { get; init; }

    internal override IReadOnlyDictionary<string, object> Settings(object model) => settings((TModel)model);

    internal override object Create(ModelConfig config, long available)
    {
        ModelPlan<TModel> wanted = plan(config);
        config.Require(wanted.Count <= available, $"it asks for {wanted.Count:N0} weights, and the files hold {available:N0} numbers");
        return wanted.Create();
    }

    internal override IReadOnlyDictionary<string, Tensor> Weights(object model) =>
        OwnWeights?.Invoke((TModel)model) ?? ((nn.Module)model).state_dict();

    internal override void Take(object model, IReadOnlyDictionary<string, Tensor> weights) => OwnTake?.Invoke((TModel)model, weights);
}
