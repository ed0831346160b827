using System.Net;
using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>
/// For a lesson that runs as a program instead of in a notebook: what a notebook shows below its cells is printed as text, and written with
/// its charts and tables into one page, which works offline.
/// </summary>
public static class OutputPage
{
    private const int ItemsOfASequence = 20, LevelsOfAnObject = 6;              // as in this course's kernel

    /// <summary>Begins the page. It is written when the program ends, also if it ends by an exception.</summary>
    /// <param name="path">The page's file; an existing one is replaced.</param>
    public static void Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var page = new ProgramPage(path, Console.Out);
        Formatter.ListExpansionLimit = ItemsOfASequence;
        Formatter.RecursionLimit = LevelsOfAnObject;
        AppContext.SetData(Display.HostName, (Action<string, IReadOnlyDictionary<string, string>, bool>)page.Show);
        Console.SetOut(new PrintedOnPage(page, Console.Out));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => page.Save();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => page.Save();
    }
}

/// <summary>The outputs of a program, in order.</summary>
/// <param name="path">The page's file.</param>
/// <param name="console">Where texts are printed.</param>
internal sealed class ProgramPage(string path, TextWriter console)
{
    private readonly Lock access = new();
    private readonly List<(string? Id, StringBuilder Html)> parts = [];

    /// <summary>Shows a value, or replaces one that is shown. The console is told of it once.</summary>
    internal void Show(string id, IReadOnlyDictionary<string, string> texts, bool isUpdate)
    {
        string html = texts.TryGetValue(Mime.Html, out string? rich) ? rich : $"<pre>{WebUtility.HtmlEncode(texts[Mime.Plain])}</pre>";
        lock (access)
        {
            if (isUpdate && parts.FindIndex(part => part.Id == id) is >= 0 and var place)
            {
                parts[place] = (id, new StringBuilder(html));
                return;
            }

            parts.Add((id, new StringBuilder(html)));
        }

        if (texts[Mime.Plain].TrimEnd() is { Length: > 0 } plain) console.WriteLine(plain);
    }

    /// <summary>Adds printed text, which continues the text before it.</summary>
    internal void Print(string text)
    {
        lock (access)
        {
            if (parts is not [.., { Id: null }]) parts.Add((null, new StringBuilder()));
            parts[^1].Html.Append(WebUtility.HtmlEncode(text));
        }
    }

    /// <summary>Writes the page and says where it is.</summary>
    internal void Save()
    {
        lock (access)
        {
            using var page = new StreamWriter(path);
            page.WriteLine($$"""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{{WebUtility.HtmlEncode(Path.GetFileNameWithoutExtension(path))}}</title>
                <style>
                :root { color-scheme: light dark }
                body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
                body > div { margin: 1rem 0; overflow-x: auto }
                pre { white-space: pre-wrap; font: .9rem/1.4 ui-monospace, monospace }
                </style>
                </head>
                <body>
                """);
            foreach ((string? id, StringBuilder html) in parts) page.WriteLine(id is null ? $"<pre>{html}</pre>" : $"<div>{html}</div>");
            page.WriteLine("</body>\n</html>");
        }

        console.WriteLine($"The charts and tables are in {path}.");
    }
}

/// <summary>Prints on the console, and on the page.</summary>
/// <param name="page">The page.</param>
/// <param name="console">The console.</param>
internal sealed class PrintedOnPage(ProgramPage page, TextWriter console) : TextWriter
{
    public override Encoding Encoding => console.Encoding;

    public override void Write(char value)
    {
        console.Write(value);
        page.Print(value.ToString());
    }

    public override void Write(string? value)
    {
        console.Write(value);
        page.Print(value ?? "");
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void WriteLine(string? value) => Write(value + CoreNewLine.AsSpan().ToString());

    public override void Flush() => console.Flush();
}
