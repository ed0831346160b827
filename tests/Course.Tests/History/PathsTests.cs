using System.Globalization;
using System.Text.RegularExpressions;
using Course.History;
using Course.TestTools;

namespace Course.Tests.History;

/// <summary>The teacher's page: its paths take a lesson after what it needs.</summary>
public partial class PathsTests
{
    private static readonly string notebooks = Path.Combine(RepositoryRoot.Path, "notebooks");
    private static readonly string page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "teaching", "README.md"))
        .ReplaceLineEndings("\n");

    private static readonly Dictionary<int, int[]> needs = Rows(Section("## What a lesson needs"))
        .ToDictionary(cells => First(cells[0]), cells => Numbers(cells[1]));

    public static TheoryData<string> Paths =>
        [.. Section("## Paths").Split("\n### ").Skip(1).Select(path => path.Split('\n')[0])];

    [Fact]
    public void Each_lesson_is_there_with_its_needs() =>
        Assert.Equal(Lessons.All.Select(lesson => lesson.Number), needs.Keys);

    [Fact]
    public void What_a_lesson_needs_its_code_uses_or_its_text_recalls()
    {
        Dictionary<int, int[]> known = Rows(Section("<!-- links:begin -->"))
            .ToDictionary(cells => First(cells[0]), cells => Numbers(string.Join(", ", cells[1..4])));

        Assert.All(needs.Where(lesson => lesson.Key > 0), lesson => Assert.Subset(known[lesson.Key].ToHashSet(), lesson.Value.ToHashSet()));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_path_takes_a_lesson_after_what_it_needs(string path) => Assert.Equal([], Slips(Section("### " + path)));

    [Theory]
    [InlineData("One week", "[10](", "[09](", "09 needs 05")]
    [InlineData("One term", "[06](", "[09](", "09 needs 06")]
    [InlineData("One term", "[07](", "[10](", "10 stands there twice")]
    [InlineData("One week", "- Tell of [08](", "- Tell of [09](", "12 needs 08")]
    [InlineData("Only pictures", "[06](", "[10](", "10 comes before 07")]
    public void A_path_that_does_not_is_found(string path, string old, string @new, string says) =>
        Assert.Contains(says, Slips(Section("### " + path).Replace(old, @new, StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_path_s_hours_are_those_of_its_lessons(string path)
    {
        Dictionary<int, int> minutes = Rows(Section("<!-- hours:begin -->"))
            .ToDictionary(cells => First(cells[0]), cells => Minutes(cells[^1]));

        Assert.All(Rows(Section("### " + path)).Where(cells => cells[0].Contains('h', StringComparison.Ordinal)), cells =>
            Assert.InRange(Minutes(cells[0]) - LessonsIn(cells[2]).Sum(lesson => minutes[lesson]), -20, 20));
    }

    [Fact]
    public void The_term_takes_every_lesson() =>
        Assert.Equal(needs.Keys, Rows(Section("### One term")).SelectMany(cells => LessonsIn(cells[2])));

    [Fact]
    public void The_sections_of_the_evening_are_there() => Assert.All(Rows(Section("### One evening")), cells =>
    {
        string notebook = File.ReadAllText(Path.Combine(notebooks, LessonPages.In(notebooks)[First(cells[1])]));
        Assert.All(Quoted().Matches(cells[2]), name =>
            Assert.Matches($@"""## {Regex.Escape(name.Groups[1].Value)}(\\n)?""", notebook));
    });

    [Fact]
    public void The_exercises_it_names_exist() => Assert.Subset(
        Lessons.All.SelectMany(lesson => lesson.Exercises).Select(exercise => exercise.Id).ToHashSet(),
        ExerciseId().Matches(page).Select(id => id.Groups[1].Value).ToHashSet());

    // One sentence for each lesson that stands before something it needs or its code uses, or without it.
    private static IEnumerable<string> Slips(string path)
    {
        int[] taken = [.. Rows(path).SelectMany(cells => LessonsIn(cells[1]).Concat(LessonsIn(cells[2])))];
        int[] told = [.. Told().Matches(path).Select(line => First(line.Value))];
        foreach (int lesson in taken.Concat(told).CountBy(lesson => lesson).Where(lesson => lesson.Value > 1).Select(lesson => lesson.Key))
            yield return $"{lesson:00} stands there twice";
        foreach ((int at, int lesson) in taken.Index())
        {
            foreach (int need in needs[lesson].Except(taken.Take(at)).Except(told)) yield return $"{lesson:00} needs {need:00}";
            foreach (LessonLink link in LessonMap.Links(notebooks).Where(link => link.Lesson == lesson && taken.Skip(at).Contains(link.On)))
                yield return $"{lesson:00} comes before {link.On:00}";
        }
    }

    private static string Section(string begin)
    {
        int from = page.IndexOf("\n" + begin + "\n", StringComparison.Ordinal) + 1;
        Assert.True(from > 0, begin);
        string end = begin.StartsWith('#') ? $"\n{begin.Split(' ')[0]} " : begin.Replace(":begin", ":end", StringComparison.Ordinal);
        int to = page.IndexOf(end, from + begin.Length, StringComparison.Ordinal);
        string section = to < 0 ? page[from..] : page[from..to];
        // The last path ends where the next chapter begins.
        return begin.StartsWith("###", StringComparison.Ordinal) ? section.Split("\n## ")[0] : section;
    }

    private static IEnumerable<string[]> Rows(string text) =>
        from line in text.Split('\n')
        where line.StartsWith("| ", StringComparison.Ordinal) && line.Contains("](", StringComparison.Ordinal)
        select line.Trim('|').Split('|', StringSplitOptions.TrimEntries);

    private static int[] LessonsIn(string cell) => [.. Link().Matches(cell).Select(link => First(link.Value))];

    private static int[] Numbers(string cell) => [.. TwoDigits().Matches(cell).Select(number => First(number.Value)).Distinct()];

    private static int First(string text) => int.Parse(TwoDigits().Match(text).Value, CultureInfo.InvariantCulture);

    private static int Minutes(string time)
    {
        int[] parts = [.. time.Split(" h ").Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return 60 * parts[0] + parts[1];
    }

    [GeneratedRegex(@"\b\d\d\b")]
    private static partial Regex TwoDigits();

    [GeneratedRegex(@"\[\d\d\]\(")]
    private static partial Regex Link();

    [GeneratedRegex(@"^- Tell of \[\d\d\]", RegexOptions.Multiline)]
    private static partial Regex Told();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"`(\d\d\.[a-z0-9-]+)`")]
    private static partial Regex ExerciseId();
}
