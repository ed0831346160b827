using Course.Notebooks.Results;
using Course.Notebooks.Runner;

namespace Course.Cli.Views;

/// <summary>Shows the progress of a run.</summary>
internal interface IRunView : IDisposable
{
    /// <summary>Called when a notebook starts; its events go to the returned object.</summary>
    IProgress<RunEvent> Begin(string notebook);

    /// <summary>Called when a notebook has ended.</summary>
    void End(NotebookReport report);
}
