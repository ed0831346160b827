using System.Text.Json.Nodes;

namespace Course.Notebooks.Results;

/// <summary>The outcome of an exercise's visible cases: the content of the mime type <see cref="MimeType"/>.</summary>
public sealed record CheckRecord
{
    /// <summary>The mime type of a check in a notebook's output.</summary>
    public const string MimeType = "application/vnd.course.check.v1+json";

    /// <summary>The exercise's name, for example <c>02.learn</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The exercise's title.</summary>
    public string? Title { get; init; }

    /// <summary>The number of points it is worth.</summary>
    public double? Points { get; init; }

    /// <summary><c>passed</c>, <c>failed</c>, <c>not-attempted</c> or <c>error</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The hint that was shown.</summary>
    public string? Hint { get; init; }

    /// <summary>Reads the content of a mime bundle.</summary>
    /// <param name="content">The JSON of <see cref="MimeType"/>.</param>
    /// <returns>The check, or null if the JSON is not a check.</returns>
    public static CheckRecord? Read(JsonNode? content) => MimeRecord.Read(content, RunJson.Default.CheckRecord);
}
