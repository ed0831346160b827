using System.CommandLine;
using System.Globalization;
using Course.Notebooks.Lessons;

namespace Course.Cli.Commands;

/// <summary><c>course run</c>: its arguments.</summary>
internal static class RunCommand
{
    public static Command Create(CourseFolder course)
    {
        var lessons = new Argument<string[]>("lesson")
        {
            Description = "A number, a name or a path; none means all.",
            Arity = ArgumentArity.ZeroOrMore
        };
        var output = new Option<string?>("--output") { Description = "Writes the executed notebooks into this folder.", HelpName = "DIR" };
        var html = new Option<string?>("--html")
        {
            Description = "Writes each notebook as one offline page into this folder.",
            HelpName = "DIR"
        };
        var charts = new Option<string?>("--charts")
        {
            Description = "Writes a sheet with all charts of each notebook, light and dark, into this folder.",
            HelpName = "DIR"
        };
        var report = new Option<string?>("--report") { Description = "Writes what happened as JSON.", HelpName = "FILE" };
        var timeout = new Option<double?>("--timeout")
        {
            Description = "The most seconds that one cell may take (300; with --long no limit).",
            HelpName = "S"
        };
        var parallel = new Option<int>("--parallel")
        {
            Description = "How many notebooks run at once, with one torch thread each.",
            HelpName = "N",
            DefaultValueFactory = _ => 1
        };
        var longRuns = new Option<bool>("--long") { Description = "Runs the lessons' paper-faithful jobs instead, which take long." };
        lessons.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } unknown)
                result.AddError($"There is no option {unknown.Value}.");
        });
        timeout.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double seconds)
                && seconds is not (> 0 and <= 1e6))
                result.AddError("--timeout takes a number of seconds above 0.");
        });
        parallel.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int count)
                && count is not (>= 1 and <= 64))
                result.AddError("--parallel takes a number from 1 to 64.");
        });

        var command = new Command("run", "Executes lessons headlessly, each in a process of its own.") { lessons, output, html, charts,
            report, timeout, parallel, longRuns };
        command.SetAction((parsed, cancellation) =>
        {
            var plan = new RunPlan
            {
                Words = parsed.GetValue(lessons) ?? [],
                Output = parsed.GetValue(output),
                Html = parsed.GetValue(html),
                Charts = parsed.GetValue(charts),
                Report = parsed.GetValue(report),
                Timeout = parsed.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                Parallel = parsed.GetValue(parallel),
            };
            return parsed.GetValue(longRuns)
                ? new LongRunsCommand(course, plan).RunAsync(cancellation) : new LessonRuns(course, plan).RunAsync(cancellation);
        });
        return command;
    }
}
