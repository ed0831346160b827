using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Course.Lessons.Tests;

/// <summary>What VS Code and dev containers read. Neither runs here, so that only a test would notice a slip.</summary>
public class EditorFilesTests
{
    private static JsonNode Container => Read(".devcontainer/devcontainer.json");

    [Theory]
    [InlineData("onCreateCommand")]
    [InlineData("updateContentCommand")]
    [InlineData("postCreateCommand")]
    public void The_container_runs_programs_that_are_there(string step) => Assert.All(
        Container[step]!.GetValue<string>().Split(" && ").Select(command => command.Split(' ')[0]),
        program => Assert.True(program == "dotnet" || File.Exists(Path.Combine(Repository.Root, program)), program));

    [Fact]
    public void The_creation_of_the_container_ends_with_doctor()
    {
        Assert.EndsWith("./course doctor", Container["postCreateCommand"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("postCreateCommand", (string?)Container["waitFor"]);
    }

    [Fact]
    public void The_container_has_what_the_sandbox_needs()
    {
        string built = Path.Combine(Repository.Root, ".devcontainer", Container["build"]!["dockerfile"]!.GetValue<string>());
        Assert.Contains(" bubblewrap ", File.ReadAllText(built), StringComparison.Ordinal);

        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "grading.md"));
        string[] needed = [.. Regex.Matches(page, "--security-opt ([a-z=]+)").Select(option => option.Groups[1].Value)];
        Assert.NotEmpty(needed);
        Assert.Equal(needed, Container["securityOpt"]!.AsArray().Select(option => (string?)option));
    }

    [Fact]
    public void The_container_has_the_extensions_that_the_repository_recommends() => Assert.True(JsonNode.DeepEquals(
        Read(".vscode/extensions.json")["recommendations"], Container["customizations"]!["vscode"]!["extensions"]));

    [Fact]
    public void Code_is_completed_in_the_language_of_the_notebooks()
    {
        JsonNode notebook = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Notebooks, Repository.LessonFiles[0])))!;
        string language = notebook["metadata"]!["kernelspec"]!["language"]!.GetValue<string>();
        Assert.Equal(["."], Read(".vscode/settings.json")["jupyter.completionTriggerCharacters"]![language.ToLowerInvariant()]!
            .AsArray().Select(character => (string?)character));
    }

    private static JsonNode Read(string file) => JsonNode.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, file)), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!;
}
