using System.CommandLine;
using Course.Cli.Doctor;
using Course.Notebooks.Lessons;

namespace Course.Cli.Commands;

/// <summary><c>course doctor</c>: checks what works here and what does not, and suggests fixes.</summary>
internal static class DoctorCommand
{
    public static Command Create(CourseFolder course)
    {
        var command = new Command("doctor", "Says what works here, what does not, and what to do about it.");
        command.SetAction((_, cancellation) => ExamineAsync(course, cancellation));
        return command;
    }

    private static async Task<int> ExamineAsync(CourseFolder course, CancellationToken cancellation)
    {
        bool well = true;
        await foreach (Finding finding in Examination.OfAsync(course, cancellation))
        {
            string mark = finding.State switch { FindingState.Works => "works", FindingState.Note => "note ", _ => "FAILS" };
            Console.Out.WriteLine($"{mark}  {finding.Subject}: {finding.Text}");
            if (finding.Remedy is { } remedy)
                Console.Out.WriteLine($"       -> {remedy}");
            well &= finding.State != FindingState.Fails;
        }

        return well ? ExitCode.Done : ExitCode.Failed;
    }
}
