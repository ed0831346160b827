using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Course.Notebooks.Isolation;
using Course.Notebooks.Protocol;

namespace Course.Notebooks.Worker;

/// <summary>The runner's side of a worker: the process, the pipes, and the process's printed output.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly Lock startTurn = new();

    // A lesson's output may be long.
    private const int LongestLine = 64 << 20;

    // So many bytes of events wait for their reader.
    private const int MostWaiting = 16 << 20;

    private readonly int longestLine;
    private readonly Process process;
    private readonly AnonymousPipeServerStream commands;
    private readonly AnonymousPipeServerStream events;
    private readonly EventQueue received = new(MostWaiting);
    private readonly OutputTail printed;
    private readonly OutputTail complained;

    private WorkerProcess(Process process, AnonymousPipeServerStream commands, AnonymousPipeServerStream events, int longestLine)
    {
        this.longestLine = longestLine;
        this.process = process;
        this.commands = commands;
        this.events = events;
        printed = new OutputTail(process.StandardOutput.BaseStream);
        complained = new OutputTail(process.StandardError.BaseStream);
        process.StandardInput.Close();
        new Thread(Listen) { IsBackground = true, Name = "events of a worker" }.Start();
    }

    /// <summary>Starts a worker, which warms up its compiler at once.</summary>
    /// <param name="memory">Its memory limits.</param>
    /// <param name="torchThreads">How many threads torch may use; null leaves the choice to the notebook.</param>
    public static WorkerProcess Start(MemoryLimits memory, int? torchThreads)
    {
        var start = new ProcessStartInfo(DotNetHost.Path);
        start.Environment["DOTNET_GCHeapHardLimit"] = memory.HeapBytes.ToString("x", CultureInfo.InvariantCulture);
        start.Environment[ProcessIsolation.LimitsVariable] = string.Create(CultureInfo.InvariantCulture, $"data={memory.DataBytes}");
        // A crash is one line in the report, not a core file of gigabytes in the learner's folder.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        if (JitProfile.IsRecorded(WorkerHost.JitRole(WorkerMode.Run)))
            start.Environment[JitProfile.PlayOnlyVariable] = "1";
        if (torchThreads is { } threads)
            start.Environment["COURSE_TORCH_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);
        start.ArgumentList.Add(typeof(WorkerProcess).Assembly.Location);
        return Start(start, WorkerMode.Run, LongestLine);
    }

    /// <summary>Starts a worker with a given program.</summary>
    /// <param name="start">The program; the worker's own arguments are appended to the existing ones.</param>
    /// <param name="mode">The worker's task.</param>
    /// <param name="longestLine">The maximum length of one message in bytes.</param>
    public static WorkerProcess Start(ProcessStartInfo start, WorkerMode mode, int longestLine)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        // One after another: a worker that starts while another one's pipes are inheritable would hold those open too.
        lock (startTurn)
        {
            ProcessIsolation.KeepOpenFilesFromChildren();
            var commands = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            var events = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            start.ArgumentList.Add(WorkerProtocol.CommandName);
            start.ArgumentList.Add(mode.ToString());
            start.ArgumentList.Add(commands.GetClientHandleAsString());
            start.ArgumentList.Add(events.GetClientHandleAsString());
            try
            {
                Process process = Process.Start(start)!;
                return new WorkerProcess(process, commands, events, longestLine);
            }
            catch
            {
                commands.Dispose();
                events.Dispose();
                throw;
            }
            finally
            {
                commands.DisposeLocalCopyOfClientHandle();
                events.DisposeLocalCopyOfClientHandle();
            }
        }
    }

    /// <summary>The worker's events; complete when the process has ended.</summary>
    public EventQueue Events => received;

    /// <summary>The process's number; null once it has ended.</summary>
    public int? Id => process.HasExited ? null : process.Id;

    /// <summary>Sends the worker a command. If the worker is gone, nothing is sent, and <see cref="Events"/> will show it.</summary>
    public void Tell(WorkerCommand command)
    {
        try
        {
            commands.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(command, ProtocolJson.Default.WorkerCommand) + "\n"));
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Waits until the process, which has closed its pipe, has ended too, and returns how it ended.</summary>
    public async Task<ProcessEnd> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            ProcessIsolation.End(process);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        return new ProcessEnd(process.ExitCode, await printed.TextAsync(), await complained.TextAsync());
    }

    /// <summary>Kills the process and everything it started; can be called from any thread. <see cref="Events"/> then completes.</summary>
    public void End() => ProcessIsolation.End(process);

    /// <summary>Kills the process and everything it started, and releases it.</summary>
    public void Dispose()
    {
        ProcessIsolation.End(process);
        commands.Dispose();
        received.Complete();
        process.Dispose();
    }

    private void Listen()
    {
        try
        {
            using var lines = new LineReader(this.events, longestLine);
            while (lines.Next() is { } line)
            {
                WorkerEvent? happened = JsonSerializer.Deserialize(line.Span, ProtocolJson.Default.WorkerEvent);
                // A cell with a lot of output waits here until it is read.
                if (happened is not null && !received.Write(happened, line.Length))
                    return;
            }

            received.Complete();
        }
        catch (Exception e)
        {
            // What arrives is hostile. Whatever it does to this thread is the end of its own worker, never of the program.
            bool known = e is IOException or JsonException or InvalidDataException;
            received.Complete(known ? e : new InvalidDataException(e.Message, e));
        }
    }
}

/// <summary>How a worker's process ended.</summary>
/// <param name="ExitCode">Its exit code; on Unix 128 plus the signal's number if a signal ended it.</param>
/// <param name="Output">The end of its standard output.</param>
/// <param name="Error">The end of its standard error.</param>
internal sealed record ProcessEnd(int ExitCode, string Output, string Error);
