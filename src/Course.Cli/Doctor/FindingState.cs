namespace Course.Cli.Doctor;

/// <summary>Whether something works.</summary>
internal enum FindingState
{
    Works,

    /// <summary>It is no failure, but worth knowing.</summary>
    Note,

    Fails,
}
