using System.Text.Json;
using System.Text.Json.Serialization;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;

namespace Course.Notebooks.Protocol;

/// <summary>The events from a worker to the runner, one JSON line each.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Output), "output")]
[JsonDerivedType(typeof(Exiting), "exiting")]
[JsonDerivedType(typeof(Finished), "finished")]
[JsonDerivedType(typeof(Ready), "ready")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Studied), "studied")]
internal abstract record WorkerEvent
{
    /// <summary>The compiler is warm; sent once, by a worker that collects answers or analyses cells.</summary>
    public sealed record Ready(int Protocol) : WorkerEvent;

    public sealed record Started(int Cell) : WorkerEvent;

    /// <summary>The cell shows something.</summary>
    public sealed record Output(KernelOutput Content) : WorkerEvent;

    /// <summary>The cell ends the whole process.</summary>
    public sealed record Exiting(int? Line, int ExitCode) : WorkerEvent;

    /// <summary>The outcome of a call: a value in the format of <see cref="ArgumentJson"/>, or the exception.</summary>
    public sealed record Answered(int Number, JsonElement? Value, string? Thrown, string? Message) : WorkerEvent;

    public sealed record Studied(StudyResult Result) : WorkerEvent;

    public sealed record Finished(int Cell, double Seconds, MimeBundle? Value, ErrorReport? Error, bool OutputCut) : WorkerEvent;
}
