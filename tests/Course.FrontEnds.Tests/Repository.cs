using Course.TestTools;

namespace Course.FrontEnds.Tests;

/// <summary>Where the repository lies that these tests were built from.</summary>
internal static class Repository
{
    internal static string Root => RepositoryRoot.Path;

    internal static string Notebooks => Path.Combine(Root, "notebooks");
}
