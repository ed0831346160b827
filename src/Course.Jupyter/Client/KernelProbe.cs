using System.Diagnostics;
using System.Text.Json.Nodes;
using Course.Jupyter.Specs;
using Course.Jupyter.Wire;
using Course.Notebooks.Worker;

namespace Course.Jupyter.Client;

/// <summary>Checks whether a kernel answers, by asking it for 1+1.</summary>
public static class KernelProbe
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    /// <summary>Starts a kernel from its kernelspec, has it run <c>1+1</c>, and ends it.</summary>
    /// <param name="spec">The kernelspec.</param>
    /// <param name="folder">Its initial current folder.</param>
    /// <returns>The time from the start to the result, and why there was none; null if there was one.</returns>
    public static (TimeSpan Elapsed, string? Failure) Try(KernelSpec spec, string folder)
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            // It may record its profile for faster starts, if there is none yet.
            using var kernel = KernelProcess.Start(spec, folder, JitProfile.IsRecorded(Serving.KernelServer.JitRole)
                ? [] : [(JitProfile.PlayOnlyVariable, null)]);
            using var client = new KernelClient(kernel.Connection);
            Message reply = AwaitReply(client, kernel.Process);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            client.Request(Channel.Control, "shutdown_request", new JsonObject { ["restart"] = false }, patience);
            kernel.Process.WaitForExit(patience);
            return (elapsed, reply.Text("status") == "ok" ? null : $"{reply.Text("ename")}: {reply.Text("evalue")}");
        }
        catch (Exception e) when (e is TimeoutException or System.ComponentModel.Win32Exception or IOException or InvalidOperationException)
        {
            return (Stopwatch.GetElapsedTime(started), e.Message);
        }
    }

    private static Message AwaitReply(KernelClient client, Process process)
    {
        string request = client.Send(Channel.Shell, "execute_request", new JsonObject { ["code"] = "1+1", ["silent"] = false });
        for (long started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < patience;)
        {
            if (client.TryReceive(Channel.Shell, TimeSpan.FromMilliseconds(100)) is { } reply && reply.Parent.Id == request)
                return reply;
            if (process.HasExited)
                throw new InvalidOperationException($"it ended at once, with exit code {process.ExitCode}");
        }

        throw new TimeoutException($"no answer within {patience.TotalSeconds} s");
    }
}
