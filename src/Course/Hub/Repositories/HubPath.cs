namespace Course.Hub.Repositories;

/// <summary>
/// Paths of files that strangers chose. A path is used only if it names a file inside the folder on every system: no drive, no root, no way
/// up, nothing that Git keeps for itself. Defined in lesson 17.
/// </summary>
public static class HubPath
{
    /// <summary>The longest path, in letters.</summary>
    public const int Longest = 1_000;

    // Windows takes these for something else wherever they stand, and a file made there could not be opened.
    private const string Forbidden = "\\:*?\"<>|";

    /// <summary>Checks a path.</summary>
    /// <param name="path">The path, with / between folders.</param>
    /// <returns>The same path.</returns>
    /// <exception cref="HubFileException">It is no path inside a folder; the message says why.</exception>
    public static string Check(string path) => Fault(path) is { } fault ? throw new HubFileException($"'{path}' {fault}.") : path;

    /// <summary>The place of a file in a folder of this machine.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">The file's path inside it, with / between folders.</param>
    /// <exception cref="HubFileException">The path is no path inside a folder.</exception>
    public static string Inside(string folder, string path)
    {
        string root = Path.GetFullPath(folder), place = Path.GetFullPath(Path.Combine(root, Path.Combine(Check(path).Split('/'))));
        return place.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? place : throw new HubFileException($"'{path}' is outside the folder.");
    }

    private static string? Fault(string? path) =>
        string.IsNullOrEmpty(path) ? "is no path of a file"
        : path.Length > Longest ? $"has more than {Longest} letters"
        : path.Any(letter => char.IsControl(letter) || Forbidden.Contains(letter)) ? "has a letter that no path on a hub may have"
        : path.Split('/').Select(FaultOfPart).FirstOrDefault(fault => fault is not null);

    private static string? FaultOfPart(string part) =>
        part.Length == 0 ? "begins or ends with /, or has two of them side by side"
        : part is "." or ".." ? "leads out of its folder"
        : part[^1] is '.' or ' ' ? "has a part that ends with a dot or a space"
        : part.Equals(".git", StringComparison.OrdinalIgnoreCase) || part.StartsWith("git~", StringComparison.OrdinalIgnoreCase)
            ? "has a part that Git keeps for itself"
        : RepoId.IsDevice(part) ? "has a part that Windows takes for a device"
        : null;
}
