using System.Text.Json.Nodes;

namespace Course.Grading.Reports;

/// <summary>
/// The <c>results.json</c> of an autograder of Gradescope: https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format.
/// Gradescope shows all of it to the student, so the seed of the hidden cases is not in it.
/// </summary>
internal static class GradescopeResult
{
    public static string Of(ClassReport report)
    {
        IReadOnlyList<ResultLine> lines = StudentResult.Of(report).Lines;
        string[] remarks = [.. report.Submissions.SelectMany(mark => mark.Remarks).Select(SafeText.Line)];
        return ReportJson.Text(new JsonObject
        {
            ["execution_time"] = Math.Round(report.Submissions.Sum(mark => mark.Seconds), 2),
            ["output"] = remarks.Length == 0 ? "" : $"Seen while it ran:\n{string.Join('\n', remarks.Select(remark => $"- {remark}"))}",
            ["output_format"] = "text",
            ["test_output_format"] = "text",
            ["test_name_format"] = "text",
            ["stdout_visibility"] = "hidden",
            ["tests"] = new JsonArray([.. lines.Select(line => new JsonObject
            {
                ["name"] = line.Name,
                ["score"] = line.Earned,
                ["max_score"] = line.Points,
                ["status"] = line.Passed ? "passed" : "failed",
                ["output"] = string.Join('\n', line.Feedback),
                ["visibility"] = "visible",
            })]),
        });
    }
}
