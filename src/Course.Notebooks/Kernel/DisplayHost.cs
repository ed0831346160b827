using System.Collections.Concurrent;
using Course.Notebooks.Documents;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Notebooks.Kernel;

/// <summary>
/// The kernel as libraries see it: a delegate of plain .NET types under the name <c>Course.Display</c> in <see cref="AppContext"/>. A
/// library can use it to show and update values without a reference to this assembly. What the formatting library itself is asked to show
/// arrives here too.
/// </summary>
internal static class DisplayHost
{
    private const string Name = "Course.Display";

    private static readonly Lazy<IDisposable> displayed = new(() => Formatter.SubscribeToDisplayedValues(Show));
    private static readonly ConcurrentDictionary<string, bool> shown = [];

    internal static void Install()
    {
        AppContext.SetData(Name, (Action<string, IReadOnlyDictionary<string, string>, bool>)Show);
        _ = displayed.Value;
    }

    // What the formatting library's own extension methods show: DisplayAs, DisplayTable. They keep their displays' ids to themselves, so an
    // update of one is shown below it.
    private static void Show(DisplayedValue value) => Show(
        value.DisplayId,
        value.FormattedValues.DistinctBy(form => form.MimeType).ToDictionary(form => form.MimeType, form => form.Value),
        isUpdate: !shown.TryAdd(value.DisplayId, true));

    private static void Show(string id, IReadOnlyDictionary<string, string> texts, bool isUpdate)
    {
        MimeBundle data = MimeBundle.FromTexts(texts);
        KernelSession.CurrentOrLatest?.Output?.Show(isUpdate ? new DisplayUpdated(id, data) : new Displayed(id, data));
    }
}
