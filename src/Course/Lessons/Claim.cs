using System.Globalization;
using System.Text.Json;

namespace Course;

/// <summary>A published result that a lesson measures again.</summary>
public sealed record Claim
{
    /// <summary>The mime type by which a measured claim travels out of a run.</summary>
    public const string MimeType = "application/vnd.course.claim.v1+json";

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Year, first author and what it is about, for example <c>1989.lecun.test-error</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The lesson that measures it.</summary>
    public required int Lesson { get; init; }

    /// <summary>The publication, cited in full.</summary>
    public required string Paper { get; init; }

    /// <summary>Where in it: page, section, table or figure; or that it could not be checked.</summary>
    public required string Where { get; init; }

    /// <summary>What is claimed, in one sentence.</summary>
    public required string Statement { get; init; }

    /// <summary>The published value, as it would be printed.</summary>
    public required string Published { get; init; }

    /// <summary>What we must measure for it to hold.</summary>
    public required Acceptance Acceptance { get; init; }

    /// <summary>Why the acceptance is looser than the paper, where it is.</summary>
    public string? AcceptanceReason { get; init; }

    /// <summary>On what data, with what settings we measure.</summary>
    public required string Setting { get; init; }

    /// <summary>Number format of the measured values, for example <c>0.0 %</c>.</summary>
    public string Format { get; init; } = "0.###";

    /// <summary>Reports what this run measured: shows one row, the paper's value against ours, which also travels out of the run as data. A miss is shown as a miss.</summary>
    /// <param name="id">The claim's id.</param>
    /// <param name="measured">What was measured, computed by this very run.</param>
    /// <exception cref="ArgumentException">No claim has that id, or nothing was measured.</exception>
    public static void Report(string id, params double[] measured) => Report(id, note: null, measured);

    /// <summary>Reports what this run measured, with a remark.</summary>
    /// <inheritdoc cref="Report(string, double[])"/>
    /// <param name="id">The claim's id.</param>
    /// <param name="note">What the reader must know of this measurement, for example why it is a miss.</param>
    /// <param name="measured">What was measured, computed by this very run.</param>
    public static void Report(string id, string? note, double[] measured)
    {
        Claim claim = Claims.Find(id);
        if (measured is null or { Length: 0 }) throw new ArgumentException($"Claim.Report(\"{id}\", ...) needs the value that was measured.");
        Display.Show(claim.Measured(measured, note));
    }

    /// <summary>The row that shows the claim beside what was measured.</summary>
    internal Face Measured(double[] measured, string? note)
    {
        bool? holds = Acceptance.Holds(measured);
        string ours = string.Join(", ", measured.Select(value => value.ToString(Format, CultureInfo.InvariantCulture)));
        string acceptance = Acceptance.InWords(Format);
        return new Face(
            ClaimFace.Html(this, ours, acceptance, holds, note),
            ClaimFace.Text(this, ours, acceptance, holds, note),
            MimeType,
            JsonSerializer.Serialize(
                new
                {
                    Id,
                    Lesson,
                    Paper,
                    Where,
                    Statement,
                    Published,
                    Acceptance = acceptance,
                    AcceptanceReason,
                    Setting,
                    Measured = measured,
                    MeasuredText = ours,
                    Holds = holds,
                    Note = note,
                },
                JsonOptions));
    }
}
