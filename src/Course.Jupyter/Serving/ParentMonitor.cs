using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Course.Jupyter.Serving;

/// <summary>
/// Notices when the program that started the kernel has ended. Jupyter names itself in JPY_PARENT_PID (on Windows, a handle that the kernel
/// inherits), VS Code in VSCODE_PID. A kernel that was started to keep running, or by hand, has neither.
/// </summary>
internal static class ParentMonitor
{
    private static readonly TimeSpan interval = TimeSpan.FromSeconds(1);

    /// <summary>Starts watching, if there is a parent to watch.</summary>
    /// <param name="ended">Called when the parent has ended.</param>
    public static void Start(Action ended)
    {
        string? jupyter = Environment.GetEnvironmentVariable("JPY_PARENT_PID");
        if (string.IsNullOrEmpty(jupyter) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("VSCODE_PID")))
            return;
        Action? wait = !OperatingSystem.IsWindows() ? AwaitAnotherParent
            : nint.TryParse(jupyter, CultureInfo.InvariantCulture, out nint handle) && handle != 0 ? () => AwaitHandle(handle)
            : null;
        if (wait is null)
            return;
        new Thread(() =>
        {
            wait();
            ended();
        })
        { IsBackground = true, Name = "parent watch" }.Start();
    }

    // A process that loses its parent gets another one.
    private static void AwaitAnotherParent()
    {
        int parent = getppid();
        while (getppid() == parent)
            Thread.Sleep(interval);
    }

    private static void AwaitHandle(nint handle)
    {
        using var process = new ManualResetEvent(initialState: false) { SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false) };
        process.WaitOne();
    }

#pragma warning disable SYSLIB1054 // This one needs no generated marshalling.
    [DllImport("libc")]
    private static extern int getppid();
#pragma warning restore SYSLIB1054
}
