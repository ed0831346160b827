using System.CommandLine;
using Course.Jupyter.Client;
using Course.Jupyter.Serving;
using Course.Jupyter.Specs;
using Course.Jupyter.Wire;
using Course.Notebooks.Lessons;

namespace Course.Cli.Commands;

/// <summary><c>course kernel</c>: the C# kernel for Jupyter and VS Code.</summary>
internal static class KernelCommand
{
    public static Command Create(CourseFolder course) => new("kernel", "The C# kernel for Jupyter and VS Code.")
    {
        InstallCommand(course),
        UninstallCommand(course),
        StartCommand(),
    };

    private static Command InstallCommand(CourseFolder course)
    {
        var command = new Command("install", "Lets Jupyter and VS Code find the kernel, for this user.");
        command.SetAction(_ => Written(() => Install(course)));
        return command;
    }

    private static Command UninstallCommand(CourseFolder course)
    {
        var command = new Command("uninstall", "Takes the kernel away from Jupyter and VS Code.");
        command.SetAction(_ => Written(() => Uninstall(course)));
        return command;
    }

    private static Command StartCommand()
    {
        var file = new Argument<string>("FILE") { Description = "The connection file, which the front end writes." };
        var command = new Command("start", "Starts the kernel; front ends do this themselves.") { file };
        command.SetAction(parsed => Start(parsed.GetRequiredValue(file)));
        return command;
    }

    private static int Install(CourseFolder course)
    {
        KernelInstaller installer = InstallerOf(course);
        KernelSpec spec = installer.Install();
        Console.WriteLine($"Installed \"{spec.DisplayName}\" as {spec.Name} in {spec.Folder}.");
        if (spec.Name != KernelInstaller.Name)
            Console.WriteLine(
                $"The name {KernelInstaller.Name}, which the notebooks ask for, is held by another kernel and was left to it; choose \"{spec.DisplayName}\" in the notebook to use this one.");
        (TimeSpan elapsed, string? failure) = KernelProbe.Try(spec, course.Notebooks);
        if (failure is not null)
        {
            Console.Error.WriteLine($"course: the kernel is installed but does not answer: {failure}. `course doctor` may tell more.");
            return ExitCode.Failed;
        }

        Console.WriteLine(FormattableString.Invariant($"It answers: 1+1 took {elapsed.TotalSeconds:0.0} s with starting it."));
        return ExitCode.Done;
    }

    private static int Uninstall(CourseFolder course)
    {
        IReadOnlyList<KernelSpec> removed = InstallerOf(course).Uninstall();
        foreach (KernelSpec spec in removed)
            Console.WriteLine($"Removed {spec.Name} from {spec.Folder}.");
        if (removed.Count == 0)
            Console.WriteLine(
                $"Nothing to remove: {JupyterFolders.Of(Environment.GetEnvironmentVariable).User} holds no kernel of this course.");
        return ExitCode.Done;
    }

    private static int Start(string file)
    {
        try
        {
            KernelServer.Run(file);
            return ExitCode.Done;
        }
        catch (ConnectionFileException e)
        {
            throw new UserException(e.Message);
        }
    }

    private static int Written(Func<int> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{e.Message} Let JUPYTER_DATA_DIR name a folder that may be written.");
        }
    }

    private static KernelInstaller InstallerOf(CourseFolder course) =>
        new(JupyterFolders.Of(Environment.GetEnvironmentVariable), course.Root, typeof(KernelCommand).Assembly.Location);
}
