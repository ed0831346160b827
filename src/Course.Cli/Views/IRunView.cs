using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.Cli.Views;

/// <summary>Shows a run while it goes on.</summary>
internal interface IRunView : IDisposable
{
    /// <summary>A notebook begins; its events go to the returned object.</summary>
    IProgress<RunEvent> Begin(string notebook);

    /// <summary>A notebook has ended.</summary>
    void End(NotebookReport report);
}
