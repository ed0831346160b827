namespace Course.Cli.Commands;

/// <summary>The output files requested from <c>course grade</c>.</summary>
/// <param name="Report">The report as JSON.</param>
/// <param name="Csv">The marks for a spreadsheet.</param>
/// <param name="Html">The folder of feedback pages.</param>
/// <param name="GitHub">Whether to write a summary and annotations for a GitHub Actions job.</param>
internal sealed record GradeOutputs(string? Report, string? Csv, string? Html, bool GitHub)
{
    /// <summary>The files and folders that a grading writes. Left from an earlier one, they are nobody's submission.</summary>
    public IEnumerable<string> Files =>
        ((string?[])[Report, Report is null ? null : Report + ".partial", Csv, Html]).OfType<string>();
}
