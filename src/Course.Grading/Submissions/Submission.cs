namespace Course.Grading.Submissions;

/// <summary>One notebook that a student submitted.</summary>
/// <param name="Student">The student: the name of her folder, or of the file if the files are side by side.</param>
/// <param name="Path">The file.</param>
/// <param name="Problem">Why it will not even be opened; null for most submissions.</param>
public sealed record Submission(string Student, string Path, string? Problem = null);

/// <summary>A submission cannot be graded. The message is half a line that says why.</summary>
internal sealed class SubmissionException(string message, Exception? inner = null) : Exception(message, inner);
