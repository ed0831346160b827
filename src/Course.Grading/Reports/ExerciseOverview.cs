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

    public static string Of(ClassReport report)
    {
        ILookup<string, ExerciseMark> exercises = report.Submissions.Where(mark => mark.IsGraded).SelectMany(mark => mark.Exercises)
            .ToLookup(mark => mark.Exercise);
        if (exercises.Count == 0)
            return "";
        var table = new PageTable("Exercise", "Answers", "Wrong most often", "Commonest slip");
        foreach (string exercise in report.Exercises.Where(exercises.Contains))
            Add(table, [.. exercises[exercise]]);
        return $"<h2>Exercises</h2>\n{table}";
    }

    private static void Add(PageTable table, ExerciseMark[] marks)
    {
        var bar = new StringBuilder();
        List<string> counts = [];
        foreach (ExerciseLook look in ExerciseLook.All)
        {
            int count = marks.Count(mark => look.Statuses.Contains(mark.Status));
            if (count == 0)
                continue;
            bar.Append(CultureInfo.InvariantCulture, $"""<i class="{look.Class}" style="width:{100.0 * count / marks.Length:0.##}%"></i>""");
            counts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {look.Name}"));
        }

        // An answer that is right in no case tells nothing of the kinds.
        IEnumerable<string> kinds = MostFrequent(marks.Where(mark => mark.Right > 0).SelectMany(mark => mark.WrongKinds)
            .Where(kind => kind != FailedCase.Random)).Take(MostKinds).Select(Counted);
        // What happened to one is not common.
        string? slip = MostFrequent(marks.Where(mark => mark.Status == ExerciseStatus.Failed).Select(mark => mark.Hint).OfType<string>())
            .Where(hint => hint.Count > 1).Select(Counted).FirstOrDefault();
        table.Add(
            $"""{SafeText.Html(marks[0].Title)} <span class="quiet">{SafeText.Html(marks[0].Exercise)}</span>""",
            $"""<div class="bar">{bar}</div>{string.Join(", ", counts)}""",
            string.Concat(kinds.Select(kind => $"""<span class="item">{kind}</span>""")),
            slip ?? "");
    }

    private static string Counted((string Text, int Count) text) =>
        string.Create(CultureInfo.InvariantCulture, $"{SafeText.Html(text.Text)} ({text.Count})");

    private static IEnumerable<(string Text, int Count)> MostFrequent(IEnumerable<string> texts) =>
        texts.GroupBy(text => text).Select(same => (same.Key, same.Count())).OrderByDescending(text => text.Item2);
}
