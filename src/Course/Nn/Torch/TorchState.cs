using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Nn.Torch;

/// <summary>Saves and loads the state of a TorchSharp module and its optimizer.</summary>
internal static class TorchState
{
    internal static void Save(nn.Module module, optim.Optimizer optimizer, BinaryWriter writer)
    {
        writer.Write(Describe(module, optimizer));
        module.save(writer);
        ((OptimizerHelper)optimizer).save_state_dict(writer);
    }

    internal static void Load(nn.Module module, optim.Optimizer optimizer, BinaryReader reader)
    {
        (string here, string there) = (Describe(module, optimizer), reader.ReadString());
        if (here != there) throw new InvalidDataException($"This checkpoint is of another model: it has {there}, and this one has {here}.");
        using (no_grad()) module.load(reader);
        ((OptimizerHelper)optimizer).load_state_dict(reader);
    }

    private static string Describe(nn.Module module, optim.Optimizer optimizer) =>
        string.Join(", ", module.state_dict().Select(entry => $"{entry.Key} ({string.Join('×', entry.Value.shape)}, {entry.Value.dtype})"))
        + $"; {optimizer.GetType().Name}";
}
