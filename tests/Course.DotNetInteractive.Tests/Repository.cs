using Course.TestTools;

namespace Course.DotNetInteractive.Tests;

/// <summary>Where the repository lies that these tests were built from.</summary>
internal static class Repository
{
    internal static string Notebooks { get; } = Path.Combine(RepositoryRoot.Path, "notebooks");
}
