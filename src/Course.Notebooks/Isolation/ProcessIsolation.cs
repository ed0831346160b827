using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Course.Notebooks.Isolation;

/// <summary>
/// Keeps a notebook's process and its children together, so that all of it can be killed at once, and limits its memory. On Unix the
/// process leads its own session; on Windows there is only its process tree.
/// </summary>
internal static class ProcessIsolation
{
    /// <summary>
    /// The environment variable in which a worker's parent sets its limits, for example <c>data=12000000000 nproc=200</c>; enforced on
    /// Linux only.
    /// </summary>
    public const string LimitsVariable = "COURSE_WORKER_LIMITS";

    private const int Kill = 9;
    private const int Terminate = 15;
    private const int LastStandardStream = 2;
    private const int SetDescriptorFlags = 2;
    private const int CloseOnExec = 1;

    /// <summary>Linux's numbers for the resources that can be limited: seconds, bytes, processes with their threads, open files.</summary>
    private static readonly Dictionary<string, int> resources = new(StringComparer.Ordinal)
    {
        ["cpu"] = 0,
        ["fsize"] = 1,
        ["data"] = 2,
        ["core"] = 4,
        ["nproc"] = 6,
        ["nofile"] = 7,
        ["as"] = 9,
    };

    /// <summary>Called by the worker for itself, before anything else.</summary>
    public static void Enter()
    {
        if (OperatingSystem.IsWindows())
            return;
        _ = setsid();
        if (!OperatingSystem.IsLinux())
            return;
        SeccompFilter.ForbidIfAsked();
        // The limit on data also covers native memory, which the .NET heap limit ignores. libtorch then throws instead of exhausting the
        // machine.
        foreach (string said in (Environment.GetEnvironmentVariable(LimitsVariable) ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = said.Split('=');
            ulong most = ulong.Parse(pair[1], CultureInfo.InvariantCulture);
            var limit = new ResourceLimit { Soft = most, Hard = most };
            _ = setrlimit(resources[pair[0]], ref limit);
        }
    }

    /// <summary>Called by the worker: programs that a cell starts must not keep the pipes open.</summary>
    public static void KeepFromChildren(SafeHandle pipe)
    {
        if (OperatingSystem.IsWindows())
            _ = SetHandleInformation(pipe.DangerousGetHandle(), 1, 0);
        else if (OperatingSystem.IsLinux()) // Elsewhere fcntl's third argument is not passed as declared here.
            _ = fcntl((int)pipe.DangerousGetHandle(), SetDescriptorFlags, CloseOnExec);
    }

    /// <summary>
    /// Called by the runner before it makes a worker's pipes: no file that is open here, such as one that the shell left open, is open in
    /// the worker. .NET opens its own files in this way, but passes on what it inherited.
    /// </summary>
    public static void KeepOpenFilesFromChildren()
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (string open in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            if (int.Parse(Path.GetFileName(open), CultureInfo.InvariantCulture) is > LastStandardStream and int descriptor)
                _ = fcntl(descriptor, SetDescriptorFlags, CloseOnExec);
        }
    }

    /// <summary>Called by the worker: kills itself and everything it started, at once.</summary>
    public static void EndEverythingInside()
    {
        using Process self = Process.GetCurrentProcess();
        End(self);
    }

    /// <summary>
    /// Called by a kernel that was told to exit and has replied. It kills everything it started, then itself. Exit handlers and destructors
    /// of native libraries do not run, because a cell may still be in the middle of them.
    /// </summary>
    [DoesNotReturn]
    public static void ExitProcess(int exitCode)
    {
        if (OperatingSystem.IsWindows())
            Environment.Exit(exitCode);
        using PosixSignalRegistration ours = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        if (getpgid(0) == Environment.ProcessId)
            _ = kill(0, Terminate);
        _exit(exitCode);
    }

    /// <summary>Called by the runner: kills the worker, if it is still alive, and everything it started.</summary>
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
            // It has exited by itself in the meantime.
        }
    }

#pragma warning disable SYSLIB1054 // These few need no generated marshalling.
    [DllImport("libc")]
    private static extern int setsid();

    [DllImport("libc")]
    private static extern int kill(int process, int signal);

    [DllImport("libc")]
    private static extern int getpgid(int process);

    [DllImport("libc")]
    [DoesNotReturn]
    private static extern void _exit(int status);

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
