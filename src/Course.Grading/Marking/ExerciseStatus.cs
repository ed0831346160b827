using System.Text.Json.Serialization;

namespace Course.Grading.Marking;

/// <summary>How an exercise went.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExerciseStatus>))]
public enum ExerciseStatus
{
    /// <summary>Every case is right: full points.</summary>
    Passed,

    /// <summary>A case is wrong.</summary>
    Failed,

    /// <summary>The answer is still to be written.</summary>
    NotAttempted,

    /// <summary>The answer uses what its exercise forbids.</summary>
    Forbidden,

    /// <summary>There is no answer that could be called: its cell does not compile, does not run, or has another signature.</summary>
    NoAnswer,

    /// <summary>The answer took too long, or ended its process.</summary>
    Stopped,
}
