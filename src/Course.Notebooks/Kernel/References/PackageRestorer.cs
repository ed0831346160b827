using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Course.Notebooks.Isolation;
using Course.Notebooks.Kernel.Compiler;

namespace Course.Notebooks.Kernel.References;

/// <summary>
/// Restores NuGet packages by building an empty project that references them, for this machine, into a folder of the user's cache. An
/// existing folder is reused as it is, so only the first time takes long or needs a network.
/// </summary>
internal sealed class PackageRestorer(string cache)
{
    /// <summary>Creates a restorer with the user's own cache.</summary>
    internal PackageRestorer()
        : this(Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "course-notebooks",
            "packages"))
    {
    }

    /// <summary>The folder with the libraries of these packages and of all their dependencies, managed and native.</summary>
    /// <exception cref="DirectiveException">They cannot be restored; the message repeats NuGet's.</exception>
    internal string Restore(IReadOnlyList<PackagePart> packages, IEnumerable<string> sources, CancellationToken cancellation)
    {
        string project = Project(packages, [.. sources.Select(Absolute)]);
        string folder = Path.Combine(cache, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16]);
        if (Directory.Exists(folder))
            return folder;

        Directory.CreateDirectory(cache);
        string draft = Path.Combine(cache, $"draft-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(draft);
            File.WriteAllText(Path.Combine(draft, "packages.csproj"), project);
            // Settings further up in the file system must not affect this project.
            foreach (string name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
                File.WriteAllText(Path.Combine(draft, name), "<Project />");
            Build(draft, packages, cancellation);
            File.Delete(Path.Combine(draft, "out", "packages.dll"));
            Directory.Move(Path.Combine(draft, "out"), folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another kernel was faster.
        }
        finally
        {
            Directory.Delete(draft, recursive: true);
        }
        return folder;
    }

    private static string Absolute(string source) => source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source);

    private static string Project(IEnumerable<PackagePart> packages, string[] sources) => new XElement(
        "Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
            new XElement("UseCurrentRuntimeIdentifier", "true"),
            new XElement("SelfContained", "false"),
            new XElement("CopyLocalLockFileAssemblies", "true"),
            new XElement("OutputPath", "out/"),
            new XElement("AppendTargetFrameworkToOutputPath", "false"),
            new XElement("AppendRuntimeIdentifierToOutputPath", "false"),
            new XElement("ProduceReferenceAssembly", "false"),
            new XElement("NuGetAudit", "false"),
            // A source that a notebook names may be out of reach here, and the packages at hand all the same.
            new XElement("RestoreIgnoreFailedSources", "true"),
            sources.Length == 0 ? null : new XElement("RestoreAdditionalProjectSources", string.Join(';', sources))),
        new XElement("ItemGroup", packages.Select(package => new XElement(
            "PackageReference",
            new XAttribute("Include", package.Name),
            new XAttribute("Version", package.Version ?? "*"))))).ToString();

    private static void Build(string folder, IReadOnlyList<PackagePart> packages, CancellationToken cancellation)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? DotNetHost.Path;
        var start = new ProcessStartInfo(dotnet, ["build", "packages.csproj", "-nologo", "-v:quiet", "-nodeReuse:false"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        string wanted = string.Join(", ", packages.Select(package => $"{package.Name} {package.Version}".TrimEnd()));
        using Process process = Started(start, wanted, packages[0].Line);
        using (cancellation.UnsafeRegister(_ => process.Kill(entireProcessTree: true), null))
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            if (process.ExitCode != 0)
                throw new DirectiveException($"{wanted} cannot be restored: {FirstError(output + errors.GetAwaiter().GetResult())}",
                    packages[0].Line);
        }
    }

    private static Process Started(ProcessStartInfo start, string wanted, int line)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new DirectiveException($"{wanted} cannot be restored: the dotnet command is not there.", line);
        }
    }

    // "/path/packages.csproj : error NU1101: Unable to find package X. ... [/path/packages.csproj]"
    private static string FirstError(string output)
    {
        string? line = output.Split('\n').FirstOrDefault(text => text.Contains("error ", StringComparison.Ordinal));
        if (line is null)
            return "dotnet build failed and did not say why.";
        string error = line[(line.IndexOf("error ", StringComparison.Ordinal) + "error ".Length)..];
        int project = error.LastIndexOf(" [", StringComparison.Ordinal);
        return (project < 0 ? error : error[..project]).Trim();
    }
}
