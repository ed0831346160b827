using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Notebooks.Results;

/// <summary>
/// How far a learner is in one notebook, by the outputs of its checks that were saved in it. Nothing runs, nothing else is read.
/// </summary>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Number">The lesson's number; null if unknown.</param>
/// <param name="Title">The lesson's title; null if unknown.</param>
/// <param name="Exercises">The exercises, in order.</param>
public sealed partial record LessonProgress(string Name, int? Number, string? Title, IReadOnlyList<ExerciseProgress> Exercises)
{
    /// <summary>Reads a notebook.</summary>
    /// <param name="path">The file.</param>
    /// <returns>How far it is.</returns>
    /// <exception cref="NotebookFormatException">It is not a notebook.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static LessonProgress Of(string path)
    {
        NotebookDocument document = NotebookDocument.Load(path);
        LessonMetadata? lesson = LessonMetadata.Of(document);
        return new LessonProgress(Path.GetFileNameWithoutExtension(path), lesson?.Number ?? new LessonFile(path).Number,
            lesson is null ? null : OneLine.Of(lesson.Title),
            [.. document.Cells.OfType<CodeCell>().Select(Exercise).OfType<ExerciseProgress>()]);
    }

    private static ExerciseProgress? Exercise(CodeCell cell)
    {
        if (Check().Match(cell.Source) is not { Success: true } check)
            return null;
        string id = OneLine.Of(check.Groups["id"].Value);
        double points = cell.Metadata["nbgrader"] is JsonObject marks && marks["points"] is JsonValue worth
            && double.TryParse(worth.ToJsonString(), CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number : 0;
        CheckRecord? last = cell.Outputs.Select(RecordOf).OfType<CheckRecord>().LastOrDefault(record => record.Id == id);
        return new ExerciseProgress(id, points, last?.Status switch
        {
            null => ExerciseState.NotRun,
            "passed" => ExerciseState.Passed,
            "failed" => ExerciseState.Failed,
            "error" => ExerciseState.Failed,
            _ => ExerciseState.NotAttempted,
        });
    }

    private static CheckRecord? RecordOf(CellOutput output)
    {
        MimeBundle? data = output switch { DisplayOutput shown => shown.Data, ResultOutput result => result.Data, _ => null };
        if (data?.Contains(CheckRecord.MimeType) != true)
            return null;
        JsonNode? content = data[CheckRecord.MimeType];
        try
        {
            // .NET Interactive sends JSON as text.
            return CheckRecord.Read(content is JsonValue text && text.TryGetValue(out string? json) ? JsonNode.Parse(json) : content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*Check\("(?<id>[^"]+)",""")]
    private static partial Regex Check();
}

/// <summary>How far a learner is in one exercise.</summary>
/// <param name="Id">The exercise, for example <c>02.learn</c>.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="State">What its check said last.</param>
public sealed record ExerciseProgress(string Id, double Points, ExerciseState State);

/// <summary>What a check said last.</summary>
public enum ExerciseState
{
    /// <summary>The notebook has no output of the check.</summary>
    NotRun,

    /// <summary>The answer was still the one that the notebook came with.</summary>
    NotAttempted,

    /// <summary>The answer was wrong in a visible case, or failed.</summary>
    Failed,

    /// <summary>The answer was right in every visible case.</summary>
    Passed,
}
