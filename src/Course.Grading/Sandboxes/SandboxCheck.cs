using System.Diagnostics;
using Course.Notebooks.Isolation;
using Course.Notebooks.Results;

namespace Course.Grading.Sandboxes;

/// <summary>Checks whether bubblewrap works here, by running it as the grader would.</summary>
public static class SandboxCheck
{
    private const string Install = "sudo apt-get install bubblewrap (Fedora: dnf install bubblewrap, Arch: pacman -S bubblewrap)";

    /// <summary>Runs it.</summary>
    /// <returns>What is wrong and what to do; null if it works.</returns>
    public static (string Problem, string Remedy)? Run()
    {
        if (!OperatingSystem.IsLinux())
            return ("there is none for this system",
                "grade on Linux, in the container of eng/grading, or with --no-sandbox what you trust");
        if (ProgramPath.Find("bwrap") is not { } bwrap || Try(bwrap, ["--help"]) is not { } help)
            return ("bubblewrap (bwrap) is not installed", Install);
        if (!help.Output.Contains("--size", StringComparison.Ordinal)
            || !help.Output.Contains("--disable-userns", StringComparison.Ordinal))
            return ("bubblewrap is older than 0.8",
                "use a system with bubblewrap 0.8 or newer (Debian 12, Ubuntu 24.04), or the container of eng/grading");
        string? setpriv = Environment.IsPrivilegedProcess ? ProgramPath.Find("setpriv") : null;
        if (Environment.IsPrivilegedProcess && setpriv is null)
            return ("setpriv is not installed, by which a grader that is root becomes another user",
                "apt-get install util-linux, or grade as a user who is not root");

        string[] drop = setpriv is not null ? [setpriv, "--reuid=65534", "--regid=65534", "--clear-groups", "--"] : [];
        string[] command = [.. drop, bwrap, "--unshare-all", "--unshare-user", "--disable-userns", "--ro-bind", "/", "/", "--proc",
            "/proc", "--dev", "/dev", "--", "/bin/true"];
        (int code, string said) = Try(command[0], command[1..]) ?? (-1, "it could not be started");
        return code == 0 ? null : Explain(OneLine.Of(said));
    }

    /// <summary>The cause of a failure, judged by bubblewrap's message and the system's settings.</summary>
    internal static (string Problem, string Remedy) Explain(string said)
    {
        if (ReadSwitch("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == "1")
        {
            return (said, "this system's AppArmor keeps bwrap from making a user namespace (Ubuntu 24.04 and newer): allow bwrap with " +
                "`sudo cp eng/grading/bwrap.apparmor /etc/apparmor.d/bwrap && sudo apparmor_parser -r /etc/apparmor.d/bwrap`, or on a "
                    + "machine of its own " +
                "`sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`");
        }

        if (ReadSwitch("/proc/sys/kernel/unprivileged_userns_clone") == "0")
            return (said, "this kernel allows user namespaces to root only: `sudo sysctl -w kernel.unprivileged_userns_clone=1`");
        if (ReadSwitch("/proc/sys/user/max_user_namespaces") == "0")
            return (said, "this kernel allows no user namespaces: `sudo sysctl -w user.max_user_namespaces=15000`");
        if (File.Exists("/.dockerenv") || File.Exists("/run/.containerenv") || Directory.Exists("/var/run/secrets/kubernetes.io"))
        {
            return (said, "a container's own seccomp and masked /proc block bwrap: start it with " +
                "`--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined` "
                    + "(Kubernetes: see eng/grading/job.yaml)");
        }

        return (said, "user namespaces are forbidden here; docs/grading.md names the setting of each platform");
    }

    private static string? ReadSwitch(string file) => File.Exists(file) ? File.ReadAllText(file).Trim() : null;

    private static (int Code, string Output)? Try(string program, string[] arguments)
    {
        try
        {
            using Process process =
                Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> said = process.StandardOutput.ReadToEndAsync();
            string complained = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, complained + said.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
