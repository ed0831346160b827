using Course.Notebooks.Documents;
using Course.Notebooks.Kernel.Formatting;
using Microsoft.AspNetCore.Html;

namespace Course.Notebooks.Kernel;

/// <summary>The functions available in every cell, with the names they have in .NET Interactive.</summary>
#pragma warning disable CA1708 // display and Display are both that engine's names.
public static class CellFunctions
#pragma warning restore CA1708
{
    /// <summary>Shows a value at once.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The mime types to show it in; if omitted, those preferred for its type.</param>
    /// <returns>A handle for updating the display.</returns>
    public static DisplayHandle display(object? value, params string[] mimeTypes)
    {
        var handle = new DisplayHandle(Guid.NewGuid().ToString("N"));
        Show(new Displayed(handle.DisplayId, ValueFormatter.Format(value, mimeTypes)));
        return handle;
    }

    // The formatting library has an extension method of this name too, whose result cannot be updated. These are the better match.

    /// <summary>Shows a value at once.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A handle for updating the display.</returns>
    public static DisplayHandle Display(this object? value) => display(value);

    /// <summary>Shows a value at once, in one form.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeType">The mime type to show it in.</param>
    /// <returns>A handle for updating the display.</returns>
    public static DisplayHandle Display(this object? value, string mimeType) => display(value, mimeType);

    /// <summary>Shows a value at once, in two forms.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeType">The first mime type to show it in.</param>
    /// <param name="other">The second.</param>
    /// <returns>A handle for updating the display.</returns>
    public static DisplayHandle Display(this object? value, string mimeType, string other) => display(value, mimeType, other);

    /// <summary>Marks a text as HTML, so that it is shown as HTML.</summary>
    /// <param name="content">HTML.</param>
    /// <returns>Content for <c>display</c>, or for the end of a cell.</returns>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Runs a script in the page.</summary>
    /// <param name="content">JavaScript.</param>
    public static void Javascript(string content) =>
        Show(new Displayed(null, new MimeBundle("text/html", $"<script type=\"text/javascript\">{content}</script>")));

    /// <summary>Adds a style sheet to the page.</summary>
    /// <param name="content">CSS.</param>
    public static void CSS(string content) =>
        Show(new Displayed(null, new MimeBundle("text/html", $"<style>{content}</style>")));

    private static void Show(KernelOutput output) => KernelSession.CurrentOrLatest?.Output?.Show(output);
}
