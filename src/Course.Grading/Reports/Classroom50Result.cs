using System.Globalization;
using System.Text.Json.Nodes;

namespace Course.Grading.Reports;

/// <summary>
/// The <c>result.json</c> of an autograder of Classroom 50, which took the place of GitHub Classroom, version 1 of the form:
/// https://github.com/foundation50/classroom50/wiki/Advanced-Autograding#the-resultjson-contract. The runner gives the autograder its
/// identity in environment variables. It writes the owner, the type and the times itself, whatever stands there.
/// </summary>
public sealed class Classroom50Result
{
    private const string Schema = "classroom50/result/v1";
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private readonly Dictionary<string, string> identity;

    private Classroom50Result(Dictionary<string, string> identity) => this.identity = identity;

    /// <summary>Reads of which submission the runner asks for a result.</summary>
    /// <param name="variable">The value of an environment variable.</param>
    /// <exception cref="GradingException">A variable is missing: the runner of Classroom 50 has not started this.</exception>
    public static Classroom50Result OfRunner(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        string commit = Needed("COMMIT_URL");
        return new Classroom50Result(new Dictionary<string, string>
        {
            ["schema"] = Schema,
            ["classroom"] = Needed("CLASSROOM"),
            ["assignment"] = Needed("ASSIGNMENT"),
            ["assignment_type"] = Given("ASSIGNMENT_TYPE") ?? "individual",
            ["owner"] = Given("OWNER") ?? Needed("USERNAME"),
            ["submission"] = Needed("SUBMISSION_TAG"),
            ["commit"] = commit,
            ["release"] = Needed("RELEASE_URL"),
            ["review"] = Given("REVIEW_URL") ?? commit,
        });

        string? Given(string name) => variable(name) is { Length: > 0 } value ? value : null;

        string Needed(string name) => Given(name)
            ?? throw new GradingException(
                $"The variable {name} is not set: --classroom50 is for the runner of Classroom 50, which sets it.");
    }

    /// <summary>The file.</summary>
    /// <param name="report">The report on one student's notebooks.</param>
    public string Of(ClassReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        IReadOnlyList<ResultLine> lines = StudentResult.Of(report).Lines;
        var result = new JsonObject();
        foreach ((string name, string value) in identity)
            result[name] = value;
        string date = report.Date.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture);
        result["datetime"] = date;
        result["graded_at"] = date;
        // An exercise's points are whole, and given all or not at all.
        result["score"] = (int)lines.Sum(line => line.Earned);
        result["max-score"] = (int)lines.Sum(line => line.Points);
        result["tests"] = new JsonArray([.. lines.Select(line => new JsonObject
        {
            ["test-name"] = line.Name,
            ["passed"] = line.Passed,
            ["score"] = (int)line.Earned,
            ["max-score"] = (int)line.Points,
            ["message"] = string.Join('\n', line.Feedback),
        })]);
        return ReportJson.Text(result);
    }
}
