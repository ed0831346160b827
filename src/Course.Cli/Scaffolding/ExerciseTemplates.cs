using System.Text.Json.Nodes;
using Course.Notebooks.Documents;

namespace Course.Cli.Scaffolding;

/// <summary>Templates for <c>course new exercise</c>: an exercise that can be answered and graded, to be replaced piece by piece.</summary>
internal static class ExerciseTemplates
{
    public static string Visible(NewExercise exercise) => $$"""
                Exercise.Define<{{exercise.Method}}Answer>("{{exercise.Id}}", "{{exercise.Title}}", points: {{exercise.Points}})
                    .Case([3.0], expected: 6.0, note: "twice three")
                    .Case([-1.5], expected: -3.0, note: "below zero")
                    .WrongAnswer<double>("You squared the number.", 9.0, 2.25)
                    .WrongAnswer<double>("You lost the sign.", 6.0, 3.0),

        """;

    public static string Signature(NewExercise exercise) => $"""
            internal delegate double {exercise.Method}Answer(double x);

        """;

    public static string Hidden(NewExercise exercise) => $$"""
            private static HiddenTest<{{exercise.Method}}Answer> {{exercise.Method}}() =>
                HiddenTest.Define<{{exercise.Method}}Answer>("{{exercise.Id}}", x => 2 * x)
                    .Edge(EdgeKind.Negative, "below zero", [-2.5])
                    .Edge(EdgeKind.VeryLarge, "a million millions", [1e12])
                    .Random(12, random => [random.Next(-1_000, 1_000) / 4.0])
                    .WrongAnswer("You squared the number", x => x * x)
                    .WrongAnswer("You lost the sign", x => 2 * Math.Abs(x))
                    .HiddenWrongAnswer("one is added", x => x + 1)
                    .HiddenWrongAnswer("quarters are lost", x => 2 * Math.Floor(x));

        """;

    // The gradient of x² is 2 x.
    public static string LibraryAnswer(NewExercise exercise) => $$""""
                ("{{exercise.Id}}", """
                    double Answer(double x)
                    {
                        double[] at = [x];
                        return §GradientCheck.Gradients(() => at[0] * at[0], at)[0];
                    }
                    """),

        """";

    public static string Solution(NewExercise exercise) => $"""

        ## {exercise.Id}: {exercise.Title}

        Say in a sentence why it works.

        ```csharp
        double {exercise.Method}(double x) => 2 * x;
        ```

        """;

    public static IReadOnlyList<NotebookCell> Cells(NewExercise exercise)
    {
        string id = exercise.Id.Replace('.', '-');
        return
        [
            new MarkdownCell(
                $"### Exercise: {exercise.Title} ({exercise.Points} points)\n\nWhat goes in, what comes out, one example: 3 gives 6.", $"{id}-task"),
            new CodeCell($"double {exercise.Method}(double x) => throw new NotImplementedException();", id)
            {
                Metadata = Marks(id, check: false, exercise.Points),
            },
            new CodeCell($"Check(\"{exercise.Id}\", {exercise.Method});", $"{id}-check")
            {
                Metadata = Marks($"{id}-check", check: true, exercise.Points),
            },
        ];
    }

    private static JsonObject Marks(string id, bool check, int points)
    {
        var marks = new JsonObject { ["grade"] = check, ["grade_id"] = id, ["locked"] = check };
        if (check) marks["points"] = points;
        marks["schema_version"] = 3;
        marks["solution"] = !check;
        marks["task"] = false;
        return new JsonObject { ["nbgrader"] = marks };
    }
}
