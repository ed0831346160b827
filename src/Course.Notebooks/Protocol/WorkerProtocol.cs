namespace Course.Notebooks.Protocol;

/// <summary>How the runner starts a worker, and the constants that they share.</summary>
internal static class WorkerProtocol
{
    /// <summary>The first argument that turns this program into a worker.</summary>
    internal const string CommandName = "worker";

    /// <summary>The version of <see cref="WorkerCommand"/> and <see cref="WorkerEvent"/>.</summary>
    internal const int Version = 4;
}

/// <summary>The task of a worker.</summary>
internal enum WorkerMode
{
    /// <summary>Runs cells and reports their outputs.</summary>
    Run,

    /// <summary>Runs cells, keeps the values of check cells as answers, and calls those.</summary>
    Grade,

    /// <summary>Analyses what cells use; runs none.</summary>
    Analyze,
}
