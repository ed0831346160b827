using System.Globalization;
using Course.Notebooks.Results;

namespace Course.Cli.Views;

/// <summary>One line about a notebook that has ended.</summary>
internal static class Verdict
{
    public static string Of(NotebookReport report)
    {
        string ran = report.Succeeded
            ? $"{report.CodeCells} {(report.CodeCells == 1 ? "cell" : "cells")}"
            : $"FAILED after {report.Cells.Count(cell => cell.Succeeded)} of {report.CodeCells} cells";
        IEnumerable<string> parts =
        [
            string.Create(CultureInfo.InvariantCulture, $"{report.Name}: {ran} in {report.Seconds:0.0} s"),
            .. Counted(report.Claims.Count(claim => claim.Verdict == "same"), "result the same", "results the same"),
            .. Counted(report.Claims.Count(claim => claim.Verdict == "same direction"), "result in the same direction",
                "results in the same direction"),
            .. Counted(report.Claims.Count(claim => claim.Verdict == "holds"), "check of our own holds", "checks of our own hold"),
            .. Counted(report.Claims.Count(claim => claim.Verdict == "missed"), "result MISSED", "results MISSED"),
            .. Counted(report.Claims.Count(claim => claim.Verdict is null or "reported"), "result reported", "results reported"),
            .. Counted(report.Checks.Count(check => check.Status == "passed"), "exercise passed", "exercises passed"),
            .. Counted(report.Checks.Count(check => check.Status is "failed" or "error"), "exercise failed", "exercises failed"),
            .. Counted(report.Checks.Count(check => check.Status == "not-attempted"), "exercise open", "exercises open"),
        ];
        return string.Join("; ", parts);
    }

    private static string[] Counted(int count, string one, string many) => count switch
    {
        0 => [],
        1 => [$"1 {one}"],
        _ => [string.Create(CultureInfo.InvariantCulture, $"{count} {many}")],
    };
}
