using Course.Notebooks.Language;

namespace Course.Notebooks.Tests.Language;

public sealed class CompletionTests : IDisposable
{
    private readonly LanguageTrial _trial = new();

    public void Dispose() => _trial.Dispose();

    [Fact]
    public async Task A_word_is_replaced_from_its_first_letter()
    {
        Assert.Equal("Console", await _trial.Choose("Cons$$", "Console"));
        Assert.Equal("Console.WriteLine()", await _trial.Choose("Con$$sole.WriteLine()", "Console"));
        Assert.Equal("Math.Max(1, 2)", await _trial.Choose("Math.$$(1, 2)", "Max"));
    }

    [Fact]
    public async Task Only_what_begins_as_typed_is_offered_and_the_same_case_comes_first()
    {
        await _trial.Run("int total = 1; int Totals = 2;");

        Assert.Equal(["total", "Totals"], await _trial.Texts("tota$$"));
        Assert.Equal(["Totals", "total"], await _trial.Texts("Tota$$"));
    }

    [Fact]
    public async Task Variables_functions_and_types_of_earlier_cells_are_known()
    {
        await _trial.Run("record Planet(string Name, double Mass);");
        await _trial.Run("var earth = new Planet(\"Earth\", 5.97); double Weigh(Planet planet) => planet.Mass;");

        Assert.Equal(["earth"], await _trial.Texts("ear$$"));
        Assert.Equal(["Weigh"], await _trial.Texts("Wei$$"));
        Assert.Equal(["Planet"], await _trial.Texts("new Plan$$"));
        Assert.Equal(["Mass"], await _trial.Texts("earth.Ma$$"));
    }

    [Fact]
    public async Task A_variable_that_a_later_cell_declared_anew_has_its_latest_type()
    {
        await _trial.Run("var x = 1;");
        await _trial.Run("var x = \"text\";");

        Assert.Contains("Length", await _trial.Texts("x.$$"));
    }

    [Fact]
    public async Task A_cell_that_failed_to_compile_leaves_nothing_and_one_that_threw_leaves_what_it_declared()
    {
        await _trial.Kernel.RunAsync("int unborn = nothing;", _ => { }, TestContext.Current.CancellationToken);
        await _trial.Kernel.RunAsync("int born = 1; throw new Exception();", _ => { }, TestContext.Current.CancellationToken);

        Assert.Empty(await _trial.Texts("unbor$$"));
        Assert.Equal(["born"], await _trial.Texts("bor$$"));
    }

    [Fact]
    public async Task A_using_of_an_earlier_cell_holds()
    {
        await _trial.Run("using System.Diagnostics;");

        Assert.Equal(["Stopwatch"], await _trial.Texts("Stopw$$"));
    }

    [Fact]
    public async Task Extension_methods_are_offered_on_what_they_extend()
    {
        await _trial.Run("int[] numbers = [1, 2, 3];");

        Assert.Contains("Where", await _trial.Texts("numbers.$$"));
        Assert.Contains("CompareTo", await _trial.Texts("numbers.Select(n => n.$$"));
    }

    [Fact]
    public async Task Properties_are_offered_in_an_object_initialiser_and_parameters_by_name_in_a_call()
    {
        await _trial.Run(
            "class Options { public double Rate { get; set; } public int Depth { get; set; } }\nint Scale(int factor, int offset = 3) => "
                + "factor;");

        Assert.Equal(["Depth", "Rate"], await _trial.Texts("new Options { $$ }"));
        Assert.Equal("Scale(1, offset:)", await _trial.Choose("Scale(1, off$$)", "offset:"));
    }

    [Fact]
    public async Task Nothing_is_offered_that_is_hidden_or_that_the_compiler_made()
    {
        await _trial.Run("while (true) { break; }");
        await _trial.Run("record Point(int X); var f = (int n) => n;");

        Assert.Empty(await _trial.Texts("CellGua$$"));
        Assert.DoesNotContain("CellGuard", await _trial.Texts("Course.Notebooks.Kernel.$$"));
        string[] all = [.. await _trial.Texts("$$"), .. await _trial.Texts("new Point(1).$$")];
        Assert.DoesNotContain(all, text => text.Contains('<') || text.Contains('$'));
        Assert.DoesNotContain("Cell", all);
    }

