using System.Text.Json.Serialization;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Kernel;

/// <summary>
/// Something a running cell shows: <see cref="StreamWritten"/>, <see cref="Displayed"/>, <see cref="DisplayUpdated"/> or
/// <see cref="OutputCleared"/>. As it is, it also crosses the pipe from a notebook's own process to the runner.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "output")]
[JsonDerivedType(typeof(StreamWritten), "written")]
[JsonDerivedType(typeof(Displayed), "displayed")]
[JsonDerivedType(typeof(DisplayUpdated), "updated")]
[JsonDerivedType(typeof(OutputCleared), "cleared")]
public abstract record KernelOutput
{
    private protected KernelOutput()
    {
    }
}

/// <summary>Text written to the console. What is written in quick succession arrives as one.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">What was written.</param>
public sealed record StreamWritten(string Name, string Text) : KernelOutput;

/// <summary>A new display.</summary>
/// <param name="Id">The name by which it may be updated; null where it never will be.</param>
/// <param name="Data">What to show.</param>
public sealed record Displayed(string? Id, MimeBundle Data) : KernelOutput;

/// <summary>New content for every display of this id, in this cell or an earlier one.</summary>
/// <param name="Id">The id it was displayed with.</param>
/// <param name="Data">What to show instead.</param>
public sealed record DisplayUpdated(string Id, MimeBundle Data) : KernelOutput;

/// <summary>What the cell has shown so far is to go.</summary>
/// <param name="Wait">Whether it goes only when something new is shown.</param>
public sealed record OutputCleared(bool Wait) : KernelOutput;
