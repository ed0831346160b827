using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Course.Notebooks.Isolation;

/// <summary>
/// Keeps a notebook's process and what it starts together, so that all of it can be ended at once, and bounds its memory. On Unix the
/// process leads a session of its own; on Windows its tree of children is all there is.
/// </summary>
internal static class ProcessIsolation
{
    /// <summary>
    /// The variable in which whoever starts a worker names its limits, as <c>data=12000000000 nproc=200</c>; bound on Linux only.
    /// </summary>
    public const string LimitsVariable = "COURSE_WORKER_LIMITS";

    private const int Kill = 9;
    private const int Terminate = 15;
    private const int SetDescriptorFlags = 2;
    private const int CloseOnExec = 1;

    /// <summary>Linux's numbers of what can be limited: seconds, bytes, processes with their threads, open files.</summary>
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

    /// <summary>Called by the worker about itself, first of all.</summary>
    public static void Enter()
    {
        if (OperatingSystem.IsWindows())
            return;
        _ = setsid();
        if (!OperatingSystem.IsLinux())
            return;
        SeccompFilter.ForbidIfAsked();
        // The limit on data bounds native memory too, which the limit of the .NET heap does not know: libtorch then throws where the
        // machine would have died.
        foreach (string said in (Environment.GetEnvironmentVariable(LimitsVariable) ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = said.Split('=');
            ulong most = ulong.Parse(pair[1], CultureInfo.InvariantCulture);
            var limit = new ResourceLimit { Soft = most, Hard = most };
            _ = setrlimit(resources[pair[0]], ref limit);
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

    /// <summary>
    /// Called by a kernel that was told to end and has said goodbye: ends what it started, then itself. Handlers of the process's end and
    /// destructors of native libraries do not run: a cell may still be in the middle of them.
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
