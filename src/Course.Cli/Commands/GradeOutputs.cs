namespace Course.Cli.Commands;

/// <summary>The output files requested from <c>course grade</c>.</summary>
internal sealed record GradeOutputs
{
    /// <summary>The report as JSON.</summary>
    public string? Report { get; init; }

    /// <summary>The marks for a spreadsheet.</summary>
    public string? Csv { get; init; }

    /// <summary>The folder of feedback pages.</summary>
    public string? Html { get; init; }

    /// <summary>The result of one student for Classroom 50.</summary>
    public string? Classroom50 { get; init; }

    /// <summary>The result of one student for Gradescope.</summary>
    public string? Gradescope { get; init; }

    /// <summary>The grades for Moodle.</summary>
    public string? Moodle { get; init; }

    /// <summary>The grades as nbgrader exports them.</summary>
    public string? Nbgrader { get; init; }

    /// <summary>Whether to write a summary and annotations for a GitHub Actions job.</summary>
    public bool GitHub { get; init; }

    /// <summary>Whether all that is graded is one student's, because a form that was asked for is.</summary>
    public bool IsOfOneStudent => (Classroom50 ?? Gradescope) is not null;

    /// <summary>The files and folders that a grading writes. Left from an earlier one, they are nobody's submission.</summary>
    public IEnumerable<string> Files =>
        ((string?[])[Report, Report is null ? null : Report + ".partial", Csv, Html, Moodle, Nbgrader]).OfType<string>();
}
