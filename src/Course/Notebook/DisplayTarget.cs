using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>One way by which a value reaches the reader's eyes.</summary>
internal interface IDisplayTarget
{
    /// <summary>Whether an update replaces what was shown.</summary>
    bool IsLive { get; }

    /// <summary>Shows the value and returns what updates it.</summary>
    Action<object?> Show(object? value);
}

/// <summary>
/// Chooses the way to the reader: this course's kernel, .NET Interactive, or the console; none where answers are collected to be graded.
/// </summary>
internal static class DisplayTarget
{
    /// <summary>The route that works where this code now runs. Asked at every display: one process may be several things in turn.</summary>
    internal static IDisplayTarget Find() =>
        Exercises.IsGraded ? NullDisplay.Instance
            : AppContext.GetData(Display.HostName) is Action<string, IReadOnlyDictionary<string, string>, bool> host
            ? new KernelDisplay(host)
            : DotNetInteractiveDisplay.TryFind() ?? (IDisplayTarget)ConsoleDisplay.Instance;
}

/// <summary>The course's own kernel, which leaves a delegate of plain .NET types so that neither knows the other.</summary>
/// <param name="host">Takes the display's id, its texts by mime type, and whether this is an update.</param>
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

/// <summary>Outside any notebook: plain lines, one block a display.</summary>
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

/// <summary>Where nobody looks: nothing is shown, and so nothing is made into text.</summary>
internal sealed class NullDisplay : IDisplayTarget
{
    public static NullDisplay Instance { get; } = new();

    public bool IsLive => true;

    public Action<object?> Show(object? value) => _ => { };
}
