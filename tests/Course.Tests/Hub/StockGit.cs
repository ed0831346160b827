using System.Diagnostics;

namespace Course.Tests.Hub;

/// <summary>Git as people have it, with Git LFS, and without this user's own settings.</summary>
internal sealed class StockGit : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("git-");

    internal StockGit(bool lfs = true)
    {
        Assert.SkipUnless(Runs("git", "--version"), "Git is not installed here, so that a hub's folders were not tried with it.");
        Assert.SkipUnless(!lfs || Runs("git-lfs", "version"), "Git LFS is not installed here, so that a hub's large files were not tried with it.");
        File.WriteAllText(Path.Combine(home.FullName, ".gitconfig"), """
            [user]
                name = Ada
                email = ada@example.org
            [init]
                defaultBranch = main
            [safe]
                directory = *

            """ + (lfs ? """
            [filter "lfs"]
                clean = git-lfs clean -- %f
                smudge = git-lfs smudge -- %f
                process = git-lfs filter-process
                required = true
            """ : ""));
    }

    /// <summary>A new folder, which goes with the rest.</summary>
    internal string NewFolder() => Directory.CreateDirectory(Path.Combine(home.FullName, Path.GetRandomFileName())).FullName;

    /// <summary>Runs git, which must succeed.</summary>
    internal string Run(string folder, params string[] arguments) => RunWith(folder, null, arguments);

    /// <summary>Runs git with something on its standard input.</summary>
    internal string RunWith(string folder, byte[]? input, params string[] arguments)
    {
        using Process git = Start("git", folder, arguments);
        if (input is not null) git.StandardInput.BaseStream.Write(input);
        git.StandardInput.Close();
        Task<string> complaints = git.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = git.StandardOutput.ReadToEnd();
        Assert.True(git.WaitForExit(60_000), "git did not end.");
        Assert.True(git.ExitCode == 0, $"git {string.Join(' ', arguments)}: {complaints.Result}{output}");
        return output;
    }

    /// <summary>Clones a repository.</summary>
    internal string Clone(string address)
    {
        string folder = NewFolder();
        Run(folder, "clone", "-q", address, ".");
        return folder;
    }

    public void Dispose()
    {
        TemporaryHub.Delete(home);
    }

    private static bool Runs(string program, string argument)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, [argument]) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private Process Start(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = home.FullName;
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        foreach (string name in (string[])["GIT_DIR", "GIT_CONFIG_GLOBAL", "XDG_CONFIG_HOME"]) start.Environment.Remove(name);
        return Process.Start(start)!;
    }
}

/// <summary>A hub in a folder of its own, for a test.</summary>
internal sealed class TemporaryHub : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hub-");

    internal TemporaryHub() => Hub = new(folder.FullName, "Ada");

    internal Course.Hub.Repositories.LocalHub Hub { get; }

    public void Dispose() => Delete(folder);

    /// <summary>Deletes a folder with the files that Git wrote, which nobody may write on Windows.</summary>
    internal static void Delete(DirectoryInfo folder)
    {
        foreach (FileInfo file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (file.IsReadOnly) file.IsReadOnly = false;
        }
        folder.Delete(recursive: true);
    }
}
