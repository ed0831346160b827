using System.Diagnostics;
using System.Net.NetworkInformation;
using System.Text.Json.Nodes;
using Course.Jupyter.Client;
using Course.Jupyter.Specs;
using Course.Jupyter.Tests;
using Course.Jupyter.Wire;
using Course.Notebooks.Lessons;

namespace Course.Jupyter.Bench;

/// <summary>How fast, how large and how steadfast a kernel is that was started as a front end starts it.</summary>
internal static class Measurements
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);
    private static readonly CourseFolder course = CourseFolder.Find(AppContext.BaseDirectory)!;

    private static readonly KernelSpec spec = new KernelInstaller(
        JupyterFolders.Of(Environment.GetEnvironmentVariable), course.Root,
        Path.Combine(course.Root, "artifacts", "cli", "Course.Cli.dll")).Describe();

    /// <summary>From the launch to the reply to kernel_info, and to the result of 1+1.</summary>
    public static void Start(int times)
    {
        // The first of a build records its profile.
        KernelProbe.Try(spec, course.Root);
        var rows = new List<(double Info, double Result)>();
        for (int i = 0; i < times; i++)
        {
            long started = Stopwatch.GetTimestamp();
            using var kernel = KernelProcess.Start(spec, course.Root);
            using var client = new KernelClient(kernel.Connection);
            client.Request(Channel.Shell, "kernel_info_request", [], patience);
            double info = Stopwatch.GetElapsedTime(started).TotalSeconds;
            client.Request(Channel.Shell, "execute_request", new JsonObject { ["code"] = "1+1" }, patience);
            rows.Add((info, Stopwatch.GetElapsedTime(started).TotalSeconds));
        }

        Console.WriteLine(
            $"launch to kernel_info_reply: median {Median(rows.Select(row => row.Info)):0.00} s of {string.Join(" ", rows.Select(row => $"{row.Info:0.00}"))}");
        Console.WriteLine(
            $"launch to the reply to 1+1:  median {Median(rows.Select(row => row.Result)):0.00} s of {string.Join(" ", rows.Select(row => $"{row.Result:0.00}"))}");
    }

    /// <summary>The round trip of trivial cells, and what the kernel's memory grows by.</summary>
    public static void Cells(int count)
    {
        using var kernel = KernelProcess.Start(spec, course.Root);
        using var client = new KernelClient(kernel.Connection);
        client.AwaitReady(patience);
        client.Request(Channel.Shell, "execute_request", new JsonObject { ["code"] = "0" }, patience);
        Console.WriteLine("cells      mean round trip   memory of the process");
        for (int done = 0; done < count; done += count / 10)
        {
            long started = Stopwatch.GetTimestamp();
            for (int i = done; i < done + (count / 10); i++)
                client.Request(Channel.Shell, "execute_request", new JsonObject { ["code"] = $"int x{i} = {i}; x{i} + 1" }, patience);
            kernel.Process.Refresh();
            Console.WriteLine(
                $"{done + 1,4}-{done + (count / 10),4}   {Stopwatch.GetElapsedTime(started).TotalMilliseconds / (count / 10),8:0.0} ms      {kernel.Process.WorkingSet64 / 1e6,8:0} MB");
        }
    }

    /// <summary>Kernels started and ended one after another leave nothing behind.</summary>
    public static void Kernels(int count)
    {
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("kernels-");
        var ports = new List<int>();
        var processes = new List<int>();
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            using var kernel = KernelProcess.Start(spec, course.Root, ("TMPDIR", temporary.FullName));
            using var client = new KernelClient(kernel.Connection);
            client.AwaitReady(patience);
            client.Request(Channel.Control, "shutdown_request", new JsonObject { ["restart"] = false }, patience);
            kernel.Process.WaitForExit(patience);
            if (kernel.Process.ExitCode != 0)
                Console.WriteLine($"kernel {i} ended with {kernel.Process.ExitCode}");
            ports.AddRange(Enum.GetValues<Channel>().Select(channel => new Uri(kernel.Connection.EndpointOf(channel)).Port));
            processes.Add(kernel.Process.Id);
        }

        int[] open = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(endpoint => endpoint.Port)
            .Intersect(ports)];
        int[] alive = [.. Process.GetProcesses().Select(process => process.Id).Intersect(processes)];
        Console.WriteLine(
            $"{count} kernels in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s; left behind: {alive.Length} processes, {open.Length} ports, {temporary.GetFileSystemInfos().Length} files");
        temporary.Delete(recursive: true);
    }

    /// <summary>Messages that must not be obeyed.</summary>
    public static void Fuzz(int count)
    {
        string witness = Path.Combine(Path.GetTempPath(), $"fuzz-{Guid.NewGuid():N}");
        using var kernel = KernelProcess.Start(spec, course.Root);
        using var client = new KernelClient(kernel.Connection);
        client.AwaitReady(patience);
        new WireFuzz(client, new Random(1943), $"System.IO.File.AppendAllText(@\"{witness}\", \"!\");").Send(count);
        string? status = client.Request(Channel.Shell, "execute_request", new JsonObject { ["code"] = "1+1" }, patience).Text("status");
        Console.WriteLine(
            $"{count} bad messages; the next good one: {status}; executed: {(File.Exists(witness) ? "AT LEAST ONE" : "none")}");
        File.Delete(witness);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
