using System.Runtime.InteropServices;

namespace Course.Notebooks.Isolation;

/// <summary>Finds the program that starts workers.</summary>
internal static class DotNetHost
{
    /// <summary>
    /// The <c>dotnet</c> of the runtime that this process runs on (…/shared/Microsoft.NETCore.App/10.0.x/ is three levels below it),
    /// otherwise the one on the path.
    /// </summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string beside = System.IO.Path.GetFullPath(
            System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : ProgramPath.Find("dotnet") ?? beside;
    }
}
