namespace Course.Cli.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="State">Whether it works.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Text">What was seen.</param>
/// <param name="Remedy">What to do; null where there is nothing to do.</param>
internal sealed record Finding(FindingState State, string Subject, string Text, string? Remedy = null);
