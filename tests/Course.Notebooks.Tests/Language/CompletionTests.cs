using Course.Notebooks.Language;

namespace Course.Notebooks.Tests.Language;

public sealed class CompletionTests : IDisposable
{
    private readonly LanguageTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public async Task A_word_is_replaced_from_its_first_letter()
    {
        Assert.Equal("Console", await trial.Choose("Cons$$", "Console"));
        Assert.Equal("Console.WriteLine()", await trial.Choose("Con$$sole.WriteLine()", "Console"));
        Assert.Equal("Math.Max(1, 2)", await trial.Choose("Math.$$(1, 2)", "Max"));
    }

    [Fact]
    public async Task Only_what_begins_as_typed_is_offered_and_the_same_case_comes_first()
    {
        await trial.Run("int total = 1; int Totals = 2;");

        Assert.Equal(["total", "Totals"], await trial.Texts("tota$$"));
        Assert.Equal(["Totals", "total"], await trial.Texts("Tota$$"));
    }

    [Fact]
    public async Task Variables_functions_and_types_of_earlier_cells_are_known()
    {
        await trial.Run("record Planet(string Name, double Mass);");
        await trial.Run("var earth = new Planet(\"Earth\", 5.97); double Weigh(Planet planet) => planet.Mass;");

        Assert.Equal(["earth"], await trial.Texts("ear$$"));
        Assert.Equal(["Weigh"], await trial.Texts("Wei$$"));
        Assert.Equal(["Planet"], await trial.Texts("new Plan$$"));
        Assert.Equal(["Mass"], await trial.Texts("earth.Ma$$"));
    }

    [Fact]
    public async Task A_variable_that_a_later_cell_declared_anew_has_its_latest_type()
    {
        await trial.Run("var x = 1;");
        await trial.Run("var x = \"text\";");

        Assert.Contains("Length", await trial.Texts("x.$$"));
    }

    [Fact]
    public async Task A_cell_that_failed_to_compile_leaves_nothing_and_one_that_threw_leaves_what_it_declared()
    {
        await trial.Kernel.RunAsync("int unborn = nothing;", _ => { }, TestContext.Current.CancellationToken);
        await trial.Kernel.RunAsync("int born = 1; throw new Exception();", _ => { }, TestContext.Current.CancellationToken);

        Assert.Empty(await trial.Texts("unbor$$"));
        Assert.Equal(["born"], await trial.Texts("bor$$"));
    }

    [Fact]
    public async Task A_using_of_an_earlier_cell_holds()
    {
        await trial.Run("using System.Diagnostics;");

        Assert.Equal(["Stopwatch"], await trial.Texts("Stopw$$"));
    }

    [Fact]
    public async Task Extension_methods_are_offered_on_what_they_extend()
    {
        await trial.Run("int[] numbers = [1, 2, 3];");

        Assert.Contains("Where", await trial.Texts("numbers.$$"));
        Assert.Contains("CompareTo", await trial.Texts("numbers.Select(n => n.$$"));
    }

    [Fact]
    public async Task Properties_are_offered_in_an_object_initialiser_and_parameters_by_name_in_a_call()
    {
        await trial.Run(
            "class Options { public double Rate { get; set; } public int Depth { get; set; } }\nint Scale(int factor, int offset = 3) => "
                + "factor;");

        Assert.Equal(["Depth", "Rate"], await trial.Texts("new Options { $$ }"));
        Assert.Equal("Scale(1, offset:)", await trial.Choose("Scale(1, off$$)", "offset:"));
    }

    [Fact]
    public async Task Nothing_is_offered_that_is_hidden_or_that_the_compiler_made()
    {
        await trial.Run("while (true) { break; }");
        await trial.Run("record Point(int X); var f = (int n) => n;");

        Assert.Empty(await trial.Texts("CellGua$$"));
        Assert.DoesNotContain("CellGuard", await trial.Texts("Course.Notebooks.Kernel.$$"));
        string[] all = [.. await trial.Texts("$$"), .. await trial.Texts("new Point(1).$$")];
        Assert.DoesNotContain(all, text => text.Contains('<') || text.Contains('$'));
        Assert.DoesNotContain("Cell", all);
    }

