namespace Course.Cli.Tests;

public sealed class ListCommandTests : IDisposable
{
    private readonly Checkout checkout = new();

    [Fact]
    public async Task Lists_number_year_title_and_budget_and_survives_a_broken_notebook()
    {
        checkout.Lesson("00-timeline", 0, "1");
        checkout.Lesson("02-perceptron", 2, "1");
        await File.WriteAllTextAsync(Path.Combine(checkout.Notebooks, "03-broken.ipynb"), "{", TestContext.Current.CancellationToken);

        CourseProcess list = await checkout.RunAsync("list");

        Assert.Equal((0, ""), (list.ExitCode, list.Error));
        Assert.Matches(@"00 +1900 +Lesson 0 +60 s +00-timeline", list.Output);
        Assert.Matches(@"02 +1902 +Lesson 2 +60 s +02-perceptron", list.Output);
        Assert.Matches(@"03 +\(cannot be read\) +03-broken", list.Output);
    }

    [Fact]
    public async Task An_unknown_command_is_one_line_and_exit_2()
    {
        CourseProcess fly = await checkout.RunAsync("fly");

        Assert.Equal((2, ""), (fly.ExitCode, fly.Output));
        Assert.StartsWith("course: ", Assert.Single(fly.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_arguments_it_shows_its_commands()
    {
        CourseProcess help = await checkout.RunAsync();

        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        foreach (string command in (string[])["list", "run", "claims", "solution", "data", "doctor"])
            Assert.Matches($@"(?m)^  {command}\b", help.Output);
    }

    public void Dispose() => checkout.Dispose();
}
