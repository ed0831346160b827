using System.Globalization;
using System.Runtime;

namespace Course.Notebooks.Worker;

/// <summary>
/// Records which methods a process compiled just in time up to its first cell, so that later processes compile them ahead on a second core.
/// Precompilation leaves about three thousand: .NET's own generic types over the compiler's types. This saves a third of the start-up time.
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

    /// <summary>An environment variable that keeps a process from writing a profile that already exists.</summary>
    public static string PlayOnlyVariable => "DOTNET_MultiCoreJitNoProfileGather";

    private static string Folder => Path.GetDirectoryName(typeof(JitProfile).Assembly.Location)!;

    /// <summary>Whether an earlier process with this role has left its profile.</summary>
    /// <param name="role">The kind of process.</param>
    /// <param name="folder">The folder of its program; null for this program's folder.</param>
    public static bool IsRecorded(string role, string? folder = null) => File.Exists(Path.Combine(folder ?? Folder, NameOf(role)));

    /// <summary>Called by the process before anything else: uses an existing profile, or starts to record one.</summary>
    /// <param name="role">The kind of process.</param>
    public static JitProfile Start(string role)
    {
        bool play = IsRecorded(role);
        // Recorded under a separate name and renamed when complete, because others may start in the meantime.
        string profile = play ? NameOf(role) : string.Create(CultureInfo.InvariantCulture, $"{NameOf(role)}.{Environment.ProcessId}");
        ProfileOptimization.SetProfileRoot(Folder);
        ProfileOptimization.StartProfile(profile);
        return new JitProfile(role, play ? null : Path.Combine(Folder, profile));
    }

    /// <summary>Called when the first cell has run: later methods are the notebook's own.</summary>
    public void Stop()
    {
        if (Interlocked.Exchange(ref this.recording, null) is not { } recording)
            return;
        try
        {
            ProfileOptimization.StartProfile(null!);
            // Two that start at once both record; the first one to finish is as good as the second.
            if (IsRecorded(role)) File.Delete(recording);
            else File.Move(recording, Path.Combine(Folder, NameOf(role)));
            foreach (string old in Directory.EnumerateFiles(Folder, $"{role}-*.jit")
                .Where(file => Path.GetFileName(file) != NameOf(role)))
                File.Delete(old);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing was written here, for example because the folder is read-only; processes only start a little later.
        }
    }

    // Another build, or another version of .NET, has different methods.
    private static string NameOf(string role) =>
        $"{role}-{typeof(JitProfile).Module.ModuleVersionId:N}-{Environment.Version.ToString(3)}.jit";
}
