using System.CommandLine;
using Course.Cli.Scaffolding;
using Course.Notebooks.Lessons;

namespace Course.Cli.Commands;

/// <summary><c>course new</c>: writes the files of a lesson or an exercise, with everything that the tests require.</summary>
internal static class NewCommand
{
    public static Command Create(CourseFolder course) =>
        new("new", "For authors: writes a lesson or an exercise that runs, to be replaced piece by piece.")
        {
            Lesson(course), Exercise(course),
        };

    private static Command Lesson(CourseFolder course)
    {
        var number = new Argument<int>("number") { Description = "Its place in the course: 8." };
        var title = new Argument<string>("title") { Description = "Its title: \"Long short-term memory\"." };
        var year = new Option<int>("--year") { Description = "The year of its milestone.", Required = true };
        var machine = new Option<string>("--machine")
        {
            Description = "Its folder in src/Course and the type of its machine.",
            HelpName = "FOLDER/TYPE",
            Required = true,
        };
        var threads = new Option<int>("--torch-threads") { Description = "How many threads TorchSharp may use; 0, the default, for none." };
        var command = new Command("lesson", "Writes a lesson: its machine, claims, notebook and so on, and its line in the registry.")
        {
            number, title, year, machine, threads,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetRequiredValue(machine).Split('/') is not [string folder, string type])
                throw new UserException("--machine wants a folder and a type, for example ConvNets/LeNet1989.");
            return Report(
                new NewLesson(parsed.GetRequiredValue(number), parsed.GetRequiredValue(year), parsed.GetRequiredValue(title), folder, type,
                    parsed.GetValue(threads)).Write(course),
                $"Next: dotnet build, ./course run {parsed.GetRequiredValue(number):00}, ./course claims --write docs/claims.md.");
        });
        return command;
    }

    private static Command Exercise(CourseFolder course)
    {
        var id = new Argument<string>("id") { Description = "The lesson and a word: 08.gates." };
        var title = new Argument<string>("title") { Description = "Its title." };
        var points = new Option<int>("--points") { Description = "What it is worth.", DefaultValueFactory = _ => 2 };
        var command = new Command("exercise", "Adds an exercise to a lesson: both halves, its cells, its solution.") { id, title, points };
        command.SetAction(parsed => Report(
            new NewExercise(parsed.GetRequiredValue(id), parsed.GetRequiredValue(title), parsed.GetValue(points)).Write(course),
            "Next: dotnet build, then replace the example by yours in each of these files."));
        return command;
    }

    private static int Report(IReadOnlyList<string> written, string next)
    {
        foreach (string file in written) Console.Out.WriteLine($"wrote {file}");
        Console.Out.WriteLine(next);
        return ExitCode.Done;
    }
}
