using System.Reflection;

namespace Course;

/// <summary>
/// Displays through .NET Interactive where this assembly was loaded by it. Bound by name, because its package is not referenced; and through
/// the invocation context, because what <c>display(x)</c> returns there never shows its updates.
/// </summary>
internal static class DotNetInteractive
{
    private const string AssemblyName = "Microsoft.DotNet.Interactive";

    /// <summary>Shows a value.</summary>
    /// <returns>What updates it, or null where this process is not .NET Interactive or runs no cell.</returns>
    internal static Action<object>? Show(object value)
    {
        Type? contextType = Type.GetType($"{AssemblyName}.KernelInvocationContext, {AssemblyName}");
        object? context = contextType?.GetProperty("Current", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
        MethodInfo? display = Type.GetType($"{AssemblyName}.KernelInvocationContextExtensions, {AssemblyName}")
            ?.GetMethods()
            .FirstOrDefault(method => method.Name == "Display" && method.GetParameters().Length == 3 && method.GetParameters()[0].ParameterType == contextType);
        if (context is null || display is null) return null;

        object displayed = display.Invoke(null, [context, value, value is Face face ? face.MimeTypes : Array.Empty<string>()])!;
        MethodInfo update = displayed.GetType().GetMethod("Update", [typeof(object)])!;
        return next => update.Invoke(displayed, [next]);
    }
}
