using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Grading.Submissions;

/// <summary>
/// Compares the version of the lesson that a submission was made with, if it says so, with the one that grades. While the exercises are the
/// same, the cells are recognised by their ids, whatever else has changed. An exercise that was another one would be graded wrongly.
/// </summary>
internal static class SubmissionVersion
{
    /// <returns>A remark for the teacher; null if the lesson is the same, or the submission does not say.</returns>
    /// <exception cref="SubmissionException">The exercises were others.</exception>
    public static string? Compare(LessonStamp ours, NotebookDocument submission)
    {
        if (LessonStamp.Of(submission) is not { } theirs || theirs.Digest == ours.Digest)
            return null;
        string version = SafeText.Short(theirs.Name);
        string[] differences =
        [
            .. theirs.Exercises.Keys.Except(ours.Exercises.Keys).Select(id => $"{SafeText.Short(id)} is no more"),
            .. ours.Exercises.Keys.Except(theirs.Exercises.Keys).Select(id => $"{id} was not there"),
            .. ours.Exercises.Where(exercise => theirs.Exercises.TryGetValue(exercise.Key, out string? was) && was != exercise.Value)
                .Select(exercise => $"{exercise.Key} had another first line"),
        ];
        return differences.Length == 0
            ? $"made with another version of this lesson, {version}; its cells were recognised by their ids"
            : throw new SubmissionException(
                $"it was made with version {version} of the course, whose exercises differ from this version's: {string.Join("; ", differences)}. "
                + "Grade it with that version, or hand the lesson out anew");
    }
}
