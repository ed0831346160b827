namespace Course.Cli.Commands;

/// <summary>The files that <c>course grade</c> was asked to write.</summary>
/// <param name="Report">The report as JSON.</param>
/// <param name="Csv">The marks for a spreadsheet.</param>
/// <param name="Html">The folder of feedback pages.</param>
/// <param name="GitHub">Whether a job of GitHub Actions wants a summary and annotations.</param>
internal sealed record GradeOutputs(string? Report, string? Csv, string? Html, bool GitHub);
