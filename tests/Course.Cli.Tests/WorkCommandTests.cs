using System.Text.Json.Nodes;

namespace Course.Cli.Tests;

/// <summary><c>course work</c> and <c>course progress</c>, in a checkout whose lessons the tests write.</summary>
public sealed class WorkCommandTests : IDisposable
{
    private const string Stub = "int Twice(int x) => throw new NotImplementedException();", Check = "Check(\"02.twice\", Twice);";

    private readonly Checkout checkout = new();

    public void Dispose() => checkout.Dispose();

    [Fact]
    public async Task A_lesson_is_copied_beside_the_notebooks_and_says_with_which_version()
    {
        checkout.Lesson("01-neuron", 1, "1 + 1");
        checkout.Lesson("02-perceptron", 2, Stub, Check);

        CourseProcess work = await checkout.RunAsync("work", "2");

        Assert.Equal((0, ""), (work.ExitCode, work.Error));
        Assert.Equal("work/02-perceptron.ipynb: copied", work.Output.Trim().Replace('\\', '/'));
        Assert.False(File.Exists(Mine("01-neuron")));
        JsonNode stamp = Read(Mine("02-perceptron"))["metadata"]!["course"]!["madeWith"]!;
        Assert.Matches(@"^\d+\.\d+\.\d+", (string?)stamp["version"]);
        Assert.Equal("int Twice(int x)", (string?)stamp["exercises"]!["02.twice"]);
    }

    [Fact]
    public async Task What_was_not_edited_follows_the_course()
    {
        checkout.Lesson("01-neuron", 1, "1 + 1");
        await checkout.RunAsync("work");
        Assert.Contains("is there already", (await checkout.RunAsync("work")).Output, StringComparison.Ordinal);

        checkout.Lesson("01-neuron", 1, "1 + 2", "3");
        CourseProcess again = await checkout.RunAsync("work");

        Assert.Equal(["work/01-neuron.ipynb: the course has changed, and you had not: copied anew", "part-1 changed", "part-2 is new"], Lines(again));
        Assert.Contains("1 + 2", File.ReadAllText(Mine("01-neuron")), StringComparison.Ordinal);
        Assert.Contains("is there already", (await checkout.RunAsync("work")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_edited_is_never_overwritten_and_what_changed_in_the_course_is_said()
    {
        checkout.Lesson("01-neuron", 1, "1 + 1", "2", "3");
        await checkout.RunAsync("work");
        File.WriteAllText(Mine("01-neuron"), File.ReadAllText(Mine("01-neuron")).Replace("1 + 1", "1 + 9", StringComparison.Ordinal));
        string mine = File.ReadAllText(Mine("01-neuron"));
        Assert.Equal(["work/01-neuron.ipynb: yours, left alone"], Lines(await checkout.RunAsync("work")));

        checkout.Lesson("01-neuron", 1, "1 + 1", "2.5");
        CourseProcess again = await checkout.RunAsync("work", "neuron");

        Assert.Equal(
            [
                "work/01-neuron.ipynb: yours, left alone; the course has changed since it was copied:", "part-2 changed", "part-3 is gone",
                "Move yours aside and call this again for the new one.",
            ],
            Lines(again));
        Assert.Equal(mine, File.ReadAllText(Mine("01-neuron")));
    }

    [Fact]
    public async Task What_something_else_put_there_is_left_alone()
    {
        string lesson = checkout.Lesson("01-neuron", 1, "1 + 1");
        Directory.CreateDirectory(Path.GetDirectoryName(Mine("x"))!);
        File.Copy(lesson, Mine("01-neuron"));

        CourseProcess work = await checkout.RunAsync("work");

        Assert.Equal(["work/01-neuron.ipynb: left alone: this command did not put it there"], Lines(work));
    }

    [Fact]
    public async Task A_word_that_means_no_lesson_is_one_line_and_copies_nothing()
    {
        checkout.Lesson("01-neuron", 1, "1 + 1");
        string other = checkout.Notebook("other", "1");

        Assert.Equal("course: There is no lesson '9'; `course list` shows those there are.",
            Assert.Single((await checkout.RunAsync("work", "1", "9")).Complaints));
        CourseProcess foreign = await checkout.RunAsync("work", other);

        Assert.Equal(2, foreign.ExitCode);
        Assert.EndsWith("is none of the course's lessons; `course list` shows them.", Assert.Single(foreign.Complaints), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(checkout.Root, "work")));
    }

    [Fact]
    public async Task A_run_of_a_copy_is_no_measurement_of_the_course()
    {
        checkout.Lesson("01-neuron", 1, "1 + 1");
        await checkout.RunAsync("work");

        Assert.Equal(0, (await checkout.RunAsync("run", Mine("01-neuron"))).ExitCode);
        Assert.False(Directory.Exists(Path.Combine(checkout.Root, "artifacts", "runs")));
        Assert.Equal(0, (await checkout.RunAsync("run", "1")).ExitCode);
        Assert.Single(Directory.GetFiles(Path.Combine(checkout.Root, "artifacts", "runs")));
    }

    [Fact]
    public async Task Progress_is_what_the_saved_checks_say()
    {
        checkout.Lesson("01-neuron", 1, "1 + 1");
        checkout.Lesson("02-perceptron", 2, Stub, Check, "Check(\"02.thrice\", Thrice);", "Check(\"02.once\", Once);");
        await checkout.RunAsync("work");
        JsonNode mine = Read(Mine("02-perceptron"));
        Output(mine, 1, 2, """{"id":"02.twice","status":"failed"}""", """{"id":"02.twice","status":"passed"}""");
        // As .NET Interactive saves it: JSON as text.
        Output(mine, 2, 1.5, "\"{\\\"id\\\":\\\"02.thrice\\\",\\\"status\\\":\\\"failed\\\"}\"");
        Output(mine, 3, 1, """{"id":"02.twice","status":"passed"}""");
        File.WriteAllText(Mine("02-perceptron"), mine.ToJsonString());

        CourseProcess progress = await checkout.RunAsync("progress");

        Assert.Equal((0, ""), (progress.ExitCode, progress.Error));
        Assert.Matches(@"01 +Lesson 1 +0 of 0 +0 of 0", progress.Output);
        Assert.Matches(@"02 +Lesson 2 +1 of 3 +2 of 4\.5 +02\.thrice: not right yet", progress.Output);
        Assert.Contains("2 of 4.5 points, as the notebooks were last saved.", progress.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_notebooks_progress_says_what_to_do()
    {
        CourseProcess progress = await checkout.RunAsync("progress");

        Assert.Equal(2, progress.ExitCode);
        Assert.EndsWith("`course work` copies lessons there.", Assert.Single(progress.Complaints), StringComparison.Ordinal);
    }

    private string Mine(string name) => Path.Combine(checkout.Root, "work", name + ".ipynb");

    private static string[] Lines(CourseProcess process) =>
        process.Output.Replace('\\', '/').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static JsonNode Read(string path) => JsonNode.Parse(File.ReadAllText(path))!;

    /// <summary>Gives a cell its points and the outputs of checks.</summary>
    private static void Output(JsonNode notebook, int cell, double points, params string[] checks)
    {
        JsonObject at = notebook["cells"]![cell]!.AsObject();
        at["metadata"] = new JsonObject { ["nbgrader"] = new JsonObject { ["points"] = points } };
        at["outputs"] = new JsonArray([.. checks.Select(check => new JsonObject
        {
            ["output_type"] = "display_data",
            ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject { ["application/vnd.course.check.v1+json"] = JsonNode.Parse(check), ["text/plain"] = "a check" },
        })]);
    }
}
