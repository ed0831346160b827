using Course.Notebooks.Documents;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Notebooks.Kernel;

/// <summary>
/// Turns a value into what is shown, through the formatters that .NET Interactive has too, so that libraries' own formatters count.
/// </summary>
internal static class ValueFormatter
{
    /// <summary>The limits of the formatting library, said once: 20 items of a sequence, 6 levels of an object.</summary>
    internal static void SetLimits()
    {
        Formatter.ListExpansionLimit = 20;
        Formatter.RecursionLimit = 6;
    }

    /// <summary>All forms that are preferred for the value's type, or those asked for.</summary>
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
