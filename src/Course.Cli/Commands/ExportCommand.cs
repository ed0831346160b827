using System.CommandLine;
using System.Globalization;
using Course.Data;
using Course.Notebooks.Documents;
using Course.Notebooks.Export;
using Course.Notebooks.Lessons;

namespace Course.Cli.Commands;

/// <summary><c>course export</c>: a lesson as a program in one file.</summary>
internal static class ExportCommand
{
    public static Command Create(CourseFolder course)
    {
        var lesson = new Argument<string>("lesson") { Description = "A number, a name or a path." };
        var cs = new Option<bool>("--cs") { Description = "As one C# file, for `dotnet run FILE` with the .NET SDK 10. There is no other form yet." };
        var output = new Option<string>("--output")
        {
            Description = "The folder to write to; the current one if not given.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "."
        };
        var package = new Option<bool>("--package")
        {
            Description = "Lets the file use the NuGet package Course, which `dotnet pack src/Course` makes, not this checkout."
        };
        var command = new Command("export", "Writes a lesson as a program in one file.") { lesson, cs, output, package };
        command.SetAction(parsed => parsed.GetValue(cs)
            ? Write(course, parsed.GetRequiredValue(lesson), parsed.GetRequiredValue(output), parsed.GetValue(package))
            : throw new UserException("Say in which form: --cs writes one C# file."));
        return command;
    }

    private static int Write(CourseFolder course, string word, string folder, bool fromPackage)
    {
        if (!LessonCatalog.Of(course.Notebooks).TryFind(word, out LessonFile? lesson, out string? problem))
            throw new UserException(problem!);
        if (!File.Exists(course.Library))
            throw new UserException($"{course.Library} is not there: run `dotnet build` at the top of the repository.");
        string file = Path.Combine(folder, lesson!.Name + ".cs");
        try
        {
            NotebookDocument document = NotebookDocument.Load(lesson.Path);
            string program = ProgramExport.Write(document, Path.GetDirectoryName(Path.GetFullPath(lesson.Path))!,
                fromPackage ? Frame(lesson, document, [$"#:package Course@{LessonStamp.CurrentVersion}"], []) : Frame(lesson, document, course, folder));
            Directory.CreateDirectory(folder);
            File.WriteAllText(file, program);
        }
        catch (ExportException e)
        {
            throw new UserException($"{lesson.Name} cannot be one file: {e.Message}");
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{file} cannot be written: {e.Message}");
        }

        Console.Out.WriteLine($"wrote {file}");
        Console.Out.WriteLine($"`dotnet run {file}` runs it; what the notebook draws comes in {lesson.Name}.html beside it.");
        return ExitCode.Done;
    }

    /// <summary>A program that uses the library of this checkout, the one built in artifacts/course with its native libraries.</summary>
    private static ProgramFrame Frame(LessonFile lesson, NotebookDocument document, CourseFolder course, string folder)
    {
        string root = Path.GetRelativePath(Path.GetFullPath(folder), course.Root);
        string from = Path.GetRelativePath(course.Root, Path.GetFullPath(folder));
        bool isWithin = !Path.IsPathRooted(from) && from.Split(Path.DirectorySeparatorChar)[0] != "..";
        string place = (isWithin ? root : course.Root).Replace('\\', '/');
        string msbuild = isWithin ? $"$(MSBuildProjectDirectory)/{place}" : place;
        string data = isWithin ? $"System.IO.Path.Combine(here, \"{place}/datasets\")" : $"@\"{place}/datasets\"";
        return Frame(lesson, document,
            [
                $"#:project {place}/src/Course/Course.csproj",
                $"#:property CourseLibraryDirectory={msbuild}/artifacts/course/",
                $"#:property CustomAfterMicrosoftCommonTargets={msbuild}/eng/LibtorchLink.targets",
            ],
            [
                $"if (Environment.GetEnvironmentVariable(\"{Datasets.MirrorVariable}\") is null)",
                $"    Environment.SetEnvironmentVariable(\"{Datasets.MirrorVariable}\", {data});",
            ]);
    }

    private static ProgramFrame Frame(LessonFile lesson, NotebookDocument document, string[] library, string[] opening)
    {
        LessonMetadata? said = LessonMetadata.Of(document);
        string title = said is null ? lesson.Name : string.Create(CultureInfo.InvariantCulture, $"Lesson {said.Number:00}, {said.Year}: {said.Title}");
        string name = string.Create(CultureInfo.InvariantCulture, $"Lesson{said?.Number ?? lesson.Number ?? 0:00}");
        string[] settings =
        [
            "#:property ImplicitUsings=disable", "#:property Nullable=disable", "#:property Optimize=true", "#:property PublishAot=false",
            "#:property TreatWarningsAsErrors=false",
        ];
        return new ProgramFrame($"{title}. Made of its notebook by `course export`; `dotnet run {lesson.Name}.cs` runs it.", name,
            $"{lesson.Name}.html", [.. library, .. settings], opening);
    }
}
