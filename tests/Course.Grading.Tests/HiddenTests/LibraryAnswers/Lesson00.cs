namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 00.</summary>
internal static class Lesson00
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("00.longest-gap", """
            int Answer(int[] years)
            {
                if (years.Length < 2) return 0;
                var gap = §TableRows.LongestGap(years);
                return gap.To - gap.From;
            }
            """),
        ("00.join", """
            double[][] Answer(string[] names, double[] parameters, string[] trained, double[] operations) =>
                [.. §TableRows.Joined(names, trained).Select(pair => new[] { parameters[pair.Left], operations[pair.Right] })];
            """),
        ("00.doubling-time", "double Answer(double[] years, double[] amounts) => §Growth.Fit(years, amounts).DoublingMonths;"),
    ];
}
