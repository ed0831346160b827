namespace Course.Cli.Tests;

/// <summary>The command is often called in a folder of submissions. What lies there is data, whatever it is called.</summary>
public sealed class PlantedProgramsTests : IDisposable
{
    private readonly Checkout checkout = new();

    [Theory]
    [InlineData("doctor")]
    [InlineData("run", "lesson.ipynb")]
    public async Task A_file_called_like_a_program_is_not_run(params string[] command)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The planted programs are shell scripts.");
            return;
        }
        string mark = Path.Combine(checkout.Work, "was-run");
        foreach (string name in (string[])["bwrap", "dotnet", "git", "setpriv"])
        {
            string planted = Path.Combine(checkout.Work, name);
            await File.WriteAllTextAsync(planted, $"#!/bin/sh\ntouch '{mark}'\n", TestContext.Current.CancellationToken);
            File.SetUnixFileMode(planted, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        checkout.Notebook("lesson", "1 + 1");

        CourseProcess run = await checkout.RunAsync(command);

        Assert.NotEmpty(run.Output);
        Assert.False(File.Exists(mark), run.Output);
    }

    public void Dispose() => checkout.Dispose();
}
