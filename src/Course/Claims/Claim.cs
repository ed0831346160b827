namespace Course;

/// <summary>A published result that a lesson measures again.</summary>
public sealed record Claim
{
    /// <summary>The mime type by which a measured claim travels out of a run.</summary>
    public const string MimeType = Mime.Claim;

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

    /// <summary>Reports one measured value, with a remark.</summary>
    /// <inheritdoc cref="Report(string, double[])"/>
    /// <param name="id">The claim's id.</param>
    /// <param name="measured">What was measured, computed by this very run.</param>
    /// <param name="note">What the reader must know of this measurement, for example why it is a miss.</param>
    public static void Report(string id, double measured, string? note) => Report(id, note, [measured]);

    /// <summary>Reports what this run measured, with a remark.</summary>
    /// <inheritdoc cref="Report(string, double[])"/>
    /// <param name="id">The claim's id.</param>
    /// <param name="note">What the reader must know of this measurement, for example why it is a miss.</param>
    /// <param name="measured">What was measured, computed by this very run.</param>
    public static void Report(string id, string? note, double[] measured) => Display.Show(new ClaimOutcome(Claims.Find(id), measured, note));
}
