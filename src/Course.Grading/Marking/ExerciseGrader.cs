using System.Diagnostics;
using System.Globalization;
using Course.Grading.HiddenTests;
using Course.Notebooks.Protocol;

namespace Course.Grading.Marking;

/// <summary>Calls an answer with every case of its exercise, and judges the results.</summary>
internal sealed class ExerciseGrader(AnswerWorker worker, HiddenTest test, IReadOnlyList<AnswerCase> cases, GradingOptions options)
{
    private const int MostShown = 5;

    // All results of an exercise are kept until it is judged. The largest right ones have some kilobytes.
    private const long MostReturned = 8 << 20;

    private readonly List<CallResult> attempts = [];
    private readonly List<bool> right = [];
    private long returned;

    public async Task<ExerciseMark> RunAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < cases.Count; i++)
        {
            var call = new WorkerCommand.Call(i + 1, test.Id, cases[i].Sent);
            if (clock.Elapsed > options.ExerciseTimeout)
                return Stopped(i, string.Create(CultureInfo.InvariantCulture,
                    $"all cases together took longer than {options.ExerciseTimeout.TotalSeconds:0} s"));
            // The first call may load torch, of which a busy machine reads for seconds.
            TimeSpan limit = i == 0 && test.AllowedNamespaces.Contains(AllowedUses.Torch) ? options.ExerciseTimeout : options.CallTimeout;
            if (await worker.CallAsync(call, limit, cancellation) is not { } answered)
                return Stopped(i, await worker.EndAsync());
            returned += LengthOf(answered);
            if (returned > MostReturned)
                return Stopped(i, string.Create(CultureInfo.InvariantCulture,
                    $"what it returned so far has more than {MostReturned >> 20} MB"));
            Take(answered, cases[i]);
            if (!cases[i].IsHidden && i + 1 < cases.Count && cases[i + 1].IsHidden && attempts.All(attempt => attempt.IsStub))
                return ExerciseMark.NoPoints(test.Exercise, ExerciseStatus.NotAttempted, "not attempted yet",
                    $"The cell above Check(\"{test.Id}\", ...) is where the answer goes.");
        }

        return Judged();
    }

    private static long LengthOf(WorkerEvent.Answered answered) =>
        (answered.Value?.GetRawText().Length ?? 0) + (answered.Thrown?.Length ?? 0) + (answered.Message?.Length ?? 0);

    private void Take(WorkerEvent.Answered answered, AnswerCase @case)
    {
        object? got = null;
        Exception? thrown = answered.Thrown is { } name ? AnswerException.Of(name, answered.Message ?? "") : null;
        if (thrown is null)
        {
            try
            {
                got = answered.Value is { } value ? ArgumentJson.Read(value, test.Exercise.Invocation.ReturnType) : null;
            }
            catch (FormatException e)
            {
                thrown = AnswerException.Of("Unreadable", e.Message);
            }
        }

        attempts.Add(new CallResult(got, thrown));
        right.Add(thrown is null && test.Accepts(@case.Arguments, @case.Expected, got));
    }

    private ExerciseMark Judged()
    {
        bool passed = this.right.All(right => right);
        ExerciseMark mark = ExerciseMark.NoPoints(test.Exercise, passed ? ExerciseStatus.Passed : ExerciseStatus.Failed, "") with
        {
            Earned = passed ? test.Exercise.Points : 0,
            Right = this.right.Count(right => right),
            Cases = cases.Count,
            Message = passed ? null : MessageOfFailure(),
        };
        return passed ? mark : mark with
        {
            Hint = SafeText.Line(Hint()),
            Failed = [.. Failures()],
            WrongKinds = [.. cases.Where((_, place) => !right[place]).Select(@case => @case.Name).Distinct()],
        };
    }

    private string MessageOfFailure()
    {
        bool visible = Enumerable.Range(0, cases.Count).Any(i => !cases[i].IsHidden && !right[i]);
        return visible ? "some that the notebook shows are not" : "all that the notebook shows are, but others are not";
    }

    private string Hint()
    {
        int first = right.IndexOf(false);
        if (attempts[first].Thrown is AnswerException thrown)
            return $"Your code threw {AnswerException.Describe(thrown)}";
        // If all visible cases are right, a known wrong answer cannot show in them, so it is looked for in all cases.
        VisibleCase[] all = [.. cases.Select(@case => new VisibleCase(@case.Arguments, @case.Expected, @case.Name))];
        return Hints.For(test.Exercise, all, test.WrongAnswersIn([.. cases.Select(@case => @case.Arguments)]), [.. attempts]);
    }

    // The smallest case of each kind, the smallest of all first: it is the one to follow by hand.
    private IEnumerable<FailedCase> Failures() => Enumerable.Range(0, cases.Count)
        .Where(i => !right[i])
        .OrderBy(i => cases[i].IsHidden)
        .ThenBy(i => cases[i].Sent.GetRawText().Length)
        .DistinctBy(i => (cases[i].IsHidden, cases[i].Name))
        .Take(MostShown)
        .Select(i => new FailedCase(
            cases[i].Name,
            SafeText.Line(
                string.Join(", ", cases[i].Arguments.Zip(test.Exercise.Invocation.GetParameters(), (argument, parameter) =>
                    $"{parameter.Name}: {PlainValue.Show(argument)}"))),
            SafeText.Line(PlainValue.Show(cases[i].Expected)),
            SafeText.Line(attempts[i].Thrown is { } thrown ? AnswerException.Describe(thrown) : PlainValue.Show(attempts[i].Got)),
            cases[i].IsHidden));

    private ExerciseMark Stopped(int at, string why) =>
        ExerciseMark.NoPoints(
            test.Exercise,
            ExerciseStatus.Stopped,
            $"the answer did not survive the case \"{cases[at].Name}\": {why}",
            "Does every loop of your answer come to an end, whatever it is given? And does it call itself with something smaller each "
                + "time?") with
        {
            Right = this.right.Count(right => right),
            Cases = cases.Count,
        };
}
