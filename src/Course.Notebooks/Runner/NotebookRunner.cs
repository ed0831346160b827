using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;
using Course.Notebooks.Protocol;
using Course.Notebooks.Results;
using Course.Notebooks.Worker;

namespace Course.Notebooks.Runner;

/// <summary>
/// Runs notebooks, each in its own process. A crash in native code, a stack overflow, a hang or an exit of the process fails only that
/// notebook.
/// </summary>
public static class NotebookRunner
{
    /// <summary>Runs a notebook from its first cell to its last, or to the first one that fails.</summary>
    /// <param name="request">The notebook and its limits.</param>
    /// <param name="progress">Receives events, from one thread at a time; may be null.</param>
    /// <param name="cancellation">Ends the run; its report then says that it was interrupted.</param>
    /// <returns>The outcome. A notebook that fails, or cannot even be read, does not fail the task.</returns>
    public static async Task<NotebookReport> RunAsync(RunRequest request, IProgress<RunEvent>? progress = null,
        CancellationToken cancellation = default)
    {
        DateTimeOffset started = DateTimeOffset.Now;
        long clock = TimeProvider.System.GetTimestamp();
        var report = new NotebookReport { Name = Path.GetFileNameWithoutExtension(request.Path), Started = started, Seconds = 0 };
        if (request.Document is null && !File.Exists(request.Path))
            return report with { Failure = Unreadable($"there is no file {request.Path}") };

        try
        {
            // Start the process first: that takes longer than reading the notebook.
            using WorkerProcess worker = WorkerProcess.Start(request.Memory, request.TorchThreads);
            NotebookDocument document = request.Document ?? NotebookDocument.Load(request.Path);
            report = Describe(report, document);
            string folder = Path.GetDirectoryName(Path.GetFullPath(request.Path))!;
            worker.Tell(new WorkerCommand.Enter(folder));
            report = await new NotebookRun(worker, document, request.CellTimeout, progress).RunAsync(report, cancellation);
        }
        catch (NotebookFormatException e)
        {
            report = report with { Failure = Unreadable(e.Message) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report = report with { Failure = Unreadable($"{request.Path} cannot be read: {OneLine.Of(e.Message)}") };
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            string message = $"dotnet could not be started: {OneLine.Of(e.Message)}";
            report = report with { Failure = new NotebookFailure { Kind = FailureKind.Worker, Message = message } };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What a notebook's process sends may be anything. It must not end the run of the other notebooks.
            string message = $"the run failed: {e.GetType().Name}: {OneLine.Of(e.Message)}";
            report = report with { Failure = new NotebookFailure { Kind = FailureKind.Worker, Message = message } };
        }

        return report with { Seconds = TimeProvider.System.GetElapsedTime(clock).TotalSeconds };
    }

    private static NotebookFailure Unreadable(string message) => new() { Kind = FailureKind.Unreadable, Message = message };

    private static NotebookReport Describe(NotebookReport report, NotebookDocument document)
    {
        LessonMetadata? lesson = LessonMetadata.Of(document);
        return report with { Lesson = lesson?.Number, Year = lesson?.Year, Title = lesson?.Title, Executed = document };
    }
}
