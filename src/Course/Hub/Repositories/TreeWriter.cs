using LibGit2Sharp;

namespace Course.Hub.Repositories;

/// <summary>Writes the next version of a repository's files. Defined in lesson 17.</summary>
internal static class TreeWriter
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30), pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Writes changed files, and the tree that names them and all others. Whatever .gitattributes says goes to Git LFS.</summary>
    /// <exception cref="EntryNotFoundException">A file that is to be deleted is not there.</exception>
    internal static Tree Write(Repository git, Tree? before, HubChange[] changes, LfsStore store)
    {
        TreeDefinition after = before is null ? new() : TreeDefinition.From(before);
        var attributes = new GitAttributes(Attributes(before, changes));
        foreach (HubChange change in changes)
        {
            if (change.Open is null)
            {
                if (after[change.Path] is null) throw new EntryNotFoundException($"There is no {change.Path} to delete.");
                after.Remove(change.Path);
                continue;
            }
            using Stream content = change.Open();
            bool large = attributes.IsLarge(change.Path);
            using Stream kept = large ? new MemoryStream(System.Text.Encoding.UTF8.GetBytes(store.Add(content).Write())) : content;
            after.Add(change.Path, git.ObjectDatabase.CreateBlob(kept), Mode.NonExecutableFile);
        }
        return git.ObjectDatabase.CreateTree(after);
    }

    /// <summary>Lets one program after the other commit: each waits until it holds the lock file.</summary>
    /// <exception cref="HubException">Another has held it for half a minute.</exception>
    internal static FileStream Lock(string folder)
    {
        for (DateTime end = DateTime.UtcNow + patience; ; Thread.Sleep(pause))
        {
            try
            {
                return new FileStream(Path.Combine(folder, "hub.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Directory.Exists(folder) && DateTime.UtcNow < end)
            {
            }
            catch (IOException error)
            {
                throw new HubException($"Nothing can be committed to {folder}: another program holds it.", error);
            }
        }
    }

    private static string Attributes(Tree? before, HubChange[] changes)
    {
        if (changes.LastOrDefault(change => change.Path == GitAttributes.FileName) is { Open: { } open })
        {
            using var reader = new StreamReader(open());
            return reader.ReadToEnd();
        }
        return before is not null && TreeReader.Find(before, GitAttributes.FileName) is { } blob ? blob.GetContentText() : "";
    }
}
