using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Lessons;

/// <summary>
/// With which version of the course a copy of a lesson was made: the member <c>course.madeWith</c> of its metadata. A grader of another
/// version compares the exercises.
/// </summary>
/// <param name="Version">The course's version, for example <c>1.0.0</c>.</param>
/// <param name="Commit">The commit; null if unknown.</param>
/// <param name="Digest">What the lesson's cells were, as a hash of their ids and texts.</param>
/// <param name="Exercises">Each exercise with the first line of its answer, for example <c>bool Majority(bool[] votes)</c>.</param>
public sealed partial record LessonStamp(string Version, string? Commit, string Digest, IReadOnlyDictionary<string, string> Exercises)
{
    private const string Member = "madeWith";

    /// <summary>The version of the course that this program belongs to.</summary>
    public static string CurrentVersion { get; } =
        typeof(LessonStamp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The version in words.</summary>
    public string Name => Commit is null ? Version : $"{Version} ({Commit})";

    /// <summary>The stamp for copies of one of the course's own lessons.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="commit">The checkout's commit; null if unknown.</param>
    /// <returns>The stamp.</returns>
    public static LessonStamp For(NotebookDocument lesson, string? commit)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        return new LessonStamp(CurrentVersion, commit, DigestOf(lesson), ExercisesOf(lesson));
    }

    /// <summary>Reads the stamp of a copy.</summary>
    /// <param name="copy">A notebook that anyone may have edited.</param>
    /// <returns>The stamp, or null if it has none.</returns>
    public static LessonStamp? Of(NotebookDocument copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        if (copy.Metadata["course"] is not JsonObject course || course[Member] is not JsonObject said || Text(said["version"]) is not { } version)
            return null;
        JsonObject exercises = said["exercises"] as JsonObject ?? [];
        return new LessonStamp(version, Text(said["commit"]), Text(said["digest"]) ?? "",
            exercises.Where(entry => Text(entry.Value) is not null).ToDictionary(entry => entry.Key, entry => Text(entry.Value)!));
    }

    /// <summary>Writes the stamp into a copy's metadata.</summary>
    /// <param name="copy">The copy of a lesson.</param>
    public void WriteTo(NotebookDocument copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        var said = new JsonObject { ["version"] = Version };
        if (Commit is not null)
            said["commit"] = Commit;
        said["digest"] = Digest;
        said["exercises"] = new JsonObject(Exercises.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));
        if (copy.Metadata["course"] is not JsonObject course)
            copy.Metadata["course"] = course = [];
        course[Member] = said;
    }

    private static string DigestOf(NotebookDocument lesson) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\0', lesson.Cells.SelectMany(cell => (string?[])[cell.Id, cell.Source])))))[..16];

    /// <summary>
    /// The exercises of a lesson, each with the first line of its answer, blanks aside: what an answer to it must fit.
    /// </summary>
    private static Dictionary<string, string> ExercisesOf(NotebookDocument lesson)
    {
        var exercises = new Dictionary<string, string>();
        string before = "";
        foreach (CodeCell cell in lesson.Cells.OfType<CodeCell>())
        {
            if (Check().Match(cell.Source) is { Success: true } check)
            {
                string answer = Regex.Escape(check.Groups["answer"].Value.Trim());
                Match declared = Regex.Match(before, $@"^[^\n;={{}}]*\b{answer}\s*\([^)]*\)", RegexOptions.Multiline);
                exercises[check.Groups["id"].Value] = Blanks().Replace(declared.Value, " ").Trim();
            }

            before = cell.Source;
        }

        return exercises;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    [GeneratedRegex("""^\s*Check\("(?<id>[^"]+)",(?<answer>[^;]*)\);\s*$""")]
    private static partial Regex Check();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
