using System.CommandLine;
using System.Globalization;
using Course.Grading.Marking;
using Course.Grading.Submissions;
using Course.Notebooks.Lessons;

namespace Course.Cli.Commands;

/// <summary><c>course grade</c>: its arguments.</summary>
internal static class GradeCommand
{
    public static Command Create(CourseFolder course)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Notebooks, and folders of them: every file one submission, every folder in a folder one student.",
            Arity = ArgumentArity.OneOrMore
        };
        var report = new Option<string?>("--report")
        {
            Description = "Writes everything as JSON; called again after an interruption, goes on where it was.",
            HelpName = "FILE"
        };
        var csv = new Option<string?>("--csv") { Description = "Writes the marks for a spreadsheet.", HelpName = "FILE" };
        var html = new Option<string?>("--html")
        {
            Description = "Writes a page of feedback for each student into this folder.",
            HelpName = "DIR"
        };
        var classroom50 = new Option<string?>("--classroom50")
        {
            Description = "Writes result.json for the runner of Classroom 50: the path is one student's.",
            HelpName = "FILE"
        };
        var gradescope = new Option<string?>("--gradescope")
        {
            Description = "Writes results.json for Gradescope: the path is one student's.",
            HelpName = "FILE"
        };
        var moodle = new Option<string?>("--moodle") { Description = "Writes grades that Moodle imports.", HelpName = "FILE" };
        var nbgrader = new Option<string?>("--nbgrader")
        {
            Description = "Writes grades as `nbgrader export` does.",
            HelpName = "FILE"
        };
        var lesson = new Option<int?>("--lesson")
        {
            Description = "The lesson of all submissions, whatever they say themselves.",
            HelpName = "N"
        };
        var seed = new Option<long?>("--seed")
        {
            Description = "The seed of the hidden cases, to repeat a grading exactly.",
            HelpName = "N"
        };
        var parallel = new Option<int>("--parallel")
        {
            Description = "How many submissions are graded at once.",
            HelpName = "N",
            DefaultValueFactory = _ => 1
        };
        var timeout = new Option<double?>("--timeout") { Description = "The most seconds that one cell may take (60).", HelpName = "S" };
        var total = new Option<double?>("--total")
        {
            Description = "The most seconds that one submission may take (120, or twice a longer --timeout).",
            HelpName = "S"
        };
        var part = new Option<string?>("--part")
        {
            Description = "Every Nth submission only, for one of N machines with the same --seed: 3/8.",
            HelpName = "I/N"
        };
        var gitHub = new Option<bool>("--github") { Description = "Writes the marks into the summary of a GitHub job, and annotations." };
        var noSandbox = new Option<bool>("--no-sandbox")
        {
            Description = "Runs student code with your own rights, where there is no bubblewrap. The report says so."
        };
        parallel.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int count)
                && count is not (>= 1 and <= 64))
                result.AddError("--parallel takes a number from 1 to 64.");
        });
        foreach (Option<double?> limit in (Option<double?>[])[timeout, total])
        {
            limit.Validators.Add(result =>
            {
                if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out double seconds)
                    && seconds is not (> 0 and <= 1e6))
                    result.AddError($"{limit.Name} takes a number of seconds above 0.");
            });
        }

        part.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Shard.TryParse(result.Tokens[0].Value, out _))
                result.AddError("--part takes two numbers, as in 3/8: the third of eight parts.");
        });

        var command = new Command("grade", "Grades submissions, each in a sandbox of its own.") { paths, report, csv, html,
            classroom50, gradescope, moodle, nbgrader, lesson, seed, parallel, part, timeout, total, gitHub, noSandbox };
        command.SetAction((parsed, cancellation) =>
        {
            var options = new GradingOptions
            {
                Lesson = parsed.GetValue(lesson),
                Seed = parsed.GetValue(seed),
                Parallel = parsed.GetValue(parallel),
                UseSandbox = !parsed.GetValue(noSandbox),
            };
            if (parsed.GetValue(timeout) is { } seconds)
            {
                var cell = TimeSpan.FromSeconds(seconds);
                TimeSpan most = options.SubmissionTimeout > 2 * cell ? options.SubmissionTimeout : 2 * cell;
                options = options with { CellTimeout = cell, SubmissionTimeout = most };
            }

            if (parsed.GetValue(total) is { } all)
                options = options with { SubmissionTimeout = TimeSpan.FromSeconds(all) };
            var outputs = new GradeOutputs
            {
                Report = parsed.GetValue(report),
                Csv = parsed.GetValue(csv),
                Html = parsed.GetValue(html),
                Classroom50 = parsed.GetValue(classroom50),
                Gradescope = parsed.GetValue(gradescope),
                Moodle = parsed.GetValue(moodle),
                Nbgrader = parsed.GetValue(nbgrader),
                GitHub = parsed.GetValue(gitHub),
            };
            Shard shard = parsed.GetValue(part) is { } said && Shard.TryParse(said, out Shard? given) ? given : new Shard(1, 1);
            return new GradeRun(course, options, shard, outputs).RunAsync(parsed.GetValue(paths) ?? [], cancellation);
        });
        return command;
    }
}
