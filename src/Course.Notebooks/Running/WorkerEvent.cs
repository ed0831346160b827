using System.Text.Json.Serialization;
using Course.Notebooks.Kernels;

namespace Course.Notebooks.Running;

/// <summary>What a worker tells the runner, one JSON line each.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Written), "written")]
[JsonDerivedType(typeof(Shown), "shown")]
[JsonDerivedType(typeof(Updated), "updated")]
[JsonDerivedType(typeof(Cleared), "cleared")]
[JsonDerivedType(typeof(Exiting), "exiting")]
[JsonDerivedType(typeof(Finished), "finished")]
internal abstract record WorkerEvent
{
    public sealed record Started(int Cell) : WorkerEvent;

    public sealed record Written(string Stream, string Text) : WorkerEvent;

    public sealed record Shown(string? Id, IReadOnlyDictionary<string, string> Data) : WorkerEvent;

    public sealed record Updated(string Id, IReadOnlyDictionary<string, string> Data) : WorkerEvent;

    public sealed record Cleared(bool Wait) : WorkerEvent;

    /// <summary>The cell ends the whole process.</summary>
    public sealed record Exiting(int? Line, int ExitCode) : WorkerEvent;

    public sealed record Finished(int Cell, double Seconds, IReadOnlyDictionary<string, string>? Value, ErrorReport? Error, bool OutputCut) : WorkerEvent;
}
