using Course.TestTools;

namespace Course.Cli.Tests;

/// <summary>Where the repository lies that these tests were built from.</summary>
internal static class Repository
{
    internal static string Root => RepositoryRoot.Path;
}
