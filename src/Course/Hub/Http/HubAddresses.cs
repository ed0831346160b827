using Course.Hub.Repositories;

namespace Course.Hub.Http;

/// <summary>
/// The addresses of the Hub: those of files (https://huggingface.co/docs/hub/models-downloading) and those of its API
/// (https://huggingface.co/docs/hub/api).
/// </summary>
/// <param name="endpoint">The Hub's address.</param>
internal sealed class HubAddresses(Uri endpoint)
{
    private readonly string root = endpoint.AbsoluteUri.TrimEnd('/');

    /// <summary>What the Hub tells of a repository at a revision; among other things, the revision's commit.</summary>
    internal Uri Revision(RepoId id, string revision) => new($"{root}/api/{id.Folder}/{id.FullName}/revision/{Escaped(revision)}");

    /// <summary>The list of all files.</summary>
    internal Uri Tree(RepoId id, string revision) => new($"{root}/api/{id.Folder}/{id.FullName}/tree/{Escaped(revision)}?recursive=true");

    /// <summary>A file itself.</summary>
    internal Uri Resolve(RepoId id, string revision, string path) =>
        new($"{root}/{id}/resolve/{Escaped(revision)}/{string.Join('/', HubPath.Check(path).Split('/').Select(Escaped))}");

    /// <summary>Whether an address is on the Hub's own host: the token may go there.</summary>
    internal bool Own(Uri address) => SameHost(address, endpoint);

    /// <summary>Whether two addresses have the same scheme, host and port.</summary>
    internal static bool SameHost(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>An address as an error shows it: what follows a question mark may be a key to a private file.</summary>
    internal static string Shown(Uri address) => address.GetLeftPart(UriPartial.Path);

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
