using Course.Notebooks.Worker;

namespace Course.Jupyter.Specs;

/// <summary>Puts the course's kernel where Jupyter finds it, and takes it away again.</summary>
/// <param name="folders">Where Jupyter looks.</param>
/// <param name="checkout">The course's top folder.</param>
/// <param name="program">The built <c>course</c> command, a .dll.</param>
public sealed class KernelInstaller(JupyterFolders folders, string checkout, string program)
{
    /// <summary>The name that notebooks ask for, which .NET Interactive uses too.</summary>
    public const string Name = ".net-csharp";

    /// <summary>The name where .NET Interactive holds the other.</summary>
    public const string OtherName = "course-csharp";

    /// <summary>Whether the name that notebooks ask for is somebody else's.</summary>
    public bool NameIsTaken => KernelSpec.FindAll(folders).Any(spec => spec.Name == Name && spec.Checkout is null);

    /// <summary>Writes the kernelspec, over one that an earlier installation left.</summary>
    /// <returns>What was written.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public KernelSpec Install()
    {
        KernelSpec spec = Describe();
        Remove(ours => ours.Name != spec.Name);
        spec.Write();
        return spec;
    }

    /// <summary>Removes the kernelspecs of this course, whichever checkout they belong to.</summary>
    /// <returns>What was removed.</returns>
    /// <exception cref="IOException">It cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be removed.</exception>
    public IReadOnlyList<KernelSpec> Uninstall() => Remove(_ => true);

    /// <summary>What is to be written.</summary>
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
                // The profile that speeds the start up is recorded once, when the kernel is installed.
                [JitProfile.PlayOnlyVariable] = "1",
                // A crash is one line, not a core file of gigabytes in the learner's folder.
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
