using System.Diagnostics;
using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Course.Notebooks.Html;

namespace Course.FrontEnds.Tests;

/// <summary>A page with one of each thing that a lesson shows, made as the lessons' pages are: the command ran its cells.</summary>
public sealed class OneOfEach : IAsyncLifetime
{
    private static readonly NotebookCell[] cells =
    [
        new MarkdownCell("""
            # 1957 · One of each

            Text with $w \leftarrow w + x$, with `code` and with a [link to a heading](#a-table).

            $$\nabla_w L = \sum_{i=1}^{n} \left(\sigma(w \cdot x_i) - t_i\right) x_i + \lambda w \qquad \text{for all examples } i = 1, 2, 3, \ldots, n$$

            > A quotation.

            ```csharp
            // The sum, and whether it is above the threshold.
            public static int Fires(double[] w, double[] x, double threshold) => w.Zip(x, (a, b) => a * b).Sum() > threshold ? 1 : 0;
            ```
            """),
        Code("begin", $"""
            #r "{Path.Combine(Repository.Root, "artifacts", "course", "Course.dll").Replace('\\', '/')}"
            using Course;
            using Course.Data;
            using Course.Perceptrons;
            using Course.Perceptrons.Charts;
            using Course.Plots;
            using Plotly.NET;
            using Chart = Plotly.NET.CSharp.Chart;
            using static Course.Exercises;

            Lesson.Begin(2);
            """),
        new MarkdownCell("## A table\n\n| year | who | what |\n|---|---|---|\n| 1957 | Rosenblatt | a very long word: "
            + "thetransformationofthesensorycellsintotheassociationcells |\n\n### Charts\n\n1. one\n2. two"),
        Code("line", """
            GenericChart Line(string title, double end) =>
                Chart.Line<int, double, string>(x: [0, 1, 2], y: [0.9, 0.1, end], Name: "training").Titled(title, "step", "loss");
            Line("A line falls", 0.2)
            """),
        Code("film", """
            Animation.Of(
                [("after 0 steps", Line("First", 0.9)), ("after 1 step", Line("Second", 0.5)), ("after 2 steps", Line("Third", 0.3))],
                milliseconds: 300, opensAt: 1)
            """),
        Code("tiles", """
            display(Pictures.Digits([new float[4], [0, 1, 0, 1]], 2, 2, ["first", "second"]));
            display(Pictures.ConfusionMatrix(new[,] { { 3, 1 }, { 0, 9 } }, ["cat", "dog"]));
            """),
        Code("diagram", """
            NodeLinkDiagram.Of([new("x", "x", Box: true), new("y", "≥ 1")], [new("x", "y", Mark: "circle")]).Chart("One neuron")
            """),
        Code("drawing", "new MarkOneDrawing(seed: 1957)"),
        Code("frame", "Sonar.Load()"),
        Code("source", "Source.Of<SoftmaxRegression>(nameof(SoftmaxRegression.Step))"),
        Code("claims", """
            Claim.Report("1962.novikoff.convergence", 0.5);
            Claim.Report("1998.lecun.linear.196-softmax", 0.5);
            """),
        Code("checks", """
            double[] Learn(double[] w, double[] x, int target, double eta) => w;
            double[] LearnWithBias(double[][] x, int[] targets, int epochs) => throw new NotImplementedException();
            Check("02.learn", Learn);
            Check("02.bias", LearnWithBias);
            """),
        Code("text", """
            foreach (int pass in Progress.Over(Enumerable.Range(0, 3), "a bar")) Console.Write(pass);
            Console.WriteLine(new string('x', 300));
            Console.Error.WriteLine("a warning");
            new { Name = "an object", Values = new[] { 1, 2, 3 } }
            """),
        Hidden(Code("hidden", "int[] numbers = [1, 2, 3];")),
        Curious(new MarkdownCell("## For the curious\n\nMore.")),
        Curious(Code("aside", """Line("In a fold", 0.4)""")),
        Code("error", """throw new InvalidOperationException("This cell fails, as it should.");"""),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("course-page-").FullName;

    /// <summary>The page's address.</summary>
    internal string Page => new Uri(Path.Combine(folder, "one-of-each.html")).AbsoluteUri;

    public async ValueTask InitializeAsync()
    {
        var notebook = new NotebookDocument
        {
            Metadata = new JsonObject { ["course"] = new JsonObject { ["number"] = 2, ["year"] = 1957, ["title"] = "One of each" } },
        };
        foreach (NotebookCell cell in cells) notebook.Cells.Add(cell);
        string written = Path.Combine(folder, "one-of-each.ipynb"), executed = Path.Combine(folder, "executed");
        notebook.Save(written);
        string command = Path.Combine(Repository.Root, "artifacts", "cli", "Course.Cli.dll");
        (_, string said) = await Programs.ResultAsync(
            new ProcessStartInfo("dotnet", [command, "run", written, "--output", executed]), TestContext.Current.CancellationToken);
        NotebookDocument ran = NotebookDocument.Load(Path.Combine(executed, "one-of-each.ipynb"));
        string?[] failed =
            [.. ran.Cells.OfType<CodeCell>().Where(cell => cell.Outputs.OfType<ErrorOutput>().Any()).Select(cell => cell.Id)];
        Assert.True(failed is ["error"], said);
        await using var page = new StreamWriter(Path.Combine(folder, "one-of-each.html"));
        HtmlPage.Write(ran, page);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static CodeCell Code(string id, string code) => new(code, id);

    private static CodeCell Hidden(CodeCell cell)
    {
        cell.Metadata["jupyter"] = new JsonObject { ["source_hidden"] = true };
        return cell;
    }

    private static NotebookCell Curious(NotebookCell cell)
    {
        cell.Metadata["tags"] = new JsonArray("curious");
        return cell;
    }
}
