namespace Course.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A cell failed, or a check did.</summary>
    public const int Failed = 1;

    /// <summary>The command was called wrongly.</summary>
    public const int Usage = 2;

    /// <summary>The user interrupted it.</summary>
    public const int Interrupted = 130;
}
