namespace Course.Cli;

/// <summary>The command's exit codes.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A cell or a check failed.</summary>
    public const int Failed = 1;

    /// <summary>The command was used incorrectly.</summary>
    public const int Usage = 2;

    /// <summary>The user interrupted it.</summary>
    public const int Interrupted = 130;
}
