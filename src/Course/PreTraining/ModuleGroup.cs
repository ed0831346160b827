using static TorchSharp.torch.nn;

namespace Course.PreTraining;

/// <summary>
/// Modules under one name, as in <c>attention.self.query</c>: it gives the weights the names that published checkpoints have, and computes
/// nothing. Defined in lesson 13.
/// </summary>
internal sealed class ModuleGroup : Module
{
    /// <summary>Groups modules.</summary>
    /// <param name="parts">The modules and their names.</param>
    internal ModuleGroup(params (string Name, Module Part)[] parts)
        : base(nameof(ModuleGroup))
    {
        foreach ((string name, Module part) in parts) register_module(name, part);
    }
}
