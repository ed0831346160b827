using System.Diagnostics;

namespace Course.Grading.Sandboxes;

/// <summary>The place where the processes run that execute submissions.</summary>
internal interface ISandbox : IDisposable
{
    /// <summary>A description in one line for the report.</summary>
    string Description { get; }

    /// <summary>The path of the library that notebooks load, as seen from inside.</summary>
    string Library { get; }

    /// <summary>A program that starts a worker inside; the worker's own arguments are appended.</summary>
    /// <param name="limits">The worker's limits.</param>
    /// <param name="library">The file that it finds at <see cref="Library"/>; null for the course's own.</param>
    ProcessStartInfo Worker(WorkerLimits limits, string? library);
}
