using System.Text.RegularExpressions;
using Course.TestTools;

namespace Course.Tests;

/// <summary>The rules of the house: where a file belongs, whom it may use, and how long it may be. docs/architecture.md says why.</summary>
public sealed partial class HouseTests
{
    private const int MostLines = 250;
    private const int MostFiles = 25;
    private const int MostColumns = 140;

    // In the order of the history: a lesson may use the machines of earlier ones. History, lesson 00, is the map: it uses none, so the
    // machines that lesson 00 counts are made in its notebook.
    private static readonly string[] lessons =
    [
        "History", "McCullochPitts", "Perceptrons", "PerceptronLimits", "ExpertSystems", "BoltzmannMachines", "Backpropagation", "ConvNets",
        "RecurrentNets", "DeepBeliefNets",
        "AlexNets", "Go", "Transformers", "PreTraining", "Generation", "Scaling", "Alignment", "Hub",
    ];

    // So that a notebook needs `using Course;` alone for them.
    private static readonly string[] roomsWithoutNamespace = ["Notebook", "Claims", "Exercises", "SourceCode"];

    // The grader's rooms. What several of them share stands at its root, which uses none of them.
    private const string Grader = "Course.Grading";

    private static readonly string sources = Path.Combine(RepositoryRoot.Path, "src");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(sources, path).Replace('\\', '/'))];

    public static TheoryData<string> LibraryFiles =>
        [.. Files.Select(row => row.Data).Where(file => file.StartsWith("Course/", StringComparison.Ordinal)
        && file.Count(c => c == '/') > 1)];

    public static TheoryData<string> GraderFiles =>
        [.. Files.Select(row => row.Data).Where(file => file.StartsWith(Grader + "/", StringComparison.Ordinal))];

    public static TheoryData<string> Folders => [.. Files.Select(row => Path.GetDirectoryName(row.Data)!).Distinct()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_short_enough_to_be_read_at_one_sitting(string file) =>
        Assert.InRange(File.ReadLines(Path.Combine(sources, file)).Count(), 1, MostLines);

    // What stands in quotes may be longer: a sentence is not torn apart.
    [Fact]
    public void A_line_of_code_fits_beside_a_notebook()
    {
        string[] files = [.. ((string[])["src", "tests", "bench"])
            .SelectMany(part => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, part), "*.cs", SearchOption.AllDirectories))];
        Assert.NotEmpty(files);
        Assert.Empty(
            from file in files
            from line in Quoted().Replace(File.ReadAllText(file), quote => new string('\n', quote.Value.Count(c => c == '\n')))
                .Split('\n').Index()
            where line.Item.Length > MostColumns
            select $"{Path.GetRelativePath(RepositoryRoot.Path, file)}, line {line.Index + 1}: {line.Item.Length} columns");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_holds_no_more_than_can_be_overseen(string folder) =>
        Assert.InRange(Directory.EnumerateFiles(Path.Combine(sources, folder)).Count(), 0, MostFiles);

    [Theory]
    [MemberData(nameof(LibraryFiles))]
    [MemberData(nameof(GraderFiles))]
    public void A_namespace_is_its_folder(string file)
    {
        string[] folders = file.Split('/')[..^1];
        string expected =
            folders is ["Course", var room, ..] && roomsWithoutNamespace.Contains(room) ? "Course" : string.Join('.', folders);

        Assert.Equal(expected, Namespace().Match(Text(file)).Groups[1].Value);
    }

    [Fact]
    public void No_namespace_bears_the_name_of_a_type()
    {
        Type[] types = typeof(Lesson).Assembly.GetTypes();
        string[] spaces = [.. types.Select(type => type.Namespace).OfType<string>()
            .Where(name => name.StartsWith("Course", StringComparison.Ordinal)).Distinct()];

        Assert.Empty(spaces.Select(name => name.Split('.')[^1]).Where(name => name != "Course").Intersect(types.Select(type => type.Name)));
    }

    [Theory]
    [MemberData(nameof(LibraryFiles))]
    public void A_lesson_uses_the_shared_rooms_and_earlier_lessons_and_the_shared_rooms_use_no_lesson(string file)
    {
        int lesson = Array.IndexOf(lessons, file.Split('/')[1]);
        int[] used = [.. Mentioned().Matches(Text(file)).Select(match => Array.IndexOf(lessons, match.Groups[1].Value))
            .Where(number => number >= 0)];

        Assert.All(used, number => Assert.True(number <= lesson, $"{file} uses {lessons[number]}"));
    }

    [Theory]
    [MemberData(nameof(LibraryFiles))]
    public void Only_drawings_know_Plotly(string file)
    {
        string[] folders = file.Split('/');
        bool draws = folders[1] is "Plots" or "Notebook" || folders.Contains("Charts");

        Assert.True(draws || !Text(file).Contains("Plotly", StringComparison.Ordinal), $"{file} draws: its chart belongs into Charts/");
    }

    [Fact]
    public void No_room_of_the_grader_bears_the_name_of_a_type() =>
        Assert.Empty(GraderFiles.SelectMany(row => Declared().Matches(Text(row.Data)).Select(match => match.Groups[1].Value))
            .Intersect(GraderFiles.SelectMany(row => row.Data.Split('/')[1..^1])));

    [Fact]
    public void The_rooms_of_the_grader_form_no_circle_and_what_stands_at_its_root_uses_none_of_them()
    {
        Dictionary<string, HashSet<string>> uses = GraderFiles.Select(row => row.Data).GroupBy(RoomOf)
            .ToDictionary(room => room.Key, room => room.SelectMany(Qualified).ToHashSet());
        foreach ((string room, HashSet<string> used) in uses)
            used.RemoveWhere(other => other == room || !uses.ContainsKey(other));

        Assert.Empty(uses[""]);
        // A room that uses no other is taken away, again and again: a circle is what stays.
        while (uses.FirstOrDefault(room => room.Value.Count == 0).Key is { } free)
        {
            uses.Remove(free);
            foreach (HashSet<string> used in uses.Values)
                used.Remove(free);
        }

        Assert.Empty(uses.Select(room => $"{room.Key} uses {string.Join(", ", room.Value)}"));
    }

    private static string RoomOf(string file) => file.Split('/') is [_, var room, _, ..] ? room : "";

    /// <summary>What stands before a dot, or in a using directive behind the grader's own name: a room, among others.</summary>
    private static IEnumerable<string> Qualified(string file) => Qualifier().Matches(Text(file)).Select(match => match.Groups[1].Value);

    private static string Text(string file) => File.ReadAllText(Path.Combine(sources, file));

    [GeneratedRegex(@"(""{3,})[\s\S]*?\1|""(\\.|[^""\\\n])*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum) ([A-Z]\w*)")]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<![\w.])(?:Course\.Grading\.)?(\w+)(?:\.\w|;)")]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"\bCourse\.(\w+)")]
    private static partial Regex Mentioned();
}
