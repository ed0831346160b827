using System.Reflection;
using System.Runtime.CompilerServices;

namespace Course;

/// <summary>
/// .NET Interactive, reached by reflection because its packages are not referenced. It uses
/// <c>KernelInvocationContext.Current.Display(value)</c> and the <c>Update</c> of the returned object, because the <c>Update</c> returned
/// by the engine's own <c>display(value)</c> shows nothing.
/// </summary>
internal sealed class DotNetInteractiveDisplay : IDisplayTarget
{
    private readonly object context;
    private readonly MethodInfo display;

    private DotNetInteractiveDisplay(object context, MethodInfo display)
    {
        this.context = context;
        this.display = display;
    }

    public bool IsLive => true;

    /// <summary>The display of the running cell, or <see langword="null"/> if no such engine is loaded or no cell runs.</summary>
    internal static DotNetInteractiveDisplay? TryFind()
    {
        Assembly? engine = AppDomain.CurrentDomain.GetAssemblies()
            .FirstOrDefault(loaded => loaded.GetName().Name == "Microsoft.DotNet.Interactive");
        return engine is null ? null : TryFind(engine);
    }

    internal static DotNetInteractiveDisplay? TryFind(Assembly engine)
    {
        Type? contextType = engine.GetType("Microsoft.DotNet.Interactive.KernelInvocationContext");
        object? context = contextType?.GetProperty("Current", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
        MethodInfo? display = contextType is null ? null : FindDisplay(contextType, engine);
        return context is null || display is null ? null : new DotNetInteractiveDisplay(context, display);
    }

    public Action<object?> Show(object? value)
    {
        object?[] arguments = display.IsStatic ? [context, value, Array.Empty<string>()] : [value, Array.Empty<string>()];
        object? shown = display.Invoke(display.IsStatic ? null : context, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        MethodInfo? update = shown?.GetType().GetMethod("Update", [typeof(object)]);
        return updated => update?.Invoke(shown, BindingFlags.DoNotWrapExceptions, null, [updated], null);
    }

    /// <summary>
    /// Finds the engine's <c>Display(object, params string[])</c>. It was an extension method for years and has been a member since; either
    /// works.
    /// </summary>
    private static MethodInfo? FindDisplay(Type contextType, Assembly engine) =>
        contextType.GetMethod("Display", [typeof(object), typeof(string[])])
        ?? engine.GetExportedTypes()
            .Where(type => type.IsAbstract && type.IsSealed && type.IsDefined(typeof(ExtensionAttribute), inherit: false))
            .Select(type => type.GetMethod("Display", [contextType, typeof(object), typeof(string[])]))
            .FirstOrDefault(method => method is not null);
}
