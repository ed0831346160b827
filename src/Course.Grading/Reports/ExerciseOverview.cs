using System.Globalization;
using System.Text;

namespace Course.Grading.Reports;

/// <summary>
/// What a class made of each exercise, for the teacher: how many got it right, which kinds of case the others miss, and which slip is the
/// commonest. A row is what the next lesson may begin with.
/// </summary>
internal static class ExerciseOverview
{
    private const int MostKinds = 3;

    private static readonly (ExerciseStatus[] Statuses, string Look, string Name)[] parts =
    [
        ([ExerciseStatus.Passed], "passed", "right"),
        ([ExerciseStatus.Failed], "failed", "wrong"),
        ([ExerciseStatus.NoAnswer, ExerciseStatus.Stopped, ExerciseStatus.Forbidden], "lost", "no answer that counts"),
        ([ExerciseStatus.NotAttempted], "open", "not attempted"),
    ];

    public static string Of(ClassReport report)
    {
        ILookup<string, ExerciseMark> exercises = report.Submissions.Where(mark => mark.IsGraded).SelectMany(mark => mark.Exercises)
            .ToLookup(mark => mark.Exercise);
        if (exercises.Count == 0)
            return "";
        var body = new StringBuilder("<h2>Exercises</h2>\n");
        body.AppendLine("<table><tr><th>Exercise</th><th>Answers</th><th>Wrong most often</th><th>Commonest slip</th></tr>");
        foreach (string exercise in report.Exercises.Where(exercises.Contains))
            Add(body, [.. exercises[exercise]]);
        return body.AppendLine("</table>").ToString();
    }

    private static void Add(StringBuilder body, ExerciseMark[] marks)
    {
        var bar = new StringBuilder();
        List<string> counts = [];
        foreach ((ExerciseStatus[] statuses, string look, string name) in parts)
        {
            int count = marks.Count(mark => statuses.Contains(mark.Status));
            if (count == 0)
                continue;
            bar.Append(CultureInfo.InvariantCulture, $"""<i class="{look}" style="width:{100.0 * count / marks.Length:0.##}%"></i>""");
            counts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {name}"));
        }

        // An answer that is right in no case tells nothing of the kinds.
        string kinds = string.Join("<br>", MostFrequent(marks.Where(mark => mark.Right > 0).SelectMany(mark => mark.WrongKinds)
            .Where(kind => kind != FailedCase.Random)).Take(MostKinds)
            .Select(kind => $"{SafeText.Html(kind.Text)} ({kind.Count.ToString(CultureInfo.InvariantCulture)})"));
        string slip = MostFrequent(marks.Where(mark => mark.Status == ExerciseStatus.Failed).Select(mark => mark.Hint).OfType<string>())
            .Select(hint => $"{SafeText.Html(hint.Text)} ({hint.Count.ToString(CultureInfo.InvariantCulture)})").FirstOrDefault() ?? "";
        body.AppendLine(
            CultureInfo.InvariantCulture,
            $"""<tr><td>{SafeText.Html(marks[0].Title)} <span class="quiet">{SafeText.Html(marks[0].Exercise)}</span></td><td><div class="bar">{bar}</div>{string.Join(", ", counts)}</td><td>{kinds}</td><td>{slip}</td></tr>""");
    }

    private static IEnumerable<(string Text, int Count)> MostFrequent(IEnumerable<string> texts) =>
        texts.GroupBy(text => text).Select(same => (same.Key, same.Count())).OrderByDescending(text => text.Item2);
}
