namespace Course.Cli.Doctor;

/// <summary>Whether something works.</summary>
internal enum FindingState
{
    Works,

    /// <summary>Not a failure, but worth knowing.</summary>
    Note,

    Fails,
}
