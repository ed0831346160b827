using System.Text.Json.Nodes;

namespace Course.Notebooks.Results;

/// <summary>
/// A notebook's measurement of one published result. The library defines the result, and what was to be measured, under the same id.
/// </summary>
public sealed record ClaimRecord
{
    /// <summary>The mime type of a claim in a notebook's output.</summary>
    public const string MimeType = "application/vnd.course.claim.v2+json";

    /// <summary>
    /// The mime type of earlier libraries, which also included the claim's definition, and <c>holds</c> instead of a verdict.
    /// </summary>
    public const string EarlierMimeType = "application/vnd.course.claim.v1+json";

    /// <summary>The claim's name, for example <c>1989.lecun.test-error</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The measured values.</summary>
    public IReadOnlyList<double> Measured { get; init; } = [];

    /// <summary>The verdict in words at the time of the run; null from an earlier library. A ledger judges the values anew.</summary>
    public string? Verdict { get; init; }

    /// <summary>A remark about the measurement.</summary>
    public string? Note { get; init; }

    /// <summary>Reads the content of a mime bundle.</summary>
    /// <param name="content">The JSON of <see cref="MimeType"/> or <see cref="EarlierMimeType"/>.</param>
    /// <returns>The claim, or null if the JSON is not a claim.</returns>
    public static ClaimRecord? Read(JsonNode? content) => MimeRecord.Read(content, RunJson.Default.ClaimRecord);
}
