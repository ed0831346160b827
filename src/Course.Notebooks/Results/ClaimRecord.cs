using System.Text.Json.Nodes;

namespace Course.Notebooks.Results;

/// <summary>One published result and what a notebook measured: the content of the mime type <see cref="MimeType"/>.</summary>
public sealed record ClaimRecord
{
    /// <summary>The mime type by which a claim travels out of a notebook.</summary>
    public const string MimeType = "application/vnd.course.claim.v1+json";

    /// <summary>The claim's name, for example <c>1989.lecun.test-error</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The lesson's number.</summary>
    public int? Lesson { get; init; }

    /// <summary>The paper, cited in full.</summary>
    public string? Paper { get; init; }

    /// <summary>Where in the paper the result stands.</summary>
    public string? Where { get; init; }

    /// <summary>What the paper says.</summary>
    public string? Statement { get; init; }

    /// <summary>The paper's value.</summary>
    public string? Published { get; init; }

    /// <summary>What was to be measured for the claim to hold, stated before it was run.</summary>
    public string? Acceptance { get; init; }

    /// <summary>Why that is looser than the paper, where it is.</summary>
    public string? AcceptanceReason { get; init; }

    /// <summary>On what it was measured.</summary>
    public string? Setting { get; init; }

    /// <summary>The measured values.</summary>
    public IReadOnlyList<double> Measured { get; init; } = [];

    /// <summary>The measured values as text.</summary>
    public string? MeasuredText { get; init; }

    /// <summary>Whether the claim holds here; null where it is only reported.</summary>
    public bool? Holds { get; init; }

    /// <summary>What there is to say about the measurement.</summary>
    public string? Note { get; init; }

    /// <summary>Reads the content of a mime bundle.</summary>
    /// <param name="content">The JSON of <see cref="MimeType"/>.</param>
    /// <returns>The claim, or null where the JSON is no claim.</returns>
    public static ClaimRecord? Read(JsonNode? content) => MimeRecord.Read(content, RunJson.Default.ClaimRecord);
}
