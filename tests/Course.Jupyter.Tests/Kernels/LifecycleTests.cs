using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json.Nodes;
using Course.Jupyter.Client;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests.Kernels;

public sealed class LifecycleTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_shutdown_is_answered_and_the_process_ends_well(bool restart)
    {
        using var kernel = new KernelTrial();

        Message reply = kernel.Client.Request(Channel.Control, "shutdown_request", new JsonObject { ["restart"] = restart },
            KernelTrial.Patience);

        Assert.Equal(("shutdown_reply", "ok", restart), (reply.Header.Type, reply.Text("status"), reply.Flag("restart")));
        await kernel.Running.Process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(KernelTrial.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(0, kernel.Running.Process.ExitCode);
        Assert.Equal(("", ""), (await kernel.Running.Printed, await kernel.Running.Complaints));
    }

    [Fact]
    public async Task A_shutdown_while_a_cell_runs_for_ever_ends_the_process_and_what_the_cell_started()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The cell starts `sleep`, which is a program of Unix.");
        using var kernel = new KernelTrial();
        string running = kernel.Send("using System.Diagnostics;\nConsole.Write(Process.Start(\"sleep\", \"1000\").Id);\nwhile (true) ;");
        Message printed = kernel.Client.Receive(Channel.IOPub, KernelTrial.Patience);
        while (printed.Header.Type != "stream")
            printed = kernel.Client.Receive(Channel.IOPub, KernelTrial.Patience);
        using Process child = Process.GetProcessById(int.Parse(printed.Text("text")!, CultureInfo.InvariantCulture));

        kernel.Client.Request(Channel.Control, "shutdown_request", new JsonObject { ["restart"] = false }, KernelTrial.Patience);

        await kernel.Running.Process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(KernelTrial.Patience, TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(KernelTrial.Patience, TestContext.Current.CancellationToken);
        Assert.NotEmpty(running);
    }

    [Fact]
    public void A_cell_that_ends_the_process_says_so_with_its_line_first()
    {
        using var kernel = new KernelTrial();

        Execution last = kernel.Run("Console.WriteLine(\"goodbye\");\nEnvironment.Exit(3);");

        Assert.Equal(("error", "Exit"), (last.Status, last.Reply.Text("ename")));
        Assert.Equal("goodbye\n", last.Printed("stdout"));
        Assert.Contains("line 2", (string?)last.The("error").Content["traceback"]![1]);
        kernel.Running.Process.WaitForExit();
        Assert.Equal(3, kernel.Running.Process.ExitCode);
    }

    [Fact]
    public void An_exception_on_a_thread_of_its_own_is_told_before_the_process_ends()
    {
        using var kernel = new KernelTrial();

        Execution last =
            kernel.Run("new System.Threading.Thread(() => throw new Exception(\"far away\")).Start();\nSystem.Threading.Thread.Sleep(-1);");

        Assert.Equal("Exception", last.Reply.Text("ename"));
        Assert.Contains("far away", last.Reply.Text("evalue"));
    }

    [Fact]
    public async Task The_kernel_ends_within_five_seconds_when_the_program_that_started_it_is_killed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell stands in for the front end.");
        using var folder = new TemporaryFolder();
        var connection = ConnectionFile.Choose();
        string file = Path.Combine(folder.Path, "connection.json");
        connection.Write(file);
        // A front end that starts the kernel and waits; its number is what Jupyter would set.
        var start = new ProcessStartInfo("/bin/sh",
            ["-c", $"JPY_PARENT_PID=$$ '{KernelTrial.Spec.Arguments[0]}' '{Repository.Command}' kernel start '{file}' & echo $!; wait"])
        { RedirectStandardOutput = true };
        using Process parent = Process.Start(start)!;
        using Process kernel =
            Process.GetProcessById(int.Parse((await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!,
            CultureInfo.InvariantCulture));
        using var client = new KernelClient(connection);
        client.AwaitReady(KernelTrial.Patience);
        string running = client.Send(Channel.Shell, "execute_request", new JsonObject { ["code"] = "while (true) ;" });
        Assert.NotEmpty(running);

        parent.Kill();

        await kernel.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Twenty_kernels_one_after_another_leave_no_process_no_port_and_no_file()
    {
        using var folder = new TemporaryFolder();
        for (int i = 0; i < 20; i++)
        {
            using var kernel = KernelProcess.Start(KernelTrial.Spec, folder.Path, ("TMPDIR", folder.Path));
            using (var client = new KernelClient(kernel.Connection))
            {
                client.AwaitReady(KernelTrial.Patience);
                client.Request(Channel.Control, "shutdown_request", new JsonObject { ["restart"] = false }, KernelTrial.Patience);
            }

            await kernel.Process.WaitForExitAsync(TestContext.Current.CancellationToken)
                .WaitAsync(KernelTrial.Patience, TestContext.Current.CancellationToken);
            Assert.Equal(0, kernel.Process.ExitCode);
            IPEndPoint[] listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
            foreach (Channel channel in Enum.GetValues<Channel>())
                Assert.DoesNotContain(new Uri(kernel.Connection.EndpointOf(channel)).Port, listening.Select(endpoint => endpoint.Port));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void The_sockets_are_bound_to_the_address_of_the_file_and_to_no_other()
    {
        using var kernel = new KernelTrial();
        IPEndPoint[] listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();

        foreach (Channel channel in Enum.GetValues<Channel>())
        {
            int port = new Uri(kernel.Running.Connection.EndpointOf(channel)).Port;
            Assert.Equal([IPAddress.Loopback], listening.Where(endpoint => endpoint.Port == port).Select(endpoint => endpoint.Address));
        }
    }

    [Fact]
    public void The_heart_beats_while_a_cell_runs()
    {
        using var kernel = new KernelTrial();
        kernel.AwaitOutput(kernel.Send("Console.Write('.');\nwhile (true) ;"));
        using var heart = new NetMQ.Sockets.RequestSocket(kernel.Running.Connection.EndpointOf(Channel.Heartbeat));

        for (int beat = 0; beat < 3; beat++)
        {
            NetMQ.OutgoingSocketExtensions.SendFrame(heart, [(byte)beat, 2, 3]);
            Assert.True(NetMQ.ReceivingSocketExtensions.TryReceiveFrameBytes(heart, KernelTrial.Patience, out byte[]? back));
            Assert.Equal([(byte)beat, 2, 3], back);
        }
    }
}
