using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>One way to show a value to the reader.</summary>
internal interface IDisplayTarget
{
    /// <summary>Whether an update replaces what was shown.</summary>
    bool IsLive { get; }

    /// <summary>Shows the value and returns an action that updates it.</summary>
    Action<object?> Show(object? value);
}

/// <summary>
/// Chooses how to show values: through this course's kernel, .NET Interactive, or the console; not at all if answers are collected for
/// grading.
/// </summary>
internal static class DisplayTarget
{
    /// <summary>
    /// The route that works in the current context. It is looked up for every display, because it can change within one process.
    /// </summary>
    internal static IDisplayTarget Find() =>
        Exercises.IsGraded ? NullDisplay.Instance
            : AppContext.GetData(Display.HostName) is Action<string, IReadOnlyDictionary<string, string>, bool> host
            ? new KernelDisplay(host)
            : DotNetInteractiveDisplay.TryFind() ?? (IDisplayTarget)ConsoleDisplay.Instance;
}

/// <summary>The course's own kernel, which stores a delegate of plain .NET types so that neither needs to reference the other.</summary>
/// <param name="host">Takes the display's id, its texts by mime type, and whether it is an update.</param>
internal sealed class KernelDisplay(Action<string, IReadOnlyDictionary<string, string>, bool> host) : IDisplayTarget
{
    public bool IsLive => true;

    public Action<object?> Show(object? value)
    {
        string id = Guid.NewGuid().ToString("N");
        host(id, MimeBundle.Of(value), false);
        return updated => host(id, MimeBundle.Of(updated), true);
    }
}

/// <summary>Outside any notebook: plain lines, one block per display.</summary>
internal sealed class ConsoleDisplay : IDisplayTarget
{
    internal static ConsoleDisplay Instance { get; } = new();

    public bool IsLive => false;

    public Action<object?> Show(object? value)
    {
        Write(value);
        return Write;
    }

    private static void Write(object? value)
    {
        string text = value as string ?? value.ToDisplayString(PlainTextFormatter.MimeType);
        if (text.Length > 0)
        {
            Console.WriteLine(text.TrimEnd());
        }
    }
}

/// <summary>For runs without a reader: shows nothing, and so formats nothing.</summary>
internal sealed class NullDisplay : IDisplayTarget
{
    public static NullDisplay Instance { get; } = new();

    public bool IsLive => true;

    public Action<object?> Show(object? value) => _ => { };
}
