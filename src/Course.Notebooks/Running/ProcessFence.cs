using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Course.Notebooks.Running;

/// <summary>
/// Keeps a notebook's process and what it starts together, so that all of it can be ended at once, and bounds its memory. On Unix the
/// process leads a session of its own; on Windows its tree of children is all there is.
/// </summary>
internal static class ProcessFence
{
    /// <summary>The variable in which the runner tells the worker how many bytes of memory it may have.</summary>
    public const string DataLimitVariable = "COURSE_WORKER_MEMORY";

    private const int Kill = 9;
    private const int SetDescriptorFlags = 2;
    private const int CloseOnExec = 1;
    private const int DataResource = 2;

    /// <summary>Called by the worker about itself, first of all.</summary>
    public static void Raise()
    {
        if (OperatingSystem.IsWindows())
            return;
        _ = setsid();
        if (OperatingSystem.IsLinux() && ulong.TryParse(Environment.GetEnvironmentVariable(DataLimitVariable), out ulong bytes))
        {
            // Bounds native memory too, which the limit of the .NET heap does not know: libtorch then throws where the machine would have died.
            var limit = new ResourceLimit { Soft = bytes, Hard = bytes };
            _ = setrlimit(DataResource, ref limit);
        }
    }

    /// <summary>Called by the worker: programs that a cell starts shall not hold the pipes open.</summary>
    public static void KeepFromChildren(SafeHandle pipe)
    {
        if (OperatingSystem.IsWindows())
            _ = SetHandleInformation(pipe.DangerousGetHandle(), 1, 0);
        else if (OperatingSystem.IsLinux()) // Elsewhere fcntl's third argument is not passed as declared here.
            _ = fcntl((int)pipe.DangerousGetHandle(), SetDescriptorFlags, CloseOnExec);
    }

    /// <summary>Called by the worker: ends itself and all it started, at once.</summary>
    public static void EndEverythingInside()
    {
        using Process self = Process.GetCurrentProcess();
        End(self);
    }

    /// <summary>Called by the runner: ends the worker, if it still lives, and all it started.</summary>
    public static void End(Process worker)
    {
        if (!OperatingSystem.IsWindows())
            _ = kill(-worker.Id, Kill);
        try
        {
            if (worker.Id == Environment.ProcessId)
                worker.Kill();
            else
                worker.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended by itself meanwhile.
        }
    }

#pragma warning disable SYSLIB1054 // These few need no generated marshalling.
    [DllImport("libc")]
    private static extern int setsid();

    [DllImport("libc")]
    private static extern int kill(int process, int signal);

    [DllImport("libc")]
    private static extern int setrlimit(int resource, ref ResourceLimit limit);

    [DllImport("libc")]
    private static extern int fcntl(int descriptor, int command, int argument);

    [DllImport("kernel32.dll")]
    private static extern int SetHandleInformation(nint handle, uint mask, uint flags);
#pragma warning restore SYSLIB1054

    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
