using System.Text.Json.Serialization;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Kernel;

/// <summary>
/// One output of a running cell: <see cref="StreamWritten"/>, <see cref="Displayed"/>, <see cref="DisplayUpdated"/> or <see
/// cref="OutputCleared"/>. It also crosses the pipe from a notebook's own process to the runner in this form.
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

/// <summary>Text written to the console. Writes in quick succession arrive as one.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The written text.</param>
public sealed record StreamWritten(string Name, string Text) : KernelOutput;

/// <summary>A new display.</summary>
/// <param name="Id">The id for updates; null if it is never updated.</param>
/// <param name="Data">What to show.</param>
public sealed record Displayed(string? Id, MimeBundle Data) : KernelOutput;

/// <summary>New content for every display with this id, in this cell or an earlier one.</summary>
/// <param name="Id">The id it was displayed with.</param>
/// <param name="Data">What to show instead.</param>
public sealed record DisplayUpdated(string Id, MimeBundle Data) : KernelOutput;

/// <summary>Clears the cell's output so far.</summary>
/// <param name="Wait">Whether to wait until something new is shown.</param>
public sealed record OutputCleared(bool Wait) : KernelOutput;
