using System.ComponentModel;
using System.Diagnostics;
using Course.Notebooks.Isolation;

namespace Course.Cli.Doctor;

/// <summary>Asks dotnet which SDKs are installed.</summary>
internal static class InstalledSdks
{
    /// <summary>Their versions; none if dotnet cannot be run.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        if (ProgramPath.Find("dotnet") is not { } program)
            return [];
        try
        {
            using Process dotnet = Process.Start(new ProcessStartInfo(program, "--list-sdks") { RedirectStandardOutput = true })!;
            string listed = await dotnet.StandardOutput.ReadToEndAsync(cancellation);
            await dotnet.WaitForExitAsync(cancellation);
            return [.. listed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split(' ')[0])];
        }
        catch (Win32Exception)
        {
            return [];
        }
    }
}
