using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Course.Lessons.Tests;

public class NoticesTests
{
    [Fact]
    public void Every_package_and_its_version_stand_in_the_notices() => Assert.Equal([], Absent(
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => ((string)package.Attribute("Include")!, (string)package.Attribute("Version")!)),
        StringComparison.Ordinal));

    // The manifest of tools spells names in lower case.
    [Fact]
    public void Every_tool_and_its_version_stand_in_the_notices() => Assert.Equal([], Absent(
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, ".config", "dotnet-tools.json")))!["tools"]!.AsObject()
            .Select(tool => (tool.Key, (string)tool.Value!["version"]!)),
        StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Every_data_set_stands_in_the_data_sets_own_page()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "datasets", "README.md"));
        string[] missing = [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "datasets"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => !readme.Contains($"### `{name}/`", StringComparison.Ordinal))];
        Assert.Equal([], missing);
    }

    private static string[] Absent(IEnumerable<(string Name, string Version)> packages, StringComparison names)
    {
        string[] notices = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "third-party-notices.md"));
        return [.. packages
            .Where(package => !notices.Any(line => line.Contains(package.Name, names)
                && line.Contains(package.Version, StringComparison.Ordinal)))
            .Select(package => $"{package.Name} {package.Version}")];
    }
}
