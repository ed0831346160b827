using System.Globalization;
using System.Runtime;

namespace Course.Notebooks.Worker;

/// <summary>
/// Remembers which methods a process that runs cells compiled just in time until its first cell had run, so that later ones compile them on
/// a second core, ahead of need. Precompilation leaves some three thousand: .NET's own generic types over the compiler's types. Saves a
/// third of the start.
/// </summary>
internal sealed class JitProfile
{
    private readonly string role;
    private string? recording;

    private JitProfile(string role, string? recording)
    {
        this.role = role;
        this.recording = recording;
    }

    /// <summary>Set in a process's environment, this keeps it from writing a profile that exists already.</summary>
    public static string PlayOnlyVariable => "DOTNET_MultiCoreJitNoProfileGather";

    private static string Folder => Path.GetDirectoryName(typeof(JitProfile).Assembly.Location)!;

    /// <summary>Whether an earlier process of this role has left its profile.</summary>
    /// <param name="role">What kind of process it was.</param>
    /// <param name="folder">The folder of its program; null for that of this one.</param>
    public static bool IsRecorded(string role, string? folder = null) => File.Exists(Path.Combine(folder ?? Folder, NameOf(role)));

    /// <summary>Called by the process first of all: uses the profile that there is, or begins to record one.</summary>
    /// <param name="role">What kind of process it is.</param>
    public static JitProfile Start(string role)
    {
        bool play = IsRecorded(role);
        // Recorded under a name of its own and renamed when whole: others may start meanwhile.
        string profile = play ? NameOf(role) : string.Create(CultureInfo.InvariantCulture, $"{NameOf(role)}.{Environment.ProcessId}");
        ProfileOptimization.SetProfileRoot(Folder);
        ProfileOptimization.StartProfile(profile);
        return new JitProfile(role, play ? null : Path.Combine(Folder, profile));
    }

    /// <summary>The first cell has run: what comes now is the notebook's own.</summary>
    public void Stop()
    {
        if (Interlocked.Exchange(ref this.recording, null) is not { } recording)
            return;
        try
        {
            ProfileOptimization.StartProfile(null!);
            File.Move(recording, Path.Combine(Folder, NameOf(role)), overwrite: true);
            foreach (string old in Directory.EnumerateFiles(Folder, $"{role}-*.jit")
                .Where(file => Path.GetFileName(file) != NameOf(role)))
                File.Delete(old);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing was written here, for example because the folder is read-only: processes start a little later, that is all.
        }
    }

    // Another build, or another version of .NET, has other methods.
    private static string NameOf(string role) =>
        $"{role}-{typeof(JitProfile).Module.ModuleVersionId:N}-{Environment.Version.ToString(3)}.jit";
}
