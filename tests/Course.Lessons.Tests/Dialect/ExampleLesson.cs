using System.Globalization;
using System.Text.Json.Nodes;
using Course.Notebooks.Documents;

namespace Course.Lessons.Tests.Dialect;

/// <summary>A lesson that keeps every rule, to be broken in one place at a time.</summary>
internal static class ExampleLesson
{
    internal const string Name = "02-example.ipynb";

    internal static string Text { get; } = Build().ToJson();

    private static NotebookDocument Build()
    {
        var notebook = new NotebookDocument
        {
            Metadata = JsonNode.Parse("""
                {
                  "course": {"budgetSeconds": 60, "number": 2, "title": "The example", "torchThreads": 1, "year": 1957},
                  "kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"},
                  "language_info": {"file_extension": ".cs", "mimetype": "text/x-csharp", "name": "C#", "pygments_lexer": "csharp"},
                  "polyglot_notebook": {"defaultKernelName": "csharp", "kernelInfo": {"defaultKernelName": "csharp", "items": [{"aliases": [], "name": "csharp"}]}}
                }
                """)!.AsObject(),
        };
        notebook.Cells.Add(new MarkdownCell("# The example", "story"));
        notebook.Cells.Add(new CodeCell("""
            #r "../artifacts/course/Course.dll"
            using Course;
            static class Lesson { public static void Begin(int number) { } }
            void Check(string id, Delegate answer) { }
            Lesson.Begin(2);
            """, "opening"));
        notebook.Cells.Add(new CodeCell("#!time\nvar numbers = new List<int> { 1, 2 };\nnumbers.Sum()", "marker"));
        foreach (string exercise in (string[])["one", "two", "three"])
        {
            string method = char.ToUpperInvariant(exercise[0]) + exercise[1..];
            notebook.Cells.Add(new MarkdownCell($"Fill in {method}.", exercise + "-idea"));
            notebook.Cells.Add(new CodeCell($"double {method}(double x) => throw new NotImplementedException();", exercise)
            {
                Metadata = Marks($"02-{exercise}", check: false),
            });
            notebook.Cells.Add(new CodeCell($"Check(\"02.{exercise}\", {method});", exercise + "-check")
            {
                Metadata = Marks($"02-{exercise}-check", check: true),
            });
        }

        for (int i = notebook.Cells.Count; i < 20; i++)
            notebook.Cells.Add(new MarkdownCell("Words.", string.Create(CultureInfo.InvariantCulture, $"words-{i}")));
        notebook.Cells.Add(new MarkdownCell("See [lesson 01](01-mcculloch-pitts-neuron.ipynb).", "back"));
        notebook.Cells.Add(new MarkdownCell(
            "<details><summary>Sources</summary>\n\n1. A paper.\n</details>\n\n"
                + "[back](01-mcculloch-pitts-neuron.ipynb) · [on](03-limits-of-the-perceptron.ipynb)", "sources"));
        return notebook;
    }

    private static JsonObject Marks(string id, bool check)
    {
        var marks = new JsonObject
        {
            ["grade"] = check,
            ["grade_id"] = id,
            ["locked"] = check,
            ["schema_version"] = 3,
            ["solution"] = !check,
            ["task"] = false
        };
        if (check) marks["points"] = 2;
        return new JsonObject { ["nbgrader"] = marks };
    }
}
