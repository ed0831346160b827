namespace Course.Notebooks.Protocol;

/// <summary>How the runner starts a worker, and which words they share.</summary>
internal static class WorkerProtocol
{
    /// <summary>The first argument by which this program becomes a worker.</summary>
    internal const string CommandName = "worker";

    /// <summary>The variable in which the runner names the culture to begin in.</summary>
    internal const string CultureVariable = "COURSE_CULTURE";

    /// <summary>The version of what <see cref="WorkerCommand"/> and <see cref="WorkerEvent"/> say.</summary>
    internal const int Version = 3;
}

/// <summary>What a worker is there for.</summary>
internal enum WorkerMode
{
    /// <summary>Runs cells and tells what they show.</summary>
    Run,

    /// <summary>Runs cells, collects the answers they hand in, and calls those.</summary>
    Grade,

    /// <summary>Reads cells and says what they use; runs none.</summary>
    Analyze,
}
