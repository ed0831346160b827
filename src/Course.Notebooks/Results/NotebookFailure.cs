using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Notebooks.Results;

/// <summary>Why a notebook did not run to its end.</summary>
public sealed record NotebookFailure
{
    /// <summary>What kind of failure it was.</summary>
    public required FailureKind Kind { get; init; }

    /// <summary>The number the learner sees beside the cell; null where no cell was at fault.</summary>
    public int? Cell { get; init; }

    /// <summary>The cell's id.</summary>
    public string? CellId { get; init; }

    /// <summary>The line of the cell, from 1; null where it is not known.</summary>
    public int? Line { get; init; }

    /// <summary>The column, from 1; known for compiler errors.</summary>
    public int? Column { get; init; }

    /// <summary>What happened, in one line, without the place.</summary>
    public required string Message { get; init; }

    /// <summary>The place and what happened, in one line.</summary>
    [JsonIgnore]
    public string Summary => Place is { } place ? $"{place}: {Message}" : Message;

    private string? Place => Cell is null
        ? null
        : $"cell {Cell}{(CellId is null ? "" : $" ({OneLine.Of(CellId)})")}"
            + $"{(Line is null ? "" : $", line {Line}")}{(Column is null ? "" : $", column {Column}")}";
}

/// <summary>What ended a notebook before its last cell.</summary>
[JsonConverter(typeof(FailureKindJson))]
public enum FailureKind
{
    /// <summary>The file is not there, or not a notebook of nbformat 4.</summary>
    Unreadable,

    /// <summary>A cell does not compile.</summary>
    Compile,

    /// <summary>A cell threw.</summary>
    Runtime,

    /// <summary>A line addressed to the kernel (<c>#r</c> or another directive) could not be followed.</summary>
    Directive,

    /// <summary>A cell took longer than it may.</summary>
    Timeout,

    /// <summary>
    /// A cell printed or displayed more than the kernel's limits allow. It ran to its end, but no lesson should say so much.
    /// </summary>
    Output,

    /// <summary>A cell ended its own process.</summary>
    Exit,

    /// <summary>The process died: a crash in native code, a stack overflow, or it was killed.</summary>
    Crash,

    /// <summary>The process could not be started, or it could not be understood.</summary>
    Worker,

    /// <summary>The user interrupted the run.</summary>
    Interrupted,
}

/// <summary>Writes a kind of failure as one word in a report: <c>timeout</c>.</summary>
internal sealed class FailureKindJson() : JsonStringEnumConverter<FailureKind>(JsonNamingPolicy.CamelCase);
