using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Notebooks.Protocol;

/// <summary>What the runner tells a worker, one JSON line each. The end of the pipe tells it to end.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Enter), "enter")]
[JsonDerivedType(typeof(RunCell), "run")]
[JsonDerivedType(typeof(StopCell), "stop")]
[JsonDerivedType(typeof(Call), "call")]
[JsonDerivedType(typeof(Study), "study")]
internal abstract record WorkerCommand
{
    /// <summary>Make this folder the current one. (The process itself starts before the notebook's folder need be known.)</summary>
    public sealed record Enter(string Directory) : WorkerCommand;

    /// <summary>Run a cell. <c>Answers</c> names the exercise whose answer it hands in, where the worker collects answers.</summary>
    public sealed record RunCell(int Number, string Code, string? Answers = null) : WorkerCommand;

    public sealed record StopCell(int Number) : WorkerCommand;

    /// <summary>Call the answer to an exercise with arguments as <see cref="ArgumentJson"/> writes them.</summary>
    public sealed record Call(int Number, string Exercise, JsonElement Arguments) : WorkerCommand;

    /// <summary>Say what some cells use, without running any. The library is the file that their <c>#r</c> names.</summary>
    public sealed record Study(string Library, IReadOnlyList<StudyCell> Cells) : WorkerCommand;
}
