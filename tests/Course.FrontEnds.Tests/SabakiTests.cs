using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Course.FrontEnds.Tests;

/// <summary>Sabaki, a board for Go programs, leads games over GTP: its own controller must get on with `course gtp`.</summary>
public sealed class SabakiTests
{
    private static readonly string packages = Path.Combine(Repository.Root, "artifacts", "npm", "node_modules");

    [Fact]
    public async Task Its_controller_plays_a_whole_game_and_no_command_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "`course` is a script of Unix");
        string? node = Array.Find(["/usr/bin/node", "/usr/local/bin/node", "/opt/homebrew/bin/node"], File.Exists);
        Assert.SkipWhen(node is null, "Node is not here, so Sabaki's controller led no game (Debian: apt-get install nodejs npm).");
        Assert.SkipUnless(Directory.Exists(Path.Combine(packages, "@sabaki", "gtp")),
            "Sabaki's controller is not here, so it led no game (npm install --prefix artifacts/npm @sabaki/gtp@3.0.0).");
        string script = Path.Combine(Repository.Root, "tests", "Course.FrontEnds.Tests", "sabaki-game.js");
        var start = new ProcessStartInfo(node!, [script, Path.Combine(Repository.Root, "course")]);
        start.Environment["NODE_PATH"] = packages;

        string output = await Programs.RunAsync(start, TestContext.Current.CancellationToken);

        Match end = Regex.Match(output, @"moves (\d+), score [BW]\+\d+\.5, refused 0");
        Assert.True(end.Success, output);
        Assert.True(int.Parse(end.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) >= 10, output);
    }
}
