#pragma warning disable IDE0130 // The names are those of the engine that this stands for.
namespace Microsoft.DotNet.Interactive;

/// <summary>What the late-bound display needs of .NET Interactive, by the same names.</summary>
public sealed class KernelInvocationContext
{
    public static KernelInvocationContext? Current { get; set; }

    public IList<string> Log { get; } = [];
}

public static class KernelInvocationContextExtensions
{
    public static DisplayedValue Display(this KernelInvocationContext context, object value, params string[] mimeTypes)
    {
        context.Log.Add($"show {value}");
        return new DisplayedValue(context);
    }
}

public sealed class DisplayedValue(KernelInvocationContext context)
{
    public void Update(object value) => context.Log.Add($"update {value}");
}
