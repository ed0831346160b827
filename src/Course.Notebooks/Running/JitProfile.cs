using System.Globalization;
using System.Runtime;

namespace Course.Notebooks.Running;

/// <summary>
/// Remembers which methods a worker compiled just in time until its first cell had run, so that later workers compile them on a second core,
/// ahead of need. Precompilation leaves some three thousand: .NET's own generic types over the compiler's types. Saves a third of the start.
/// </summary>
internal sealed class JitProfile
{
    // Another build, or another version of .NET, has other methods.
    private static readonly string Name =
        $"worker-{typeof(JitProfile).Module.ModuleVersionId:N}-{Environment.Version.ToString(3)}.jit";

    private string? _recording;

    private JitProfile(string? recording) => _recording = recording;

    /// <summary>Set in a worker's environment, this keeps it from writing a profile that exists already.</summary>
    public static string PlayOnlyVariable => "DOTNET_MultiCoreJitNoProfileGather";

    /// <summary>Whether an earlier worker has left its profile.</summary>
    public static bool IsRecorded => File.Exists(Path.Combine(Folder, Name));

    private static string Folder => Path.GetDirectoryName(typeof(JitProfile).Assembly.Location)!;

    /// <summary>Called by the worker first of all: uses the profile that there is, or begins to record one.</summary>
    public static JitProfile Start()
    {
        bool play = IsRecorded;
        // Recorded under a name of its own and renamed when whole: other workers may start meanwhile.
        string profile = play ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name}.{Environment.ProcessId}");
        ProfileOptimization.SetProfileRoot(Folder);
        ProfileOptimization.StartProfile(profile);
        return new JitProfile(play ? null : Path.Combine(Folder, profile));
    }

    /// <summary>The first cell has run: what comes now is the notebook's own.</summary>
    public void Stop()
    {
        if (Interlocked.Exchange(ref _recording, null) is not { } recording)
            return;
        try
        {
            ProfileOptimization.StartProfile(null!);
            File.Move(recording, Path.Combine(Folder, Name), overwrite: true);
            foreach (string old in Directory.EnumerateFiles(Folder, "worker-*.jit").Where(file => Path.GetFileName(file) != Name))
                File.Delete(old);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing was written here, for example because the folder is read-only: workers start a little later, that is all.
        }
    }
}
