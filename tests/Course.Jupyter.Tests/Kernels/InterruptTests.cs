using System.Diagnostics;
using System.Globalization;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests.Kernels;

public sealed class InterruptTests(KernelTrial kernel) : IClassFixture<KernelTrial>
{
    [Theory]
    [InlineData("a loop", "while (true) ;")]
    [InlineData("a loop that swallows all", "while (true) { try { while (true) ; } catch { } }")]
    [InlineData("an await for ever", "await Task.Delay(-1);")]
    [InlineData("a loop after an await", "await Task.Delay(1);\nwhile (true) ;")]
    [InlineData("a sleep", "System.Threading.Thread.Sleep(-1);")]
    [InlineData("a lock",
        "var gate = new object();\nvar held = new System.Threading.ManualResetEvent(false);\nnew System.Threading.Thread(() => { lock "
            + "(gate) { held.Set(); System.Threading.Thread.Sleep(-1); } }) { IsBackground = true }.Start();\nheld.WaitOne();\nlock "
            + "(gate) { }")]
    [InlineData("a wait for a task of the pool", "Task.Run(() => { while (true) ; }).Wait();")]
    public void What_a_cell_hangs_in_is_left_and_its_variables_stay(string what, string code)
    {
        _ = what;
        string running = kernel.Send($"int kept = 1;\nConsole.Write('.');\n{code}");
        kernel.AwaitOutput(running);
        string waiting = kernel.Send("int notRun;");
        var watch = Stopwatch.StartNew();

        kernel.Interrupt();

        Execution stopped = kernel.Await(running);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture,
            $"{what}: stopped after {watch.ElapsedMilliseconds} ms"));
        Assert.Equal(("error", "Cancelled"), (stopped.Status, stopped.Reply.Text("ename")));
        Assert.Equal("aborted", kernel.Await(waiting).Status);
        Assert.Contains("<pre>1</pre>", kernel.Run("kept").Value);
    }

    [Fact]
    public void A_cell_that_has_used_up_the_thread_pool_is_stopped_all_the_same_and_the_kernel_answers()
    {
        using var own = new KernelTrial();
        string running =
            own.Send("Console.Write('.');\nfor (int i = 0; i < 2000; i++) _ = Task.Run(() => System.Threading.Thread.Sleep(-1));\nwhile "
                + "(true) ;");
        own.AwaitOutput(running);

        own.Interrupt();

        Assert.Equal("Cancelled", own.Await(running).Reply.Text("ename"));
        Assert.Equal("ok", own.Ask("kernel_info_request", []).Text("status"));
    }

    [Fact]
    public void A_signal_interrupts_as_the_message_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal.");
        string running = kernel.Send("Console.Write('.');\nwhile (true) ;");
        kernel.AwaitOutput(running);

        using Process signal = Process.Start("kill", ["-INT", kernel.Running.Process.Id.ToString(CultureInfo.InvariantCulture)]);

        Assert.Equal("Cancelled", kernel.Await(running).Reply.Text("ename"));
        Assert.Equal("ok", kernel.Run("1").Status);
    }

    [Fact]
    public void An_interrupt_between_cells_stops_none()
    {
        kernel.Interrupt();

        Assert.Equal("ok", kernel.Run("1").Status);
    }

    [Fact]
    public void A_native_call_that_does_not_return_is_given_up_with_the_advice_to_restart_and_the_kernel_answers()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The cell calls the C library.");
        using var own = new KernelTrial();
        string running =
            own.Send("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int usleep(uint "
                + "microseconds);\nConsole.Write('.');\nfor (int i = 0; i < 1000; i++) usleep(1000000);");
        own.AwaitOutput(running);
        var watch = Stopwatch.StartNew();

        own.Interrupt();

        Execution stuck = own.Await(running);
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture,
            $"a native call: given up after {watch.ElapsedMilliseconds} ms"));
        Assert.Equal("Unstoppable", stuck.Reply.Text("ename"));
        Assert.Contains("restart the kernel", stuck.Reply.Text("evalue"));
        Assert.Equal("ok", own.Ask("kernel_info_request", []).Text("status"));
        Assert.Equal("ok", own.Client.Request(Channel.Control, "kernel_info_request", [], KernelTrial.Patience).Text("status"));
        Assert.Contains("restart the kernel", own.Run("1").Reply.Text("evalue"));
    }
}
