using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Cli.Site;

/// <summary>
/// The folder of a site, which is there whole or not at all. The new one is written beside it and then takes its place. A mark in it names
/// its files, so that nothing that somebody else put there is ever lost.
/// </summary>
internal sealed class SiteFolder
{
    /// <summary>The file that marks a folder as a site of ours, and lists what belongs to it.</summary>
    public const string Mark = "course-site.json";

    private readonly string folder;
    private readonly string shown;

    /// <summary>Looks at the place.</summary>
    /// <param name="path">The folder: a new one, an empty one, or a site that may be replaced.</param>
    /// <exception cref="UserException">There is something else.</exception>
    public SiteFolder(string path)
    {
        shown = path;
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(folder))
            throw new UserException($"{shown} is a file; name a folder for the site.");
        RefuseForeign();
    }

    /// <summary>Writes the site, and puts it in its place.</summary>
    /// <param name="write">Writes all files into the folder that it gets.</param>
    public void Replace(Action<string> write)
    {
        string next = Beside("next"), old = Beside("old");
        try
        {
            Directory.CreateDirectory(next);
            write(next);
            File.WriteAllText(Path.Combine(next, Mark), ListOf(next));
            RefuseForeign();
            bool replaces = Directory.Exists(folder);
            if (replaces) Directory.Move(folder, old);
            try
            {
                Directory.Move(next, folder);
            }
            catch when (replaces)
            {
                Directory.Move(old, folder);
                throw;
            }

            if (replaces) Directory.Delete(old, recursive: true);
        }
        finally
        {
            if (Directory.Exists(next)) Directory.Delete(next, recursive: true);
        }
    }

    /// <summary>The files of a folder, by their paths below it with forward slashes, in order.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private string Beside(string purpose) => $"{folder}.{purpose}-{Guid.NewGuid():N}";

    private static string ListOf(string site) =>
        new JsonObject { ["files"] = new JsonArray([.. FilesIn(site).Select(file => (JsonNode?)file)]) }
            .ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n";

    private void RefuseForeign()
    {
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
            return;
        if (!File.Exists(Path.Combine(folder, Mark)))
            throw new UserException($"{shown} is no site of this course (it has no {Mark}), so it stays as it is; name a new or empty folder.");
        if (FilesIn(folder).Except([Mark, .. Listed()]).FirstOrDefault() is { } foreign)
            throw new UserException($"{shown} holds {foreign}, which is no part of the site; move it away, or name another folder.");
    }

    private IEnumerable<string> Listed()
    {
        try
        {
            return [.. ((JsonNode.Parse(File.ReadAllText(Path.Combine(folder, Mark))) as JsonObject)?["files"] as JsonArray ?? [])
                .Select(file => file?.ToString() ?? "")];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
