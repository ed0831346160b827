using System.CommandLine;
using Course.Notebooks.Lessons;

namespace Course.Cli.Commands;

/// <summary><c>course doctor</c>.</summary>
internal static class DoctorCommand
{
    public static Command Create(CourseFolder course) => new("doctor", $"Says what works here, what does not, and what to do about it.");
}
