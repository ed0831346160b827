using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>Outside any notebook: plain lines, one block a display.</summary>
internal sealed class ConsoleRoute : IDisplayRoute
{
    internal static ConsoleRoute Instance { get; } = new();

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
