using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Notebooks.Results;

/// <summary>Why a notebook did not run to its end.</summary>
public sealed record NotebookFailure
{
    /// <summary>The kind of failure.</summary>
    public required FailureKind Kind { get; init; }

    /// <summary>The number the learner sees beside the cell; null if no cell is at fault.</summary>
    public int? Cell { get; init; }

    /// <summary>The cell's id.</summary>
    public string? CellId { get; init; }

    /// <summary>The line of the cell, from 1; null if unknown.</summary>
    public int? Line { get; init; }

    /// <summary>The column, from 1; known for compiler errors.</summary>
    public int? Column { get; init; }

    /// <summary>What happened, in one line, without the location.</summary>
    public required string Message { get; init; }

    /// <summary>The location and what happened, in one line.</summary>
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
    /// <summary>The file does not exist, is not a notebook of nbformat 4, or is in another language than C#.</summary>
    Unreadable,

    /// <summary>A cell does not compile.</summary>
    Compile,

    /// <summary>A cell threw.</summary>
    Runtime,

    /// <summary>A line addressed to the kernel (<c>#r</c> or another directive) could not be executed.</summary>
    Directive,

    /// <summary>A cell exceeded its time limit.</summary>
    Timeout,

    /// <summary>
    /// A cell printed or displayed more than the kernel's limits allow. It ran to its end, but no lesson should produce so much output.
    /// </summary>
    Output,

    /// <summary>A cell ended its own process.</summary>
    Exit,

    /// <summary>The process died: a crash in native code, a stack overflow, or it was killed.</summary>
    Crash,

    /// <summary>The process could not be started, or its messages could not be understood.</summary>
    Worker,

    /// <summary>The user interrupted the run.</summary>
    Interrupted,
}

/// <summary>Writes a kind of failure as one word in a report: <c>timeout</c>.</summary>
internal sealed class FailureKindJson() : JsonStringEnumConverter<FailureKind>(JsonNamingPolicy.CamelCase);