    [Fact]
    public async Task Nothing_is_offered_in_a_comment_or_a_string()
    {
        Assert.Empty(await _trial.Texts("// Cons$$"));
        Assert.Empty(await _trial.Texts("var s = \"Cons$$\";"));
        Assert.Empty(await _trial.Texts("var s = \"\"\"\n#!ti$$\n\"\"\";"));
    }

    [Fact]
    public async Task Characters_of_two_code_units_before_the_caret_count_as_two()
    {
        CellCompletions completions = await _trial.Complete("// 😀𝒙\n\"😀😀\".ToUpperI$$");

        Assert.Equal((15, 23), (completions.Start, completions.End));
        Assert.Equal("ToUpperInvariant", Assert.Single(completions.Items).Text);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Lines_addressed_to_the_kernel_move_nothing(string lineEnd)
    {
        string head = $"#!time{lineEnd}#r \"nuget: No.Such, 1.0\"{lineEnd}int before = 1;{lineEnd}#!who{lineEnd}";
        CellCompletions completions = await _trial.Complete(head + "befo$$");

        Assert.Equal((head.Length, head.Length + 4), (completions.Start, completions.End));
        Assert.Equal("before", Assert.Single(completions.Items).Text);
    }

    [Fact]
    public async Task A_magic_that_is_not_known_does_not_keep_the_rest_from_being_completed() =>
        Assert.Equal(["zebra"], await _trial.Texts("int zebra = 1;\n#!nonsense\nzeb$$"));

    [Fact]
    public async Task The_names_of_magics_are_offered()
    {
        Assert.Equal(["#!csharp", "#!html", "#!import", "#!markdown", "#!time", "#!who", "#!whos"], await _trial.Texts("#!$$"));
        Assert.Equal("int x = 1;\n#!whos", await _trial.Choose("int x = 1;\n#!wh$$", "#!whos"));
    }

    [Fact]
    public async Task Libraries_and_folders_are_offered_after_a_reference_and_notebooks_after_an_import()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        foreach (string name in (string[])["Alpha.dll", "alpine.txt", "alps.ipynb", "Other.dll"])
            await File.WriteAllTextAsync(Path.Combine(folder, name), "", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(folder, "alto"));

        Assert.Equal(["Alpha.dll", "alto/"], await _trial.Texts($"#r \"{folder}/al$$"));
        Assert.Equal(["alps.ipynb", "alto/"], await _trial.Texts($"#!import {folder}/al$$"));
        Assert.Empty(await _trial.Texts($"#r \"{folder}/nowhere/$$"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Members_of_TorchSharp_are_offered_in_the_very_cell_that_refers_to_the_course()
    {
        string cell = $"#r \"{LanguageTrial.Course}\"\nusing TorchSharp;\n";

        Assert.Equal(cell + "torch.zeros_like", await _trial.Choose(cell + "torch.zer$$", "zeros_like"));
    }

    [Fact]
    public async Task An_item_describes_itself()
    {
        await _trial.Run("/// <summary>How heavy it is.</summary>\ndouble Weigh(int stones) => stones * 6.35;");
        CellCompletion item = Assert.Single((await _trial.Complete("Weig$$")).Items);

        string description = await item.DescribeAsync(TestContext.Current.CancellationToken);
        Assert.Equal("method", item.Kind);
        Assert.Contains("double Weigh(int stones)", description, StringComparison.Ordinal);
        Assert.Contains("How heavy it is.", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_answered_while_a_cell_runs()
    {
        await _trial.Run("var gate = new System.Threading.ManualResetEventSlim(); int earlier = 1;");
        Task running = _trial.Run("gate.Wait();");

        string[][] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _trial.Texts("earl$$")));
        Assert.All(answers, texts => Assert.Equal(["earlier"], texts));
        Assert.False(running.IsCompleted);
        var other = await _trial.Inspect("ear$$lier");
        Assert.Equal("int earlier", other);
        ((System.Threading.ManualResetEventSlim)_trial.Kernel.Variables.Single(variable => variable.Name == "gate").Value!).Set();
        await running;
    }

    [Fact]
    public async Task A_place_outside_the_cell_counts_as_its_nearer_end()
    {
        Assert.NotEmpty((await _trial.Language.CompleteAsync("Consol", 999, TestContext.Current.CancellationToken)).Items);
        Assert.Equal(0, (await _trial.Language.CompleteAsync("Consol", -1, TestContext.Current.CancellationToken)).Start);
    }
}
