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
        : $"cell {Cell}{(CellId is null ? "" : $" ({OneLine.Of(CellId)})")}{(Line is null ? "" : $", line {Line}")}{(Column is null ? "" : $", column {Column}")}";
}
