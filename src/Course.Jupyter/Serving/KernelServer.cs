using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Course.Jupyter.Wire;
using Course.Notebooks.Isolation;
using Course.Notebooks.Kernel;
using Course.Notebooks.Language;
using Course.Notebooks.Worker;

namespace Course.Jupyter.Serving;

/// <summary>
/// The C# kernel on the Jupyter wire, with three threads. One owns the sockets, one answers the shell channel in order, and one answers the
/// control channel, which therefore never waits for a cell. Cells run on the kernel's own thread.
/// </summary>
public sealed class KernelServer : IDisposable
{
    /// <summary>The name of the kernels' JIT profile.</summary>
    internal const string JitRole = "kernel";

    private readonly CSharpKernel kernel = new();
    private readonly ExecutionHistory history = new();
    private readonly StdinRequests input = new();
    private readonly ManualResetEventSlim ended = new();
    private readonly LanguageServices services;
    private readonly LanguageRequests language;
    private readonly Executor executor;
    private readonly RequestLoop shell;
    private readonly RequestLoop control;
    private readonly KernelSockets sockets;
    private readonly Heartbeat heartbeat;
    private readonly FrontEnds frontEnds;
    private volatile bool leaving;

    private KernelServer(ConnectionFile connection)
    {
        services = new LanguageServices(kernel);
        language = new LanguageRequests(services);
        executor = new Executor(kernel, history, input);
        control = new RequestLoop("jupyter control", Answers());
        Dictionary<string, Action<Request>> answers = Answers();
        shell = new RequestLoop("jupyter shell", answers);
        answers["execute_request"] = request => executor.Execute(request, shell.AbortExecutions);
        answers["history_request"] = request => request.Reply(history.Answer(request.Message));
        answers["complete_request"] = request => request.Reply(language.Complete(request.Message));
        answers["inspect_request"] = request => request.Reply(language.Inspect(request.Message));
        answers["is_complete_request"] = request => request.Reply(LanguageRequests.IsComplete(request.Message));
        answers["comm_info_request"] = request => request.Reply(new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() });
        answers["comm_open"] = request =>
            request.Publish("comm_close", new JsonObject { ["comm_id"] = request.Message.Text("comm_id"), ["data"] = new JsonObject() });
        sockets = new KernelSockets(connection, new MessageCodec(connection), Receive);
        frontEnds = new FrontEnds(sockets);
        heartbeat = new Heartbeat(connection);
    }

    /// <summary>
    /// Serves until a front end asks for a shutdown, or the program that started the kernel ends. Then this process ends too.
    /// </summary>
    /// <param name="path">The connection file.</param>
    /// <exception cref="ConnectionFileException">The file cannot be used.</exception>
    public static void Run(string path)
    {
        var connection = ConnectionFile.Read(path);
        ProcessIsolation.Enter();
        // Otherwise, data arriving at a socket would wait for a pool thread, and a cell may have exhausted the pool.
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        JitProfile profile = JitProfile.Start(JitRole);
        // Bind the sockets first, because front ends connect at once. The compiler warms up in the background.
        using (var server = new KernelServer(connection))
        {
            server.executor.Ran += () =>
            {
                profile.Stop();
                // Only now, so that the first cell does not wait for it.
                _ = LanguageServices.WarmUp();
            };
            server.Serve();
        }

        ProcessIsolation.ExitProcess(0);
    }

    /// <summary>Sends the remaining messages and closes the sockets.</summary>
    public void Dispose()
    {
        Close();
        services.Dispose();
        kernel.Dispose();
        ended.Dispose();
    }

    private void Serve()
    {
        kernel.ReadLine = input.Ask;
        kernel.Exiting += (_, exit) => ReportEnd(
            "Exit",
            string.Create(CultureInfo.InvariantCulture,
                $"The cell ended the kernel's process, with exit code {exit.ExitCode}; a restarted kernel knows nothing of earlier cells."),
            exit.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{exit.CellName}, line {line}") : null);
        AppDomain.CurrentDomain.UnhandledException += (_, e) => ReportEnd(
            e.ExceptionObject.GetType().Name,
            $"An exception that nothing caught, on a thread that a cell had started, ends the kernel: {(e.ExceptionObject as Exception)?.Message}", null);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            executor.Interrupt();
        });
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            ended.Set();
        });
        ParentMonitor.Start(ended.Set);
        shell.Start();
        control.Start();
        frontEnds.PublishStatus("starting", MessageHeader.None);
        sockets.Start();
        _ = CSharpKernel.WarmUp();
        ended.Wait();
        leaving = true;
    }

    private Dictionary<string, Action<Request>> Answers() => new()
    {
        ["kernel_info_request"] = request => request.Reply(KernelInfo.Content()),
        ["interrupt_request"] = request =>
        {
            executor.Interrupt();
            request.Reply(new JsonObject { ["status"] = "ok" });
        },
        ["shutdown_request"] = Shutdown,
        ["debug_request"] = request => request.ReplyError("NotSupported",
            "The C# kernel has no debugger; run the code in a console program to step through it."),
    };

    private void Shutdown(Request request)
    {
        bool restart = request.Message.Flag("restart") ?? false;
        JsonObject Content() => new() { ["status"] = "ok", ["restart"] = restart };
        request.Reply(Content());
        request.Publish("shutdown_reply", Content());
        request.PublishStatus("idle");
        ended.Set();
    }

    private void Receive(Channel channel, Message message)
    {
        if (channel == Channel.Stdin)
            input.Receive(message);
        else
            (channel == Channel.Shell ? shell : control).Add(new Request(channel, message, frontEnds));
    }

    // Runs on the thread that ends the process, so the process stays alive until this returns.
    private void ReportEnd(string name, string message, string? place)
    {
        if (leaving)
            return;
        executor.ReportEnd(name, message, place);
        Close();
    }

    private void Close()
    {
        heartbeat.Dispose();
        sockets.Dispose();
        NetMQ.NetMQConfig.Cleanup(block: true);
    }
}