    [Fact]
    public async Task Nothing_is_offered_in_a_comment_or_a_string()
    {
        Assert.Empty(await trial.Texts("// Cons$$"));
        Assert.Empty(await trial.Texts("var s = \"Cons$$\";"));
        Assert.Empty(await trial.Texts("var s = \"\"\"\n#!ti$$\n\"\"\";"));
    }

    [Fact]
    public async Task Characters_of_two_code_units_before_the_caret_count_as_two()
    {
        CellCompletions completions = await trial.Complete("// 😀𝒙\n\"😀😀\".ToUpperI$$");

        Assert.Equal((15, 23), (completions.Start, completions.End));
        Assert.Equal("ToUpperInvariant", Assert.Single(completions.Items).Text);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Lines_addressed_to_the_kernel_move_nothing(string lineEnd)
    {
        string head = $"#!time{lineEnd}#r \"nuget: No.Such, 1.0\"{lineEnd}int before = 1;{lineEnd}#!who{lineEnd}";
        CellCompletions completions = await trial.Complete(head + "befo$$");

        Assert.Equal((head.Length, head.Length + 4), (completions.Start, completions.End));
        Assert.Equal("before", Assert.Single(completions.Items).Text);
    }

    [Fact]
    public async Task A_magic_that_is_not_known_does_not_keep_the_rest_from_being_completed() =>
        Assert.Equal(["zebra"], await trial.Texts("int zebra = 1;\n#!nonsense\nzeb$$"));

    [Fact]
    public async Task The_names_of_magics_are_offered()
    {
        Assert.Equal(["#!csharp", "#!html", "#!import", "#!markdown", "#!mermaid", "#!time", "#!who", "#!whos"], await trial.Texts("#!$$"));
        Assert.Equal("int x = 1;\n#!whos", await trial.Choose("int x = 1;\n#!wh$$", "#!whos"));
    }

    [Fact]
    public async Task Libraries_and_folders_are_offered_after_a_reference_and_notebooks_after_an_import()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        foreach (string name in (string[])["Alpha.dll", "alpine.txt", "alps.ipynb", "Other.dll"])
            await File.WriteAllTextAsync(Path.Combine(folder, name), "", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(folder, "alto"));

        Assert.Equal(["Alpha.dll", "alto/"], await trial.Texts($"#r \"{folder}/al$$"));
        Assert.Equal(["alps.ipynb", "alto/"], await trial.Texts($"#!import {folder}/al$$"));
        Assert.Empty(await trial.Texts($"#r \"{folder}/nowhere/$$"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Members_of_TorchSharp_are_offered_in_the_very_cell_that_refers_to_the_course()
    {
        string cell = $"#r \"{LanguageTrial.Course}\"\nusing TorchSharp;\n";

        Assert.Equal(cell + "torch.zeros_like", await trial.Choose(cell + "torch.zer$$", "zeros_like"));
    }

    [Fact]
    public async Task An_item_describes_itself()
    {
        await trial.Run("/// <summary>How heavy it is.</summary>\ndouble Weigh(int stones) => stones * 6.35;");
        CellCompletion item = Assert.Single((await trial.Complete("Weig$$")).Items);

        string description = await item.DescribeAsync(TestContext.Current.CancellationToken);
        Assert.Equal("method", item.Kind);
        Assert.Contains("double Weigh(int stones)", description, StringComparison.Ordinal);
        Assert.Contains("How heavy it is.", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_answered_while_a_cell_runs()
    {
        await trial.Run("var gate = new System.Threading.ManualResetEventSlim(); int earlier = 1;");
        Task running = trial.Run("gate.Wait();");

        string[][] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => trial.Texts("earl$$")));
        Assert.All(answers, texts => Assert.Equal(["earlier"], texts));
        Assert.False(running.IsCompleted);
        var other = await trial.Inspect("ear$$lier");
        Assert.Equal("int earlier", other);
        ((System.Threading.ManualResetEventSlim)trial.Kernel.Variables.Single(variable => variable.Name == "gate").Value!).Set();
        await running;
    }

    [Fact]
    public async Task A_place_outside_the_cell_counts_as_its_nearer_end()
    {
        Assert.NotEmpty((await trial.Language.CompleteAsync("Consol", 999, TestContext.Current.CancellationToken)).Items);
        Assert.Equal(0, (await trial.Language.CompleteAsync("Consol", -1, TestContext.Current.CancellationToken)).Start);
    }
}
