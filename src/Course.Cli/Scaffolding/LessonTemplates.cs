using System.Text.Json.Nodes;
using Course.Notebooks.Documents;

namespace Course.Cli.Scaffolding;

/// <summary>Templates for <c>course new lesson</c>: a lesson that runs, to be replaced piece by piece.</summary>
internal static class LessonTemplates
{
    public static string Machine(NewLesson lesson) => $$"""
        namespace Course.{{lesson.Folder}};

        /// <summary>
        /// The machine of this lesson, a stand-in so far: say here what it is, and cite where it was published. Defined in lesson {{lesson.Digits}}.
        /// </summary>
        /// <param name="factor">By how much it multiplies.</param>
        public sealed class {{lesson.Machine}}(double factor)
        {
            /// <summary>What the machine answers.</summary>
            /// <param name="x">A number.</param>
            public double Answer(double x) => factor * x;
        }

        """;

    public static string Claims(NewLesson lesson) => $$"""
        namespace Course.{{lesson.Folder}};

        /// <summary>What lesson {{lesson.Digits}} measures again.</summary>
        internal static class Lesson{{lesson.Digits}}Claims
        {
            internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson({{lesson.Number}},
            [
                new Claim
                {
                    Id = "{{lesson.ClaimId}}",
                    Kind = ClaimKind.OwnCheck,
                    Statement = "The stand-in doubles its input",
                    Published = "6",
                    SameDirection = Acceptance.Exactly(6),
                    Setting = "the number 3",
                    Format = "0",
                },
            ]);
        }

        """;

    public static string Exercises(NewLesson lesson) => $$"""
        namespace Course.{{lesson.Folder}};

        /// <summary>The exercises of lesson {{lesson.Digits}}.</summary>
        internal static class Lesson{{lesson.Digits}}Exercises
        {
            internal static IReadOnlyList<Exercise> All { get; } =
            [
            ];
        }

        """;

    public static string HiddenTests(NewLesson lesson) => $$"""
        namespace Course.Grading.HiddenTests;

        /// <summary>What the learner builds in lesson {{lesson.Digits}}: references, hidden cases, and wrong answers that they catch.</summary>
        internal static class Lesson{{lesson.Digits}}
        {
            internal static IReadOnlyList<HiddenTest> All => [];
        }

        """;

    public static string LibraryAnswers(NewLesson lesson) => $$"""
        namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

        /// <summary>By which calls the library would answer the exercises of lesson {{lesson.Digits}}, or do the most helpful part of them.</summary>
        internal static class Lesson{{lesson.Digits}}
        {
            internal static IReadOnlyList<(string Id, string Code)> All =>
            [
            ];
        }

        """;

    public static string Solutions(NewLesson lesson) => $"""
        # Solutions to lesson {lesson.Digits}, {lesson.Title}

        Try first. Each block fills the stub of the exercise of the same id.

        """;

    public static string RegistryLine(NewLesson lesson) => $$"""
                new({{lesson.Number}}, {{lesson.Year}}, "{{lesson.Title}}"{{(lesson.TorchThreads > 0 ? $", TorchThreads: {lesson.TorchThreads}" : "")}})
                {
                    Claims = Lesson{{lesson.Digits}}Claims.All, Exercises = Lesson{{lesson.Digits}}Exercises.All,
                    Machine = "{{lesson.Folder}}/{{lesson.Machine}}.cs", Headline = ("twice three", "{{lesson.ClaimId}}"),
                },

        """;

    public static NotebookDocument Notebook(NewLesson lesson)
    {
        var notebook = new NotebookDocument { Metadata = Metadata(lesson) };
        (string Id, string Text, bool IsCode)[] cells =
        [
            ("hook", $"# {lesson.Number} · {lesson.Year} · {lesson.Title}\n\nAt most 150 words: what the machine does, and who cared.", false),
            ("begin", $"""
                #r "../artifacts/course/Course.dll"
                using Course;
                using Course.{lesson.Folder};
                using Course.Plots;
                using Plotly.NET;
                using static Course.Exercises;
                using Chart = Plotly.NET.CSharp.Chart;

                Lesson.Begin({lesson.Number});
                """, true),
            ("first", $"new {lesson.Machine}(2).Answer(3)", true),
            ("story", "## The story\n\nWho, when, where, why it mattered, what went wrong.", false),
            ("idea", "## The idea\n\nThe mathematics, small: $y = w x$. Every symbol is named.", false),
            ("scratch", "## From scratch\n\nThe essential lines, here in the notebook. Say first what to look for in the result.", false),
            ("from-scratch", "double Twice(double x) => 2 * x;\n\nTwice(3)", true),
            ("library", "## The library's version\n\nThe same, as the library has it, and then on real data.", false),
            ("source", $"Source.Of<{lesson.Machine}>()", true),
            ("claim", "## The claim\n\nWhat the paper measured, and what we expect.", false),
            ("measured", $"Claim.Report(\"{lesson.ClaimId}\", new {lesson.Machine}(2).Answer(3));", true),
            ("seen", "Say what was seen, with the number.", false),
            ("play", "## Play\n\nChange the factor, and see the line move.", false),
            ("chart", $"""
                int[] inputs = Enumerable.Range(0, 11).ToArray();
                double[] answers = inputs.Select(x => new {lesson.Machine}(2).Answer(x)).ToArray();

                Chart.Line<int, double, string>(inputs, answers, ShowMarkers: true)
                  .Titled("Every step to the right is two steps up", x: "input", y: "answer")
                """, true),
            ("next", "## What came next\n\nWhich lesson goes on from here.", false),
            ("sources", "<details><summary>Sources</summary>\n\nAuthors, title, journal, year, pages.\n\n</details>", false),
        ];
        foreach ((string id, string text, bool isCode) in cells)
            notebook.Cells.Add(isCode ? new CodeCell(text, id) : new MarkdownCell(text, id));
        return notebook;
    }

    private static JsonObject Metadata(NewLesson lesson) => new()
    {
        ["course"] = new JsonObject
        {
            ["budgetSeconds"] = 30,
            ["number"] = lesson.Number,
            ["title"] = lesson.Title,
            ["torchThreads"] = lesson.TorchThreads,
            ["year"] = lesson.Year,
        },
        ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
        ["language_info"] = new JsonObject
        {
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = "C#",
            ["pygments_lexer"] = "csharp",
        },
        ["polyglot_notebook"] = new JsonObject
        {
            ["defaultKernelName"] = "csharp",
            ["kernelInfo"] = new JsonObject
            {
                ["defaultKernelName"] = "csharp",
                ["items"] = new JsonArray(new JsonObject { ["aliases"] = new JsonArray(), ["name"] = "csharp" }),
            },
        },
    };
}
