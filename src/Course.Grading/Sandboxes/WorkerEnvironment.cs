using System.Globalization;
using Course.Notebooks.Isolation;
using Course.Notebooks.Worker;

namespace Course.Grading.Sandboxes;

/// <summary>The whole environment of a worker; it inherits nothing of the grader's own.</summary>
internal static class WorkerEnvironment
{
    public static Dictionary<string, string> Of(WorkerFiles worker, WorkerLimits limits, string temporary)
    {
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = temporary,
            ["TMPDIR"] = temporary,
            ["LANG"] = "C.UTF-8",
            // Limits torch to one thread without loading it, which takes a quarter of a second.
            ["OMP_NUM_THREADS"] = "1",
            ["DOTNET_GCHeapHardLimit"] = limits.HeapBytes.ToString("x", CultureInfo.InvariantCulture),
            // By default, the collector reserves five times as much address space as it may use.
            ["DOTNET_GCRegionRange"] = (2 * limits.HeapBytes).ToString("x", CultureInfo.InvariantCulture),
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_DbgEnableMiniDump"] = "0",
            // This feature maps memory through files of gigabytes, which the limit on file size forbids.
            ["DOTNET_EnableWriteXorExecute"] = "0",
            ["DOTNET_TieredPGO"] = "0",
            [ProcessIsolation.LimitsVariable] = string.Create(
                CultureInfo.InvariantCulture,
                $"data={limits.DataBytes} as={limits.AddressBytes} fsize={limits.FileBytes} nofile={limits.OpenFiles} cpu={limits.ProcessorSeconds} core=0{(limits.Threads is { } threads ? $" nproc={threads}" : "")}"),
            [SeccompFilter.Variable] = "1",
        };
        if (worker.HasProfile)
            environment[JitProfile.PlayOnlyVariable] = "1";
        return environment;
    }
}
