using Course.Notebooks.Documents;

namespace Course.Notebooks.Kernel;

/// <summary>
/// The kernel as libraries see it: a delegate of plain .NET types under the name <c>Course.Display</c> in <see cref="AppContext"/>. A
/// library can use it to show and update values without a reference to this assembly.
/// </summary>
internal static class DisplayHost
{
    private const string Name = "Course.Display";

    internal static void Install() => AppContext.SetData(Name, (Action<string, IReadOnlyDictionary<string, string>, bool>)Show);

    private static void Show(string id, IReadOnlyDictionary<string, string> texts, bool isUpdate)
    {
        MimeBundle data = MimeBundle.FromTexts(texts);
        KernelSession.CurrentOrLatest?.Output?.Show(isUpdate ? new DisplayUpdated(id, data) : new Displayed(id, data));
    }
}
