using System.Runtime.InteropServices;

namespace Course.Notebooks.Isolation;

/// <summary>
/// Forbids the system calls that a notebook's cells do not need, before any of their code runs: starting programs, sockets, memory outside
/// the limits, locks on files, other processes, mounts, rarely used kernel interfaces. The filter is permanent and covers every thread. It
/// works on Linux x64; elsewhere the surrounding sandbox has to do this.
/// </summary>
internal static class SeccompFilter
{
    /// <summary>Set to 1 in a worker's environment, this variable enables the filter.</summary>
    public const string Variable = "COURSE_WORKER_SYSTEM_CALLS";

    private const uint Allow = 0x7fff0000;
    private const uint Refuse = 0x00050000 | 1; // EPERM
    private const uint Unknown = 0x00050000 | 38; // ENOSYS: the C library then takes the older call.
    private const uint X64 = 0xc000003e;
    private const uint ThreadFlag = 0x00010000;
    private const uint Clone = 56;
    private const uint Clone3 = 435;
    private const uint Fcntl = 72;
    private const uint Prctl = 157;

    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort JumpIfSet = 0x45;
    private const ushort Return = 0x06;

    private static readonly uint[] refused =
    [
        29, 30, 31, // shmget, shmat, shmctl
        41, // socket
        57, 58, 59, 322, // fork, vfork, execve, execveat
        64, 68, 240, // semget, msgget, mq_open
        73, // flock: it would lock the library's files for other workers too. .NET opens files without, where it is refused.
        101, 310, 311, 312, 438, // ptrace, process_vm_readv, process_vm_writev, kcmp, pidfd_getfd
        135, 155, 161, 165, 166, 272, 308, // personality, pivot_root, chroot, mount, umount2, unshare, setns
        169, 175, 176, 246, 313, 320, // reboot, init_module, delete_module, kexec_load, finit_module, kexec_file_load
        248, 249, 250, // add_key, request_key, keyctl
        253, 254, 294, 300, // inotify_init, inotify_add_watch, inotify_init1, fanotify_init: watches take memory of the kernel
        298, 321, 323, // perf_event_open, bpf, userfaultfd
        319, 447, // memfd_create, memfd_secret: memory that no limit counts
        425, 426, 427, // io_uring
        428, 429, 430, 431, 432, 433, 442, // open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr
    ];

    // Locks cross the sandbox, as flock's do: F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW, F_SETLEASE, F_NOTIFY.
    private static readonly uint[] refusedOfFcntl = [6, 7, 37, 38, 1024, 1026];

    // PR_SET_PDEATHSIG: a worker could ask to outlive its grader.
    private static readonly uint[] refusedOfPrctl = [1];

    /// <summary>Called by the worker for itself.</summary>
    /// <exception cref="InvalidOperationException">The system does not allow it; then nothing may run here.</exception>
    public static void ForbidIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1" || !OperatingSystem.IsLinux()
            || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            return;
        Instruction[] filter = Filter();
        GCHandle pinned = GCHandle.Alloc(filter, GCHandleType.Pinned);
        try
        {
            var program = new FilterProgram { Length = (ushort)filter.Length, Filter = pinned.AddrOfPinnedObject() };
            const int NoNewPrivileges = 38;
            const long Seccomp = 317;
            const long SetFilter = 1;
            const long AllThreads = 1;
            if (prctl(NoNewPrivileges, 1, 0, 0, 0) != 0 || syscall(Seccomp, SetFilter, AllThreads, ref program) != 0)
                throw new InvalidOperationException("The system calls of this process cannot be limited (seccomp).");
        }
        finally
        {
            pinned.Free();
        }
    }

    private static Instruction[] Filter()
    {
        const uint number = 0;
        const uint architecture = 4;
        const uint firstArgument = 16;
        const uint secondArgument = 24;
        List<Instruction> filter =
        [
            new(Load, 0, 0, architecture),
            new(JumpIfEqual, 1, 0, X64),
            new(Return, 0, 0, Refuse),
            new(Load, 0, 0, number),
            // The numbers of the x32 variant start here.
            new(JumpIfAtLeast, 0, 1, 0x40000000),
            new(Return, 0, 0, Refuse),
            new(JumpIfEqual, 0, 1, Clone3),
            new(Return, 0, 0, Unknown),
        ];
        foreach (uint call in refused)
        {
            filter.Add(new(JumpIfEqual, 0, 1, call));
            filter.Add(new(Return, 0, 0, Refuse));
        }

        filter.AddRange(RefuseSome(Fcntl, secondArgument, refusedOfFcntl));
        filter.AddRange(RefuseSome(Prctl, firstArgument, refusedOfPrctl));
        filter.AddRange(
        [
            new(JumpIfEqual, 1, 0, Clone),
            new(Return, 0, 0, Allow),
            new(Load, 0, 0, firstArgument),
            new(JumpIfSet, 0, 1, ThreadFlag),
            new(Return, 0, 0, Allow),
            new(Return, 0, 0, Refuse),
        ]);
        return [.. filter];
    }

    /// <summary>Refuses a call when one of its arguments has one of some values; the call's number stays loaded for what follows.</summary>
    private static Instruction[] RefuseSome(uint call, uint argument, uint[] values) =>
    [
        new(JumpIfEqual, 0, (byte)((2 * values.Length) + 2), call),
        new(Load, 0, 0, argument),
        .. values.SelectMany(value => (Instruction[])[new(JumpIfEqual, 0, 1, value), new(Return, 0, 0, Refuse)]),
        new(Return, 0, 0, Allow),
    ];

    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    private struct FilterProgram
    {
        public ushort Length;
        public nint Filter;
    }

#pragma warning disable SYSLIB1054 // These few need no generated marshalling.
    [DllImport("libc")]
    private static extern int prctl(int option, ulong a, ulong b, ulong c, ulong d);

    [DllImport("libc")]
    private static extern long syscall(long number, long operation, long flags, ref FilterProgram program);
#pragma warning restore SYSLIB1054
}
