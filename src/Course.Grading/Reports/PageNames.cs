using System.Globalization;
using System.Text;

namespace Course.Grading.Reports;

/// <summary>Names for pages: the letters of the student's name, in any script, and a number if two would be the same.</summary>
internal sealed class PageNames
{
    private const int Longest = 60;

    private readonly Dictionary<SubmissionMark, string> names = new(ReferenceEqualityComparer.Instance);

    public PageNames(IEnumerable<SubmissionMark> marks)
    {
        // Works whether or not the file system distinguishes upper and lower case.
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { "index.html" };
        foreach (SubmissionMark mark in marks)
        {
            string plain = Plain(mark.Lesson is { } lesson
                ? string.Create(CultureInfo.InvariantCulture, $"{mark.Student}-{lesson:00}") : mark.Student);
            string name = plain + ".html";
            for (int number = 2; !taken.Add(name); number++)
                name = string.Create(CultureInfo.InvariantCulture, $"{plain}-{number}.html");
            names[mark] = name;
        }
    }

    public string Of(SubmissionMark mark) => names[mark];

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (char c in SafeText.Line(text).Normalize().Take(Longest))
            plain.Append(char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '_');
        return plain.Length == 0 ? "_" : plain.ToString();
    }
}
