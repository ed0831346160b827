using System.Text.Json.Nodes;

namespace Course.Notebooks.Html;

/// <summary>What the notebook's <c>course</c> metadata say about the lesson.</summary>
/// <param name="Number">The lesson's number, where given.</param>
/// <param name="Year">The year of its milestone, where given.</param>
/// <param name="Title">Its title, where given.</param>
internal sealed record CourseHeading(int? Number, int? Year, string? Title)
{
    /// <summary>Reads the metadata; what is missing or of another type is left out.</summary>
    internal static CourseHeading Read(JsonObject metadata)
    {
        var course = metadata["course"] as JsonObject;
        return new CourseHeading(Value<int>("number"), Value<int>("year"), (course?["title"] as JsonValue)?.TryGetValue(out string? title) == true ? title : null);

        T? Value<T>(string name) where T : struct => course?[name] is JsonValue value && value.TryGetValue(out T number) ? number : null;
    }
}
