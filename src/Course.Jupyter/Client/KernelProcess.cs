using System.Diagnostics;
using System.Globalization;
using Course.Jupyter.Specs;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Client;

/// <summary>A kernel started as a front end starts it, with its own connection file.</summary>
internal sealed class KernelProcess : IDisposable
{
    private readonly string file;

    private KernelProcess(Process process, ConnectionFile connection, string file)
    {
        Process = process;
        Connection = connection;
        this.file = file;
        // Read, so that the kernel never waits on a full pipe; the text only matters if the kernel ends too soon.
        Complaints = process.StandardError.ReadToEndAsync();
        Printed = process.StandardOutput.ReadToEndAsync();
    }

    public Process Process { get; }

    public ConnectionFile Connection { get; }

    /// <summary>Everything it has written to standard error, available when it has ended.</summary>
    public Task<string> Complaints { get; }

    /// <summary>Everything it has written to standard output, available when it has ended.</summary>
    public Task<string> Printed { get; }

    /// <summary>Starts a kernel from its kernelspec.</summary>
    /// <param name="spec">The kernelspec.</param>
    /// <param name="folder">Its initial current folder.</param>
    /// <param name="variables">Additional environment variables; null removes a variable.</param>
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

    /// <summary>Kills the kernel, if it is still alive.</summary>
    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        Process.WaitForExit();
        Process.Dispose();
        File.Delete(file);
    }
}
