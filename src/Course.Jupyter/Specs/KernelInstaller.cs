using Course.Notebooks.Isolation;
using Course.Notebooks.Worker;

namespace Course.Jupyter.Specs;

/// <summary>Installs the course's kernel where Jupyter finds it, and uninstalls it.</summary>
/// <param name="folders">The folders in which Jupyter looks.</param>
/// <param name="checkout">The course's top folder.</param>
/// <param name="program">The built <c>course</c> command, a .dll.</param>
public sealed class KernelInstaller(JupyterFolders folders, string checkout, string program)
{
    /// <summary>The name that notebooks ask for; .NET Interactive uses it too.</summary>
    public const string Name = ".net-csharp";

    /// <summary>The name to use if .NET Interactive already has the other one.</summary>
    public const string OtherName = "course-csharp";

    /// <summary>Whether another kernel already has the name that notebooks ask for.</summary>
    public bool NameIsTaken => KernelSpec.FindAll(folders).Any(spec => spec.Name == Name && spec.Checkout is null);

    /// <summary>Writes the kernelspec, replacing one from an earlier installation.</summary>
    /// <returns>The written kernelspec.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing is not permitted.</exception>
    public KernelSpec Install()
    {
        KernelSpec spec = Describe();
        Remove(ours => ours.Name != spec.Name);
        spec.Write();
        return spec;
    }

    /// <summary>Removes the kernelspecs of this course, from any checkout.</summary>
    /// <returns>The removed kernelspecs.</returns>
    /// <exception cref="IOException">It cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">Removing is not permitted.</exception>
    public IReadOnlyList<KernelSpec> Uninstall() => Remove(_ => true);

    /// <summary>The kernelspec to write.</summary>
    internal KernelSpec Describe()
    {
        string name = NameIsTaken ? OtherName : Name;
        return new KernelSpec(
            name,
            Path.Combine(folders.User, name),
            name == Name ? ".NET (C#)" : ".NET (C#, course)",
            [DotNetHost.Path, program, "kernel", "start", KernelSpec.ConnectionFilePlaceholder],
            new Dictionary<string, string>
            {
                // The profile that speeds up the start is recorded once, when the kernel is installed.
                [JitProfile.PlayOnlyVariable] = "1",
                // A crash should be one line, not a core file of gigabytes in the learner's folder.
                ["DOTNET_DbgEnableMiniDump"] = "0",
                // Front ends kill kernels, and a killed process would leave its diagnostic sockets behind as files.
                ["DOTNET_EnableDiagnostics"] = "0",
            },
            checkout);
    }

    private KernelSpec[] Remove(Func<KernelSpec, bool> which)
    {
        KernelSpec[] ours = [.. new[] { Name, OtherName }
            .Select(name => KernelSpec.TryRead(Path.Combine(folders.User, name)))
            .OfType<KernelSpec>()
            .Where(spec => spec.Checkout is not null && which(spec))];
        foreach (KernelSpec spec in ours)
            Directory.Delete(spec.Folder, recursive: true);
        return ours;
    }
}
