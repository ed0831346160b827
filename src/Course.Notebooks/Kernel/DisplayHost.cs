using Course.Notebooks.Documents;

namespace Course.Notebooks.Kernel;

/// <summary>
/// What libraries see of the kernel: a delegate of plain .NET types under the name <c>Course.Display</c> in <see cref="AppContext"/>, so
/// that a library can show and update things without a reference to this assembly.
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
