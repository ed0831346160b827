using System.Diagnostics;
using System.Globalization;
using Course.Jupyter.Specs;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Client;

/// <summary>A kernel that was started as a front end starts it, with a connection file of its own.</summary>
internal sealed class KernelProcess : IDisposable
{
    private readonly string file;

    private KernelProcess(Process process, ConnectionFile connection, string file)
    {
        Process = process;
        Connection = connection;
        this.file = file;
        // Read, so that the kernel never waits for a full pipe; what it says matters only where it ends too soon.
        Complaints = process.StandardError.ReadToEndAsync();
        Printed = process.StandardOutput.ReadToEndAsync();
    }

    public Process Process { get; }

    public ConnectionFile Connection { get; }

    /// <summary>What it has written on standard error when it has ended.</summary>
    public Task<string> Complaints { get; }

    /// <summary>What it has written on standard output when it has ended.</summary>
    public Task<string> Printed { get; }

    /// <summary>Starts a kernel by its kernelspec.</summary>
    /// <param name="spec">How.</param>
    /// <param name="folder">The current folder it begins in.</param>
    /// <param name="variables">More of its environment; null takes a variable away.</param>
    public static KernelProcess Start(KernelSpec spec, string folder, params IEnumerable<(string Name, string? Value)> variables)
    {
        var connection = ConnectionFile.Choose();
        string file = Path.Combine(Path.GetTempPath(), $"kernel-{Guid.NewGuid():N}.json");
        connection.Write(file);
        var start = new ProcessStartInfo(spec.Arguments[0], spec.Arguments.Skip(1)
            .Select(argument => argument.Replace(KernelSpec.ConnectionFilePlaceholder, file)))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["JPY_PARENT_PID"] = OperatingSystem.IsWindows()
            ? null : Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        foreach ((string name, string? value) in spec.Variables.Select(variable => (variable.Key, (string?)variable.Value))
            .Concat(variables))
            start.Environment[name] = value;
        try
        {
            return new KernelProcess(Process.Start(start)!, connection, file);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    /// <summary>Ends the kernel, if it still lives.</summary>
    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        Process.WaitForExit();
        Process.Dispose();
        File.Delete(file);
    }
}
