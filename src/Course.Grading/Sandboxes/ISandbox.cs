using System.Diagnostics;

namespace Course.Grading.Sandboxes;

/// <summary>Where the processes run that execute submissions.</summary>
internal interface ISandbox : IDisposable
{
    /// <summary>What it is, in one line for the report.</summary>
    string Description { get; }

    /// <summary>The library that notebooks load, as the process inside sees it.</summary>
    string Library { get; }

    /// <summary>A program that starts a worker inside; the worker's own arguments are added behind.</summary>
    ProcessStartInfo Worker(WorkerLimits limits);
}
