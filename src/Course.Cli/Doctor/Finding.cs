namespace Course.Cli.Doctor;

/// <summary>The result of one check.</summary>
/// <param name="State">Whether it works.</param>
/// <param name="Subject">What was checked.</param>
/// <param name="Text">The observation.</param>
/// <param name="Remedy">What to do; null if nothing needs to be done.</param>
internal sealed record Finding(FindingState State, string Subject, string Text, string? Remedy = null);
