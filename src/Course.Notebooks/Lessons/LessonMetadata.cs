using System.Text.Json.Nodes;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Lessons;

/// <summary>A lesson's description in its own notebook: the member <c>course</c> of the metadata.</summary>
/// <param name="Number">Its place in the course.</param>
/// <param name="Year">The year of its milestone.</param>
/// <param name="Title">Its title.</param>
/// <param name="TorchThreads">The number of torch threads that it uses; 0 if it leaves the choice to torch or uses none.</param>
/// <param name="BudgetSeconds">How long it may take on two cores.</param>
public sealed record LessonMetadata(int Number, int Year, string Title, int TorchThreads, double BudgetSeconds)
{
    /// <summary>Reads a notebook's metadata.</summary>
    /// <param name="document">The notebook.</param>
    /// <returns>The lesson's description, or null if the notebook is not marked as a lesson.</returns>
    public static LessonMetadata? Of(NotebookDocument document)
    {
        if (document.Metadata["course"] is not JsonObject said)
            return null;
        return Read<int>(said["number"]) is { } number && Read<int>(said["year"]) is { } year && said["title"] is JsonValue title
            && title.TryGetValue(out string? text)
            ? new LessonMetadata(number, year, text, Read<int>(said["torchThreads"]) ?? 0, Read<double>(said["budgetSeconds"]) ?? 60)
            : null;
    }

    private static T? Read<T>(JsonNode? node)
        where T : struct => node is JsonValue value && value.TryGetValue(out T number) ? number : null;
}
