namespace Course.Grading.Marking;

/// <summary>Represents an exception that an answer threw in another process.</summary>
internal sealed class AnswerException : Exception
{
    private AnswerException(string name, string message)
        : base(message) => Name = name;

    /// <summary>The name of the original exception.</summary>
    public string Name { get; }

    /// <summary>The exception itself if the hints know it, otherwise one with its name.</summary>
#pragma warning disable CA2201 // Never thrown here: they stand for what was thrown there.
    public static Exception Of(string name, string message) => name switch
    {
        nameof(NotImplementedException) => new NotImplementedException(message),
        nameof(IndexOutOfRangeException) => new IndexOutOfRangeException(message),
        nameof(NullReferenceException) => new NullReferenceException(message),
        _ => new AnswerException(name, message),
    };
#pragma warning restore CA2201

    /// <summary>The exception in one line.</summary>
    public static string Describe(Exception thrown) => thrown is NotImplementedException
        ? "not implemented yet"
        : $"{(thrown as AnswerException)?.Name ?? thrown.GetType().Name}: {thrown.Message}";
}
