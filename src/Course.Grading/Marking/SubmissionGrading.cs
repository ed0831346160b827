using Course.Grading.HiddenTests;
using Course.Grading.Submissions;
using Course.Notebooks.Documents;
using Course.Notebooks.Protocol;

namespace Course.Grading.Marking;

/// <summary>
/// Grades one submission within its time: first with each check where the submission has it. What earns nothing there but is written again
/// in a later cell is checked once more, after all cells: many write their answer below the check.
/// </summary>
internal sealed class SubmissionGrading(
    GradingOptions options, WorkerPool pool, Analyses analyses, CaseSet cases, LessonNotebook lesson, NotebookDocument document)
{
    public async Task<SubmissionMark> RunAsync(SubmissionPlan plan, IReadOnlyList<HiddenTest> tests, SubmissionMark mark,
        CancellationToken cancellation)
    {
        StudyResult study = await analyses.StudyAsync(plan.Cells, cancellation);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(options.SubmissionTimeout);
        SubmissionMark first = await RunAsync(plan, study, tests, mark);
        HiddenTest[] late = [.. tests.Where(test => plan.WrittenLater.ContainsKey(test.Id) && Of(first, test).Earned == 0)];
        if (late.Length == 0)
            return first;

        SubmissionPlan atTheEnd = SubmissionPlan.Of(lesson, document, [.. late.Select(test => test.Id)]);
        StudyResult again = await analyses.StudyAsync(atTheEnd.Cells, cancellation);
        SubmissionMark second = await RunAsync(atTheEnd, again, late, mark);
        return first with
        {
            Exercises = [.. tests.Select(test => late.Contains(test) && Of(second, test) is { Earned: > 0 } found
                ? found : Of(first, test))],
            Remarks =
            [
                .. late.Select(test => $"{plan.WrittenLater[test.Id]} has an answer to {test.Id} after its check: "
                    + (Of(second, test).Earned > 0 ? "it is right, and counts" : "it earns nothing either")),
                .. first.Remarks,
            ],
        };

        Task<SubmissionMark> RunAsync(SubmissionPlan plan, StudyResult study, IReadOnlyList<HiddenTest> tests, SubmissionMark mark) =>
            new SubmissionRun(options, pool, analyses, cases, lesson, plan, study, tests).RunAsync(mark, deadline.Token, cancellation);
    }

    private static ExerciseMark Of(SubmissionMark mark, HiddenTest test) =>
        mark.Exercises.Single(exercise => exercise.Exercise == test.Id);
}
