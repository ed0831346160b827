namespace Course.Grading.Submissions;

/// <summary>A submission cannot be graded. The message is half a line that says why.</summary>
internal sealed class SubmissionException(string message, Exception? inner = null) : Exception(message, inner);
