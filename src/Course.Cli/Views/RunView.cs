namespace Course.Cli.Views;

/// <summary>Chooses how to show a run.</summary>
internal static class RunView
{
    /// <summary>Moving bars on a terminal, plain lines elsewhere.</summary>
    public static IRunView ForThisConsole() =>
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb" ? new RunLines() : new RunBars();
}
