using System.Text.Json.Nodes;

namespace Course.Notebooks.Results;

/// <summary>
/// What a notebook measured of one published result. What the result is, and what was to be measured, stands in the library under the same
/// id.
/// </summary>
public sealed record ClaimRecord
{
    /// <summary>The mime type by which a claim travels out of a notebook.</summary>
    public const string MimeType = "application/vnd.course.claim.v2+json";

    /// <summary>
    /// The mime type of earlier libraries, which told the claim's definition besides and <c>holds</c> in place of a verdict.
    /// </summary>
    public const string EarlierMimeType = "application/vnd.course.claim.v1+json";

    /// <summary>The claim's name, for example <c>1989.lecun.test-error</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The measured values.</summary>
    public IReadOnlyList<double> Measured { get; init; } = [];

    /// <summary>The verdict in words at the time of the run; null from an earlier library. A ledger judges the values again.</summary>
    public string? Verdict { get; init; }

    /// <summary>What there is to say about the measurement.</summary>
    public string? Note { get; init; }

    /// <summary>Reads the content of a mime bundle.</summary>
    /// <param name="content">The JSON of <see cref="MimeType"/> or <see cref="EarlierMimeType"/>.</param>
    /// <returns>The claim, or null where the JSON is no claim.</returns>
    public static ClaimRecord? Read(JsonNode? content) => MimeRecord.Read(content, RunJson.Default.ClaimRecord);
}
