using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Course.Grading.HiddenTests;
using Course.Grading.Sandboxes;
using Course.Grading.Submissions;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;
using Course.Notebooks.Results;

namespace Course.Grading.Marking;

/// <summary>Grades submissions, each in its own sandboxed process, so that none can harm another.</summary>
public sealed class Grader : IDisposable
{
    private readonly CourseFolder course;
    private readonly GradingOptions options;
    private readonly ISandbox sandbox;
    private readonly WorkerStarter starter;
    private readonly StrippedLibraries libraries;
    private readonly Analyses analyses;
    private readonly WorkerPool pool;
    private readonly CaseSet cases;

    /// <summary>Creates a grader that is ready to grade.</summary>
    /// <param name="course">The checkout of the course.</param>
    /// <param name="options">How to grade.</param>
    /// <exception cref="GradingException">The sandbox does not work here, and grading without one was not requested.</exception>
    public Grader(CourseFolder course, GradingOptions options)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(options);
        (this.course, this.options) = (course, options);
        Seed = options.Seed ?? CaseSet.NewSeed();
        cases = new CaseSet(Seed);
        sandbox = NewSandbox();
        starter = new WorkerStarter(sandbox, options.Limits);
        analyses = new Analyses(starter, options.StudyTimeout);
        libraries = new StrippedLibraries(course);
        pool = new WorkerPool(starter, libraries);
    }

    /// <summary>The seed of the hidden cases.</summary>
    public long Seed { get; }

    /// <summary>The sandbox in which submissions run, in one line for the report.</summary>
    public string Sandbox => sandbox.Description;

    /// <summary>Grades one submission. Nothing that the submission does makes this fail.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="next">Whether others follow, so that workers are prepared for them.</param>
    /// <param name="cancellation">Ends the grading.</param>
    /// <returns>Its mark.</returns>
    /// <exception cref="GradingException">The sandbox or the course itself is at fault.</exception>
    public async Task<SubmissionMark> GradeAsync(Submission submission, bool next = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var clock = Stopwatch.StartNew();
        var mark = new SubmissionMark { Student = submission.Student, Path = submission.Path };
        try
        {
            byte[] bytes = SubmissionReader.ReadBytes(submission);
            mark = mark with { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
            NotebookDocument document = SubmissionReader.Parse(bytes);
            LessonNotebook lesson = LessonNotebook.Find(course, LessonOf(document, submission.Path));
            IReadOnlyList<HiddenTest> tests = HiddenTestCatalog.OfLesson(lesson.Number);
            if (tests.Count == 0)
                throw new SubmissionException(string.Create(CultureInfo.InvariantCulture,
                    $"lesson {lesson.Number} has no exercises that can be graded"));
            SubmissionPlan plan = SubmissionPlan.Of(lesson, document);
            mark = mark with
            {
                Lesson = lesson.Number,
                Changes = plan.Changes,
                Cells = plan.Cells.Count,
                Exercises =
                [
                    .. tests.Select(test =>
                        ExerciseMark.NoPoints(test.Exercise, ExerciseStatus.NoAnswer, "the submission could not be graded")),
                ],
            };
            pool.Prepare(lesson, next ? options.Parallel : 1);
            mark = await new SubmissionGrading(options, pool, analyses, cases, lesson, document).RunAsync(plan, tests, mark, cancellation);
        }
        catch (SubmissionException e)
        {
            mark = mark with { Problem = OneLine.Of(e.Message) };
        }
        catch (Exception e) when (e is not (GradingException or OperationCanceledException))
        {
            // A fault of the grader, which some submission has found: it must cost no other student.
            mark = mark with { Problem = $"grading it failed: {e.GetType().Name}: {OneLine.Of(e.Message)}" };
        }

        return mark with { Seconds = Math.Round(clock.Elapsed.TotalSeconds, 2) };
    }

    /// <summary>Stops everything that is still running and removes the staged files.</summary>
    public void Dispose()
    {
        pool.Dispose();
        analyses.Dispose();
        starter.Dispose();
        libraries.Dispose();
        sandbox.Dispose();
    }

    private int LessonOf(NotebookDocument document, string path) =>
        options.Lesson
        ?? LessonRecognition.Of(document, path, course)
        ?? throw new SubmissionException("it does not say of which lesson it is; --lesson N does");

    private ISandbox NewSandbox()
    {
        if (!File.Exists(course.Library))
            throw new GradingException($"{course.Library} is not there: run `dotnet build` at the top of the repository.");
        if (!options.UseSandbox)
            return new NoSandbox(course, options.Worker);
        if (SandboxCheck.Run() is { } fault)
            throw new GradingException(
                $"The sandbox does not work here: {fault.Problem}. To mend it: {fault.Remedy}. "
                + "(--no-sandbox grades without: student code then runs with your rights.)");
        return OperatingSystem.IsLinux() ? new Bubblewrap(course, options.Worker) : throw new UnreachableException();
    }
}
