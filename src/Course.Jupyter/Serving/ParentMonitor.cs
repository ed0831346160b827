using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Course.Jupyter.Serving;

/// <summary>
/// Notices the end of the program that started the kernel and is to outlive it: Jupyter names itself in JPY_PARENT_PID (on Windows by a
/// handle that the kernel inherits), VS Code in VSCODE_PID. A kernel that was started to stay, or by hand, has neither.
/// </summary>
internal static class ParentMonitor
{
    private static readonly TimeSpan interval = TimeSpan.FromSeconds(1);

    /// <summary>Watches, where there is somebody to watch.</summary>
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

    // Who loses its parent is given another.
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
