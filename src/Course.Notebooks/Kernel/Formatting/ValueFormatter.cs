using Course.Notebooks.Documents;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Notebooks.Kernel.Formatting;

/// <summary>Formats a value for display, with the same formatters as .NET Interactive, so that libraries' own formatters apply.</summary>
internal static class ValueFormatter
{
    private const int MostItems = 20;

    private static readonly Lazy<bool> own = new(() =>
    {
        TableFormatter.Register(MostItems);
        DocumentFormatter.Register();
        ChartFormatter.RegisterOnceChartsAreThere();
        return true;
    });

    /// <summary>
    /// Sets the limits of the formatting library, 20 items of a sequence and 6 levels of an object, and adds formatters for what it shows
    /// badly.
    /// </summary>
    internal static void SetUp()
    {
        Formatter.ListExpansionLimit = MostItems;
        Formatter.RecursionLimit = 6;
        _ = own.Value;
    }

    /// <summary>
    /// Adds formatters for the arrays and records that a value of this type may hold. The formatting library asks one formatter for a
    /// value, so each is registered for its own type and not for all.
    /// </summary>
    internal static void Prepare(Type? type)
    {
        if (type is not null)
            HeldTypes.Visit(type, Prepared);
    }

    private static void Prepared(Type type)
    {
        if (type.IsArray && type.GetArrayRank() > 1)
            ArrayFormatter.Register(type, MostItems);
        else if (RecordFormatter.MayContainItself(type))
            RecordFormatter.Register(type);
    }

    /// <summary>All representations that are preferred for the value's type, or the requested ones.</summary>
    internal static MimeBundle Format(object? value, IReadOnlyCollection<string>? mimeTypes = null)
    {
        Prepare(value?.GetType());
        if (mimeTypes is null or { Count: 0 })
            mimeTypes = Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object));
        var bundle = new MimeBundle();
        foreach (string mimeType in mimeTypes)
            bundle.Add(mimeType, value.ToDisplayString(mimeType));
        return bundle;
    }
}
