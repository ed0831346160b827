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
        Assert.Equal((2, "course: there is no data set 'minst'; `course data list` names them all."), (unknown.ExitCode, unknown.Error.TrimEnd()));
    }

    private static Task<CourseProcess> RunAsync(params string[] arguments) =>
        CourseProcess.StartAsync(Checkout.DotNet, Path.GetTempPath(), [Path.Combine(Repository.Root, "artifacts", "cli", "Course.Cli.dll"), .. arguments]);
}
