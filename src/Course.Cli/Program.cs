using System.CommandLine;
using Course.Cli;
using Course.Cli.Commands;
using Course.Notebooks.Lessons;

// The checkout in which this program was built, regardless of the current folder.
CourseFolder? course = CourseFolder.Find(AppContext.BaseDirectory);
if (course is null)
{
    Console.Error.WriteLine(
        $"course: this program lies in {AppContext.BaseDirectory}, outside a checkout of the course; start ./course there.");
    return ExitCode.Usage;
}

CourseLibrary.AnswerFrom(course);
var root = new RootCommand("The history of deep learning, in C#: runs the lessons and says what they measured.")
{
    ListCommand.Create(course),
    RunCommand.Create(course),
    WorkCommand.Create(course),
    ProgressCommand.Create(course),
    ExportCommand.Create(course),
    ClaimsCommand.Create(course),
    SolutionCommand.Create(course),
    DataCommand.Create(),
    KernelCommand.Create(course),
    GtpCommand.Create(),
    DoctorCommand.Create(course),
};
// A handout has not what these are for: the hidden halves of the exercises, the sources of the tests, the documents.
if (!course.IsHandout)
{
    Command[] teaching =
        [GradeCommand.Create(course), HandoutCommand.Create(course), SiteCommand.Create(course), NewCommand.Create(course)];
    foreach (Command command in teaching)
        root.Add(command);
}

ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
if (parsed.Errors.Count > 0)
{
    Console.Error.WriteLine(
        $"course: {parsed.Errors[0].Message} `course {string.Join(' ', CommandsOf(parsed).Append("--help"))}` shows how it is called.");
    return ExitCode.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (UserException e)
{
    Console.Error.WriteLine($"course: {e.Message}");
    return ExitCode.Usage;
}
catch (OperationCanceledException)
{
    return ExitCode.Interrupted;
}

static IEnumerable<string> CommandsOf(ParseResult parsed)
{
    for (System.CommandLine.Parsing.SymbolResult? at =
        parsed.CommandResult; at is System.CommandLine.Parsing.CommandResult { Parent: not null } command; at = command.Parent)
        yield return command.Command.Name;
}
