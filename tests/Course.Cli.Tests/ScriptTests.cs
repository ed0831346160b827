namespace Course.Cli.Tests;

/// <summary>The sh script that starts the command.</summary>
public sealed class ScriptTests(Checkout checkout) : IClassFixture<Checkout>
{
    [Fact]
    public async Task It_starts_the_built_command_from_any_folder_and_through_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "course.cmd is Windows's");
        checkout.Lesson("01-neuron", 1, "1");
        string link = Path.Combine(checkout.Work, "link to course");
        File.CreateSymbolicLink(link, "../der Kurs ü/course");

        CourseProcess list = await CourseProcess.StartAsync("/bin/sh", Path.GetTempPath(), [link, "list"], WithDotNet());

        Assert.Equal((0, ""), (list.ExitCode, list.Error));
        Assert.Contains("01-neuron", list.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "dotnet is not on the path")]
    [InlineData("8.0.404 [/usr/lib/dotnet/sdk]", "needs the .NET SDK 10 or newer (found: 8)")]
    [InlineData("", "needs the .NET SDK 10 or newer (found: none)")]
    public async Task Without_the_SDK_it_says_so_in_one_line(string? sdks, string said)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "course.cmd is Windows's");
        using var empty = new Checkout();
        Directory.Delete(Path.Combine(empty.Root, "artifacts"), recursive: true);
        string tools = Directory.CreateDirectory(Path.Combine(empty.Work, "tools")).FullName;
        foreach (string tool in (string[])["dirname", "readlink", "sed", "sort", "tail"])
            File.CreateSymbolicLink(Path.Combine(tools, tool), new[] { "/usr/bin/" + tool, "/bin/" + tool }.First(File.Exists));
        if (sdks is not null)
        {
            string dotnet = Path.Combine(tools, "dotnet");
            await File.WriteAllTextAsync(dotnet, $"#!/bin/sh\n[ \"$1\" = --list-sdks ] && echo '{sdks}'\n",
                TestContext.Current.CancellationToken);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        CourseProcess run = await CourseProcess.StartAsync("/bin/sh", empty.Work, [Path.Combine(empty.Root, "course"), "run"], tools);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, Assert.Single(run.Complaints), StringComparison.Ordinal);
    }

    private static string WithDotNet() => $"{Path.GetDirectoryName(Checkout.DotNet)}:{Environment.GetEnvironmentVariable("PATH")}";
}
