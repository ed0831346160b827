using System.CommandLine;
using Course.Grading.Submissions;
using Course.Notebooks.Lessons;

namespace Course.Cli.Commands;

/// <summary><c>course solution</c>: shows a solution of an exercise.</summary>
internal static class SolutionCommand
{
    public static Command Create(CourseFolder course)
    {
        var id = new Argument<string>("id") { Description = "The exercise, as its check names it: 02.learn." };
        var command = new Command("solution", "Shows the solution of one exercise. Try it yourself first.") { id };
        command.SetAction(parsed => Show(course, parsed.GetRequiredValue(id)));
        return command;
    }

    private static int Show(CourseFolder course, string id)
    {
        try
        {
            Solution solution = Solutions.Find(course, id);
            Console.Error.WriteLine(
                $"course: the solution of {id} follows. You learn more by trying first: the check below the stub tells what is wrong, as often as you like.");
            Console.Out.WriteLine(solution.Text);
            return ExitCode.Done;
        }
        catch (ArgumentException unknown)
        {
            throw new UserException(unknown.Message);
        }
    }
}
