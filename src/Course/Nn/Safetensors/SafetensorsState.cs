using static TorchSharp.torch;

namespace Course.Nn.Safetensors;

/// <summary>Saves and loads the weights of a TorchSharp module by their names. Defined in lesson 13.</summary>
public static class SafetensorsState
{
    /// <summary>Writes the weights of a module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="path">The file.</param>
    public static void Save(nn.Module module, string path)
    {
        ArgumentNullException.ThrowIfNull(module);
        SafetensorsFile.Write(path, module.state_dict().Select(entry => (entry.Key, entry.Value)),
            new Dictionary<string, string> { ["format"] = "pt" });                      // other readers ask for it
    }

    /// <summary>Sets the weights of a module; either all of them or, if a weight is missing or has another shape, none.</summary>
    /// <param name="module">The module. Its weights keep their type; the file's numbers are converted.</param>
    /// <param name="path">The file.</param>
    /// <returns>The names of the file's tensors that the module has no place for.</returns>
    /// <exception cref="InvalidDataException">The file is wrong, or does not fit the module.</exception>
    public static IReadOnlyList<string> Load(nn.Module module, string path)
    {
        ArgumentNullException.ThrowIfNull(module);
        using var file = new SafetensorsFile(path);
        Dictionary<string, Tensor> weights = module.state_dict();
        foreach ((string name, Tensor weight) in weights)
        {
            if (!file.Has(name)) throw new InvalidDataException($"{path} is of another model: it has no {name}.");
            if (!file[name].Shape.SequenceEqual(weight.shape))
            {
                throw new InvalidDataException($"{path} is of another model: its {name} is ({string.Join(", ", file[name].Shape)}), "
                    + $"and this model's is ({string.Join(", ", weight.shape)}).");
            }
        }
        using var frozen = no_grad();
        foreach ((string name, Tensor weight) in weights)
        {
            using Tensor stored = file.Read(name);
            weight.copy_(stored);
        }
        return [.. file.Header.Tensors.Select(tensor => tensor.Name).Where(name => !weights.ContainsKey(name))];
    }
}
