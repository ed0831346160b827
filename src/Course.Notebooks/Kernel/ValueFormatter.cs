using Course.Notebooks.Documents;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Notebooks.Kernel;

/// <summary>Formats a value for display, with the same formatters as .NET Interactive, so that libraries' own formatters apply.</summary>
internal static class ValueFormatter
{
    /// <summary>Sets the limits of the formatting library once: 20 items of a sequence, 6 levels of an object.</summary>
    internal static void SetLimits()
    {
        Formatter.ListExpansionLimit = 20;
        Formatter.RecursionLimit = 6;
    }

    /// <summary>All representations that are preferred for the value's type, or the requested ones.</summary>
    internal static MimeBundle Format(object? value, IReadOnlyCollection<string>? mimeTypes = null)
    {
        if (mimeTypes is null or { Count: 0 })
            mimeTypes = Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object));
        var bundle = new MimeBundle();
        foreach (string mimeType in mimeTypes)
            bundle.Add(mimeType, value.ToDisplayString(mimeType));
        return bundle;
    }
}
