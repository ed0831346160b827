namespace Course.Grading.Submissions;

/// <summary>A code cell of the course's own notebook.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="GradeId">nbgrader's name of it, or null.</param>
/// <param name="Code">Its text.</param>
/// <param name="Answers">The exercise that it checks, or null.</param>
/// <param name="SolutionId">Then, the id of the cell in which the answer is written.</param>
/// <param name="IsLocked">Whether students may not change it.</param>
internal sealed record LessonCell(string Id, string? GradeId, string Code, string? Answers, string? SolutionId, bool IsLocked)
{
    /// <summary>
    /// The text that the grader runs: a check names the course's own method, whatever else is called Check in the submission.
    /// </summary>
    public string CodeToRun => Answers is null ? Code : "global::Course.Exercises." + Code.TrimStart();
}
