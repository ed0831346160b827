using System.Collections.Immutable;
using Course.Notebooks.Kernel.Compiler;
using Course.Notebooks.Kernel.References;
using Course.Notebooks.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Notebooks.Tests.Language;

/// <summary>What earlier cells left behind is held in few projects, and means what it meant in the cells.</summary>
public sealed class CellSolutionTests : IDisposable
{
    private readonly SubmissionChain chain = new();
    private readonly ReferenceSet references = new();
    private readonly CellSolution solution = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => solution.Dispose();

    [Fact]
    public async Task Two_hundred_cells_take_few_projects()
    {
        for (int i = 0; i < 200; i++)
            await Run($"int v{i} = {i}; record R{i}(int A);");

        Document document = await Document("v0 + v77 + v199 + new R150(1).A");
        Assert.InRange(document.Project.Solution.ProjectIds.Count, 1, 10);
        Assert.Equal("int", await TypeOf(document));
    }

    [Fact]
    public async Task Cells_that_run_again_and_again_take_no_more_projects()
    {
        for (int i = 0; i < 40; i++)
        {
            await Run("var w = new double[2];");
            await Run("var loss = w.Sum(); double Train(int n) => w[n];");
        }

        Document document = await Document("Train(1) + loss");
        Assert.InRange(document.Project.Solution.ProjectIds.Count, 1, 6);
        Assert.Equal("double", await TypeOf(document));
    }

    [Fact]
    public async Task Statements_leave_nothing_behind_but_the_variables_in_them()
    {
        await Run("Math.Max(1, 2);");
        await Run("for (int i = 0; i < 2; i++) { }");
        await Run("int.TryParse(\"1\", out var number)");
        await Run("var (left, right) = (1, \"two\");");

        Assert.Equal("string", await TypeOf(await Document("right + number")));
        Assert.Equal("int", await TypeOf(await Document("left + number")));
    }

    [Fact]
    public async Task A_variable_keeps_the_type_it_was_declared_with_when_that_type_s_name_is_taken_anew()
    {
        await Run("record Point(int X);");
        await Run("var point = new Point(1);");
        await Run("record Point(string Y);");

        Assert.Equal("int", await TypeOf(await Document("point.X")));
        Assert.Equal("string", await TypeOf(await Document("new Point(\"\").Y")));
    }

    [Fact]
    public async Task A_name_that_is_taken_anew_leaves_what_used_it_as_it_was()
    {
        await Run("var x = 1;");
        await Run("var y = x;");
        await Run("var x = \"text\";");

        Assert.Equal("int", await TypeOf(await Document("y")));
        Assert.Equal("string", await TypeOf(await Document("x")));
    }

    [Fact]
    public async Task A_method_of_a_later_cell_does_not_take_the_place_of_one_that_an_earlier_cell_called()
    {
        await Run("using static System.Math;");
        await Run("var greatest = Max(1, 2);");
        await Run("string Max(int a, int b) => \"\";");

        Assert.Equal("int", await TypeOf(await Document("greatest")));
        Assert.Equal("string", await TypeOf(await Document("Max(1, 2)")));
    }

    [Fact]
    public async Task A_using_of_a_later_cell_does_not_make_a_name_of_an_earlier_one_ambiguous()
    {
        await Run("using System.Timers; System.Timers.Timer first = null;");
        await Run("Timer second = null;");
        await Run("using System.Threading;");

        Assert.Equal("System.Timers.Timer", await TypeOf(await Document("second")));
    }

    [Fact]
    public async Task Code_between_directives_of_the_compiler_is_kept_whole()
    {
        await Run("#if true\nint inside = 1;\n#endif\nint after = 2;");
        await Run("int more = inside;");

        Assert.Equal("int", await TypeOf(await Document("inside + after + more")));
    }

    private async Task Run(string code)
    {
        CompiledCell? submission = chain.Compile(code, "cell", references.All, out ImmutableArray<Diagnostic> errors, Cancellation);
        Assert.Equal([], errors.Select(error => error.ToString()));
        await chain.Start(submission!);
    }

    private Task<Document> Document(string code) => solution.DocumentAsync(code, chain.Submitted, references.All, Cancellation);

    private static async Task<string?> TypeOf(Document document)
    {
        var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(Cancellation))!;
        SemanticModel model = (await document.GetSemanticModelAsync(Cancellation))!;
        Assert.Equal([], model.GetDiagnostics(cancellationToken: Cancellation)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.ToString()));
        var last = (ExpressionStatementSyntax)((GlobalStatementSyntax)root.Members[^1]).Statement;
        return model.GetTypeInfo(last.Expression, Cancellation).Type?.ToDisplayString();
    }
}
