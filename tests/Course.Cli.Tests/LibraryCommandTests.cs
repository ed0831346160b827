namespace Course.Cli.Tests;

/// <summary>Commands that use the real library, from the real checkout.</summary>
public sealed class LibraryCommandTests
{
    [Fact]
    public async Task The_doctor_loads_a_tensor()
    {
        CourseProcess doctor = await RunAsync("doctor");

        Assert.Contains("works  C# kernel: runs a cell", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("works  libtorch: multiplies two matrices", doctor.Output, StringComparison.Ordinal);
        Assert.Equal("", doctor.Error);
    }

    [Fact]
    public async Task The_data_that_ships_is_here_and_whole()
    {
        CourseProcess list = await RunAsync("data", "list");
        CourseProcess verify = await RunAsync("data", "verify");

        Assert.Matches(@"mnist-10k +yes", list.Output);
        Assert.Equal((0, ""), (verify.ExitCode, verify.Error));
        Assert.Contains("mnist-10k: good", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Getting_what_is_here_and_an_unknown_name_gives_one_line_each()
    {
        CourseProcess here = await RunAsync("data", "get", "mnist-10k");
        CourseProcess unknown = await RunAsync("data", "get", "minst");

        Assert.Equal((0, "mnist-10k is on this machine already."), (here.ExitCode, here.Output.TrimEnd()));
        Assert.Equal((2, "course: there is no data set 'minst'; `course data list` names them all."),
            (unknown.ExitCode, unknown.Error.TrimEnd()));
    }

    [Fact]
    public async Task A_solution_is_shown_after_a_warning_that_it_is_better_to_try_first()
    {
        CourseProcess solution = await RunAsync("solution", "02.learn");

        Assert.Equal(0, solution.ExitCode);
        Assert.Contains("You learn more by trying first", Assert.Single(solution.Complaints), StringComparison.Ordinal);
        Assert.StartsWith("## 02.learn", solution.Output, StringComparison.Ordinal);
        Assert.Contains("double[] Learn(double[] w, double[] x, int target, double eta)", solution.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("02.bias", solution.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_exercise_is_answered_in_one_line_with_the_nearest()
    {
        CourseProcess solution = await RunAsync("solution", "02.lern");

        Assert.Equal((2, ""), (solution.ExitCode, solution.Output));
        Assert.Equal("course: There is no exercise \"02.lern\". Did you mean \"02.learn\"?", Assert.Single(solution.Complaints));
    }

    [Fact]
    public async Task Other_programs_play_Go_against_it()
    {
        CourseProcess gtp = await CourseProcess.StartAsync(Checkout.DotNet, Path.GetTempPath(),
            [Path.Combine(Repository.Root, "artifacts", "cli", "Course.Cli.dll"), "gtp", "--simulations", "50"],
            input: "boardsize 5\nkomi 7.5\ngenmove black\nboardsize 19\nquit\n");

        Assert.Equal((0, ""), (gtp.ExitCode, gtp.Error));
        Assert.Equal("=\n\n=\n\n= C3\n\n? unacceptable size\n\n=\n\n", gtp.Output);
    }

    private static Task<CourseProcess> RunAsync(params string[] arguments) =>
        CourseProcess.StartAsync(Checkout.DotNet, Path.GetTempPath(),
        [Path.Combine(Repository.Root, "artifacts", "cli", "Course.Cli.dll"), .. arguments]);
}
