using System.CommandLine;

namespace Course.Cli.Commands;

/// <summary><c>course data</c>: the data catalog.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Lists, fetches and verifies the data sets.");
}
