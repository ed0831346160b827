using System.Xml.Linq;

namespace Course.Lessons.Tests;

public class NoticesTests
{
    [Fact]
    public void Every_package_and_its_version_stand_in_the_notices()
    {
        string notices = File.ReadAllText(Path.Combine(Repository.Root, "docs", "third-party-notices.md"));
        string[] missing = [.. XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => (Name: (string)package.Attribute("Include")!, Version: (string)package.Attribute("Version")!))
            .Where(package => !notices.Split('\n').Any(line => line.Contains(package.Name, StringComparison.Ordinal)
                && line.Contains(package.Version, StringComparison.Ordinal)))
            .Select(package => $"{package.Name} {package.Version}")];
        Assert.Equal([], missing);
    }

    [Fact]
    public void Every_data_set_stands_in_the_data_sets_own_page()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "datasets", "README.md"));
        string[] missing = [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "datasets"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => !readme.Contains($"### `{name}/`", StringComparison.Ordinal))];
        Assert.Equal([], missing);
    }
}
