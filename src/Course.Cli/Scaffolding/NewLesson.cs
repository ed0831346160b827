using System.Globalization;
using System.Text.RegularExpressions;
using Course.Notebooks.Lessons;

namespace Course.Cli.Scaffolding;

/// <summary>A new lesson: its files, with everything that the tests require.</summary>
/// <param name="Number">Its place in the course, 0 to 99.</param>
/// <param name="Year">The year of its milestone.</param>
/// <param name="Title">Its title.</param>
/// <param name="Folder">The folder and namespace of its machine, for example <c>ConvNets</c>.</param>
/// <param name="Machine">The type of its machine, for example <c>LeNet1989</c>.</param>
/// <param name="TorchThreads">How many threads torch may use; 0 for a lesson without torch.</param>
internal sealed partial record NewLesson(int Number, int Year, string Title, string Folder, string Machine, int TorchThreads)
{
    /// <summary>The number as used in file names: <c>07</c>.</summary>
    public string Digits => Number.ToString("00", CultureInfo.InvariantCulture);

    public string ClaimId => $"{Digits}.example";

    /// <summary>The notebook's name without its extension: <c>07-convolutional-network</c>.</summary>
    public string Name => $"{Digits}-{NotLetters().Replace(Title.ToLowerInvariant(), "-").Trim('-')}";

    /// <summary>Writes the files.</summary>
    /// <param name="course">The checkout.</param>
    /// <returns>The written or changed files, relative to the checkout's top folder.</returns>
    /// <exception cref="UserException">Something does not fit, or a file already exists; then nothing is written.</exception>
    public IReadOnlyList<string> Write(CourseFolder course)
    {
        Validate(course);
        string registry = Path.Combine(course.Root, "src", "Course", "Lessons.cs");
        string registered = Registered(File.ReadAllText(registry));
        string folder = Path.Combine(course.Root, "src", "Course", Folder);
        string notebook = Path.Combine(course.Notebooks, $"{Name}.ipynb");
        (string Path, string Text)[] files =
        [
            (Path.Combine(folder, $"{Machine}.cs"), LessonTemplates.Machine(this)),
            (Path.Combine(folder, $"Lesson{Digits}Claims.cs"), LessonTemplates.Claims(this)),
            (Path.Combine(folder, $"Lesson{Digits}Exercises.cs"), LessonTemplates.Exercises(this)),
            (Path.Combine(course.Root, "src", "Course.Grading", "HiddenTests", $"Lesson{Digits}.cs"), LessonTemplates.HiddenTests(this)),
            (Path.Combine(course.Root, NewExercise.LibraryAnswers, $"Lesson{Digits}.cs"), LessonTemplates.LibraryAnswers(this)),
            (Path.Combine(course.Notebooks, "solutions", $"{Name}.md"), LessonTemplates.Solutions(this)),
            (notebook, LessonTemplates.Notebook(this).ToJson()),
        ];
        if (files.FirstOrDefault(file => File.Exists(file.Path)).Path is { } there)
            throw new UserException($"{Path.GetRelativePath(course.Root, there)} is there already; nothing was written.");
        foreach ((string path, string text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        File.WriteAllText(registry, registered);
        return [.. files.Select(file => Path.GetRelativePath(course.Root, file.Path)), Path.GetRelativePath(course.Root, registry)];
    }

    private void Validate(CourseFolder course)
    {
        if (Number is < 0 or > 99) throw new UserException($"A lesson's number is 0 to 99, not {Number}.");
        if (Year is < 1000 or > 9999) throw new UserException($"{Year} is no year of four digits.");
        if (Title.AsSpan().IndexOfAny('"', '\\') >= 0 || Title.Any(char.IsControl) || Name.Length < 4)
            throw new UserException("A title has letters, and neither quotation marks nor backslashes.");
        if (!Identifier().IsMatch(Folder) || !Identifier().IsMatch(Machine))
            throw new UserException($"--machine wants a folder and a type, each with a capital first: ConvNets/LeNet1989, not {Folder}/{Machine}.");
        if (Folder == Machine)
            throw new UserException($"A folder that is called like a type hides it: give {Folder} and its machine different names.");
        if (Directory.EnumerateFiles(course.Notebooks, $"{Digits}-*.ipynb").Any())
            throw new UserException($"There is a lesson {Digits} already.");
    }

    /// <summary>The registry with this lesson in its place.</summary>
    private string Registered(string registry)
    {
        int? next = Regex.Matches(registry, @"^ {8}new\((\d+), .*\n {8}\{", RegexOptions.Multiline)
            .FirstOrDefault(entry => int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture) > Number)?.Index;
        string line = LessonTemplates.RegistryLine(this);
        registry = next is { } at ? registry.Insert(at, line) : SourceEdit.WithItem(registry, "All", line);
        return SourceEdit.WithUsing(registry, $"Course.{Folder}");
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotLetters();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex Identifier();
}
