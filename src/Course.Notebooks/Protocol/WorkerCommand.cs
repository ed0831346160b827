using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Notebooks.Protocol;

/// <summary>The commands from the runner to a worker, one JSON line each. The end of the pipe tells the worker to exit.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Enter), "enter")]
[JsonDerivedType(typeof(RunCell), "run")]
[JsonDerivedType(typeof(StopCell), "stop")]
[JsonDerivedType(typeof(Call), "call")]
[JsonDerivedType(typeof(Study), "study")]
internal abstract record WorkerCommand
{
    /// <summary>Change the current folder. (The process itself can start before the notebook's folder is known.)</summary>
    public sealed record Enter(string Directory) : WorkerCommand;

    /// <summary>Run a cell. <c>Answers</c> names the exercise whose answer is the cell's value, if the worker collects answers.</summary>
    public sealed record RunCell(int Number, string Code, string? Answers = null) : WorkerCommand;

    public sealed record StopCell(int Number) : WorkerCommand;

    /// <summary>Call the answer to an exercise, with arguments in the format of <see cref="ArgumentJson"/>.</summary>
    public sealed record Call(int Number, string Exercise, JsonElement Arguments) : WorkerCommand;

    /// <summary>Analyse what some cells use, without running any. The library is the file that their <c>#r</c> names.</summary>
    public sealed record Study(string Library, IReadOnlyList<StudyCell> Cells) : WorkerCommand;
}
