namespace Course;

/// <summary>A published result that a lesson measures again.</summary>
public sealed record Claim
{
    /// <summary>The mime type of a measured claim in a run's output.</summary>
    public const string MimeType = Mime.Claim;

    /// <summary>Year, first author and what it is about, for example <c>1989.lecun.test-error</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The lesson that measures it.</summary>
    public int Lesson { get; init; }

    /// <summary>The publication; <see langword="null"/> for a check of the course's own.</summary>
    public Paper? Paper { get; init; }

    /// <summary>The place in the publication: page, section, table or figure.</summary>
    public string Where { get; init; } = "";

    /// <summary>What is claimed, in one sentence.</summary>
    public required string Statement { get; init; }

    /// <summary>The published value, as it would be printed.</summary>
    public required string Published { get; init; }

    /// <summary>The kind of claim. On other data, and in a check of our own, nothing can be <see cref="ClaimVerdict.Same"/>.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>What we must measure to match the paper: a range from its own scatter. <see langword="null"/> if that is unknown.</summary>
    public Acceptance? Same { get; init; }

    /// <summary>
    /// What we must measure to point in the paper's direction; in a check of our own, what must hold. <see langword="null"/> if nothing is
    /// promised.
    /// </summary>
    public Acceptance? SameDirection { get; init; }

    /// <summary>Why nothing is promised, if neither acceptance is declared.</summary>
    public string? ReportedBecause { get; init; }

    /// <summary>The data and the settings of our measurement.</summary>
    public required string Setting { get; init; }

    /// <summary>Number format of the measured values, for example <c>0.0 %</c>.</summary>
    public string Format { get; init; } = "0.###";

    /// <summary>The publication and the place in it, in one line that says how the page was checked.</summary>
    public string Citation => Paper is null
        ? "A check of the course's own; no publication."
        : $"{Paper.Citation}{(Where.Length == 0 ? "" : $"; {Where}")} ({Paper.Checked}).";

    /// <summary>Judges a measurement by the declared acceptances.</summary>
    /// <param name="measured">What was measured; a value that is not finite meets no acceptance.</param>
    /// <returns>The strongest verdict that holds.</returns>
    public ClaimVerdict Judge(IReadOnlyList<double> measured) =>
        CanBeSame && Same?.Holds(measured) == true ? ClaimVerdict.Same
        : SameDirection?.Holds(measured) == true ? ClaimVerdict.SameDirection
        : (CanBeSame && Same is not null) || SameDirection is not null ? ClaimVerdict.Missed
        : ClaimVerdict.Reported;

    /// <summary>Formats measured values as they are printed beside the published one.</summary>
    /// <param name="measured">The values.</param>
    /// <returns>For example <c>5.1 %, 7.0 %</c>.</returns>
    public string Show(IReadOnlyList<double> measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        return string.Join(", ", measured.Select(value => Acceptance.Show(value, Format)));
    }

    /// <summary>A verdict in words.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>For example <c>same direction</c>; for a check of our own, which has no published value, <c>holds</c>.</returns>
    public string InWords(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Same => "same",
        ClaimVerdict.SameDirection => Kind == ClaimKind.OwnCheck ? "holds" : "same direction",
        ClaimVerdict.Missed => "missed",
        _ => "reported",
    };

    /// <summary>A kind of claim in words.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>For example <c>theorem or count</c>.</returns>
    public static string InWords(ClaimKind kind) => kind switch
    {
        ClaimKind.Theorem => "theorem or count",
        ClaimKind.SameData => "the paper's data",
        ClaimKind.OtherData => "other data or machine",
        _ => "our own check",
    };

    /// <summary>The declared acceptances, the stronger first, each in words with its reason; or why there is none.</summary>
    public IEnumerable<string> Declared
    {
        get
        {
            if (Same is { } same) yield return $"same: {InWords(same)}";
            if (SameDirection is { } direction) yield return $"{InWords(ClaimVerdict.SameDirection)}: {InWords(direction)}";
            if (ReportedBecause is { } why) yield return $"reported only: {why}";
        }
    }

    private string InWords(Acceptance acceptance) =>
        acceptance.InWords(Format) + (acceptance.Reason is null ? "" : $" ({acceptance.Reason})");

    private bool CanBeSame => Kind is ClaimKind.Theorem or ClaimKind.SameData;

    /// <summary>
    /// Reports what this run measured. Shows one line, the paper's value beside ours, and emits the same as data. A miss is shown as a
    /// miss.
    /// </summary>
    /// <param name="id">The claim's id.</param>
    /// <param name="measured">What was measured, computed by this very run.</param>
    /// <exception cref="ArgumentException">No claim has that id, or nothing was measured.</exception>
    public static void Report(string id, params double[] measured) => Report(id, note: null, measured);

    /// <summary>Reports one measured value, with a remark.</summary>
    /// <inheritdoc cref="Report(string, double[])"/>
    /// <param name="id">The claim's id.</param>
    /// <param name="measured">What was measured, computed by this very run.</param>
    /// <param name="note">What the reader must know about this measurement, for example why it is a miss.</param>
    public static void Report(string id, double measured, string? note) => Report(id, note, [measured]);

    /// <summary>Reports what this run measured, with a remark.</summary>
    /// <inheritdoc cref="Report(string, double[])"/>
    /// <param name="id">The claim's id.</param>
    /// <param name="note">What the reader must know about this measurement, for example why it is a miss.</param>
    /// <param name="measured">What was measured, computed by this very run.</param>
    public static void Report(string id, string? note, double[] measured) =>
        Display.Show(new ClaimOutcome(Claims.Find(id), measured, note));

    /// <summary>
    /// Reports one value that sums up several runs, such as their mean. The line shows how many there were, and their spread.
    /// </summary>
    /// <param name="id">The claim's id.</param>
    /// <param name="measured">The value that is judged.</param>
    /// <param name="runs">What each run measured, in the same unit.</param>
    /// <param name="note">What the reader must know about this measurement, for example why it is a miss.</param>
    /// <exception cref="ArgumentException">No claim has that id.</exception>
    public static void Report(string id, double measured, IReadOnlyList<double> runs, string? note = null) =>
        Display.Show(new ClaimOutcome(Claims.Find(id), [measured], note, runs));

    /// <summary>The claims of one lesson.</summary>
    /// <param name="lesson">The lesson's number.</param>
    /// <param name="claims">The claims, which need not name the lesson.</param>
    /// <returns>The same claims, each with its lesson.</returns>
    internal static IReadOnlyList<Claim> OfLesson(int lesson, params ReadOnlySpan<Claim> claims)
    {
        var own = new Claim[claims.Length];
        for (int n = 0; n < own.Length; n++) own[n] = claims[n] with { Lesson = lesson };
        return own;
    }
}
