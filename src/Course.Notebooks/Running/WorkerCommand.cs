using System.Text.Json.Serialization;

namespace Course.Notebooks.Running;

/// <summary>What the runner tells a worker, one JSON line each. The end of the pipe tells it to end.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Enter), "enter")]
[JsonDerivedType(typeof(RunCell), "run")]
[JsonDerivedType(typeof(StopCell), "stop")]
internal abstract record WorkerCommand
{
    /// <summary>Make this folder the current one. (The process itself starts before the notebook's folder need be known.)</summary>
    public sealed record Enter(string Directory) : WorkerCommand;

    public sealed record RunCell(int Number, string Code) : WorkerCommand;

    public sealed record StopCell(int Number) : WorkerCommand;
}
