namespace Course.Grading.Submissions;

/// <summary>A code cell as it was handed in.</summary>
/// <param name="Index">Its place among the code cells, from 0.</param>
/// <param name="Code">Its text.</param>
/// <param name="Lesson">Which of the course's cells it is; null for one that the student added.</param>
/// <param name="Place">How the student knows it.</param>
internal sealed record Handed(int Index, string Code, LessonCell? Lesson, string Place)
{
    /// <summary>Whether the text is the course's own, whatever the line ends.</summary>
    public bool IsUnchanged =>
        Lesson is not null && Code.ReplaceLineEndings("\n").TrimEnd() == Lesson.Code.ReplaceLineEndings("\n").TrimEnd();
}
