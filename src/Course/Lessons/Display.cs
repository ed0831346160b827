using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>
/// Shows things at once and changes them in place: in this project's kernel, in .NET Interactive, and as plain lines where there is no
/// notebook.
/// </summary>
public static class Display
{
    /// <summary>The name under which a host leaves its delegate in <see cref="AppContext"/>: (display id, mime type to text, is update).</summary>
    public const string HostName = "Course.Display";

    private static int shownSoFar;

    /// <summary>Shows a value now, in the middle of a running cell.</summary>
    /// <param name="value">Anything: a chart, a table, a string.</param>
    /// <returns>What was shown, to be updated.</returns>
    public static Shown Show(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (AppContext.GetData(HostName) is Action<string, IReadOnlyDictionary<string, string>, bool> host)
        {
            string id = $"course-{Interlocked.Increment(ref shownSoFar)}";
            host(id, Bundle(value), false);
            return new Shown(update => host(id, Bundle(update), true));
        }

        return new Shown(DotNetInteractive.Show(value) ?? ShowOnConsole(value));
    }

    /// <summary>The value in the forms that are preferred for its type.</summary>
    private static Dictionary<string, string> Bundle(object value) =>
        value is Face face
            ? face.MimeTypes.ToDictionary(mimeType => mimeType, face.Content)
            : Formatter.GetPreferredMimeTypesFor(value.GetType()).ToDictionary(mimeType => mimeType, mimeType => value.ToDisplayString(mimeType));

    private static Action<object> ShowOnConsole(object value)
    {
        Print(value);
        return Print;

        static void Print(object value) => Console.WriteLine(value is Face face ? face.Text : value.ToDisplayString("text/plain"));
    }
}
