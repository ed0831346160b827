using System.Text.Json.Serialization;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Results;

/// <summary>The outcome of running a notebook.</summary>
public sealed record NotebookReport
{
    /// <summary>The notebook's file name without its extension.</summary>
    public required string Name { get; init; }

    /// <summary>The lesson's number; null if the notebook is not marked as a lesson.</summary>
    public int? Lesson { get; init; }

    /// <summary>The year of the lesson's milestone.</summary>
    public int? Year { get; init; }

    /// <summary>The lesson's title.</summary>
    public string? Title { get; init; }

    /// <summary>Whether every cell ran to its end.</summary>
    public bool Succeeded => Failure is null;

    /// <summary>Why the notebook did not run to its end; null if it did.</summary>
    public NotebookFailure? Failure { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took, including the start of the process.</summary>
    public required double Seconds { get; init; }

    /// <summary>The number of code cells, including those that did not run.</summary>
    public int CodeCells { get; init; }

    /// <summary>The code cells that ran.</summary>
    public IReadOnlyList<CellReport> Cells { get; init; } = [];

    /// <summary>The published results that the notebook measured again.</summary>
    public IReadOnlyList<ClaimRecord> Claims { get; init; } = [];

    /// <summary>The exercises that it checked.</summary>
    public IReadOnlyList<CheckRecord> Checks { get; init; } = [];

    /// <summary>The notebook with the outputs of this run; null if it could not be read.</summary>
    [JsonIgnore]
    public NotebookDocument? Executed { get; init; }
}

/// <summary>The outcome of one code cell.</summary>
/// <param name="Number">The number the learner sees beside it: code cells are counted from 1.</param>
/// <param name="Id">The cell's id.</param>
/// <param name="Seconds">How long it ran.</param>
/// <param name="Succeeded">Whether it ran to its end.</param>
public sealed record CellReport(int Number, string? Id, double Seconds, bool Succeeded);
