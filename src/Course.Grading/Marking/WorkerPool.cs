using Course.Grading.HiddenTests;
using Course.Grading.Sandboxes;
using Course.Grading.Submissions;
using Course.Notebooks.Protocol;
using Course.Notebooks.Results;

namespace Course.Grading.Marking;

/// <summary>
/// Workers that are prepared in advance: the compiler is warm, the lesson's own opening cell has run, and they contain nothing from any
/// student. Each is used for one submission and then killed.
/// </summary>
internal sealed class WorkerPool(WorkerStarter starter, StrippedLibraries libraries) : IDisposable
{
    private static readonly TimeSpan openingLimit = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly List<(int Lesson, Task<AnswerWorker> Worker)> ready = [];
    private bool closed;
    private volatile bool opened;

    /// <summary>The lessons of the workers that are prepared.</summary>
    internal IEnumerable<int> Waiting => ready.Select(waiting => waiting.Lesson);

    /// <summary>Takes a worker for a submission of a lesson; the caller ends it.</summary>
    /// <exception cref="GradingException">The sandbox does not work: no worker has come up in it yet.</exception>
    /// <exception cref="SubmissionException">No worker came up, though others did before. That is not the whole class's fault.</exception>
    public async Task<AnswerWorker> TakeAsync(LessonNotebook lesson)
    {
        Task<AnswerWorker> taken;
        lock (gate)
        {
            int place = this.ready.FindIndex(ready => ready.Lesson == lesson.Number);
            taken = place >= 0 ? this.ready[place].Worker : OpenAsync(lesson);
            if (place >= 0)
                this.ready.RemoveAt(place);
        }

        try
        {
            return await taken;
        }
        catch (GradingException e) when (opened)
        {
            throw new SubmissionException($"no process came up for it: {e.Message}", e);
        }
    }

    /// <summary>
    /// Starts to prepare the given number of workers. As many of another lesson may go on waiting, since a class may hand in two lessons in
    /// turns; more are ended.
    /// </summary>
    public void Prepare(LessonNotebook lesson, int count)
    {
        lock (gate)
        {
            while (!closed && ready.Count(waiting => waiting.Lesson == lesson.Number) < count)
                ready.Add((lesson.Number, OpenAsync(lesson)));
            while (ready.Count > 2 * count && ready.FindIndex(waiting => waiting.Lesson != lesson.Number) is >= 0 and var oldest)
            {
                EndWhenOpen(ready[oldest].Worker);
                ready.RemoveAt(oldest);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            foreach ((_, Task<AnswerWorker> worker) in ready)
                EndWhenOpen(worker);
            ready.Clear();
        }
    }

    private static void EndWhenOpen(Task<AnswerWorker> worker) =>
        worker.ContinueWith(done => done.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default);

    /// <summary>Tries twice, because on a very busy machine a process may not start in time.</summary>
    private async Task<AnswerWorker> OpenAsync(LessonNotebook lesson)
    {
        try
        {
            return await OpenOnceAsync(lesson);
        }
        catch (GradingException)
        {
            return await OpenOnceAsync(lesson);
        }
    }

    private async Task<AnswerWorker> OpenOnceAsync(LessonNotebook lesson)
    {
        string library = libraries.Of(HiddenTestCatalog.OfLesson(lesson.Number).SelectMany(test => test.AllowedSymbols));
        AnswerWorker worker = await AnswerWorker.StartAsync(starter, WorkerMode.Grade, library);
        WorkerEvent.Finished? opening = await worker.RunAsync(new WorkerCommand.RunCell(1, lesson.Opening.Code), openingLimit,
            CancellationToken.None);
        if (opening is { Error: null })
        {
            opened = true;
            return worker;
        }

        string why = opening?.Error is { } error ? error.Message : await worker.EndAsync();
        worker.Dispose();
        throw new GradingException($"The opening cell of lesson {lesson.Number} does not run in the sandbox: {OneLine.Of(why)}");
    }
}
