using Course.Notebooks.Documents;

namespace Course.Notebooks.Tests.Language;

public sealed class InspectionTests : IDisposable
{
    private readonly LanguageTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Theory]
    [InlineData("$$numbers.Length")]
    [InlineData("num$$bers.Length")]
    [InlineData("numbers$$.Length")]
    public async Task A_name_is_explained_before_in_and_right_after_it(string cell)
    {
        await trial.Run("int[] numbers = [1, 2, 3];");

        Assert.Equal("int[] numbers", await trial.Inspect(cell));
    }

    [Fact]
    public async Task What_a_cell_documents_is_shown()
    {
        await trial.Run(
            """
            /// <summary>How heavy it is in <c>kg</c>.</summary>
            /// <param name="stones">In <paramref name="stones"/> of 14 pounds.</param>
            /// <returns>Kilograms, see <see cref="Math.Round(double)"/>.</returns>
            /// <exception cref="ArgumentException">Never.</exception>
            double Weigh(int stones) => stones * 6.35;
            """);

        Assert.Equal(
            """
            double Weigh(int stones)

            How heavy it is in kg.

            Parameters:
              stones: In stones of 14 pounds.

            Returns:
              Kilograms, see Round.

            Throws:
              ArgumentException: Never.
            """,
            await trial.Inspect("Weigh$$(3)"));
        Assert.Equal("int stones\n\nIn stones of 14 pounds.", await trial.Inspect("Weigh(stones$$: 3)"));
    }

    [Fact]
    public async Task A_table_of_terms_has_one_line_for_each()
    {
        await trial.Run(
            """
            /// <summary>The root.
            /// <list type="table">
            ///   <listheader><term><paramref name="x"/></term><description>Root</description></listheader>
            ///   <item><term>Zero or more</term><description>Its root</description></item>
            ///   <item><term>Less</term> <description><see cref="double.NaN"/></description></item>
            /// </list></summary>
            double Root(double x) => Math.Sqrt(x);
            """);

        Assert.Equal("double Root(double x)\n\nThe root.\nx: Root\n- Zero or more: Its root\n- Less: NaN",
            await trial.Inspect("Root$$(3)"));
    }

    [Fact]
    public async Task In_a_call_the_parameter_at_the_caret_is_marked_and_explained()
    {
        await trial.Run("int Scale(int factor, int offset = 3) => factor;");

        Assert.Equal("int Scale(int factor, int offset = 3)\n              ^^^^^^", await trial.Inspect("Scale($$)"));
        Assert.Equal("int Scale(int factor, int offset = 3)\n                          ^^^^^^", await trial.Inspect("Scale(1, $$"));
        Assert.Equal("int Scale(int factor, int offset = 3)\n                          ^^^^^^", await trial.Inspect("Scale(offset: $$)"));
    }

    [Fact]
    public async Task Overloads_are_listed_and_the_one_that_fits_what_is_written_comes_first()
    {
        string text = await trial.Inspect("Math.Max(1.5, $$");

        Assert.StartsWith("double Math.Max(double val1, double val2)", text, StringComparison.Ordinal);
        Assert.Contains("Overloads:", text, StringComparison.Ordinal);
        Assert.Contains("int Math.Max(int val1, int val2)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_argument_beyond_the_last_belongs_to_a_parameter_that_takes_any_number()
    {
        await trial.Run("int Sum(string name, params int[] terms) => terms.Sum();");

        Assert.Equal("int Sum(string name, params int[] terms)\n                                  ^^^^^",
            await trial.Inspect("Sum(\"a\", 1, 2, $$"));
    }

    [Fact]
    public async Task Constructors_indexers_and_delegates_are_calls_too()
    {
        await trial.Run(
            "class Grid(int rows, int columns) { public int this[int row, int column] => 0; }\nvar grid = new Grid(1, 2); Func<int, "
                + "double> f = n => n;");

        Assert.StartsWith("Grid.Grid(int rows, int columns)\n                        ^^^^^^^", await trial.Inspect("new Grid(1, $$"),
            StringComparison.Ordinal);
        Assert.StartsWith("int Grid.this[int row, int column]", await trial.Inspect("grid[1, $$]"), StringComparison.Ordinal);
        Assert.Contains("Invoke(int arg)", await trial.Inspect("f($$)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overriding_method_has_the_documentation_of_what_it_overrides()
    {
        await trial.Run(
            "class Shape { /// <summary>Its area.</summary>\npublic virtual double Area() => 0; }\nclass Disc : Shape { public override "
                + "double Area() => 3; }");

        Assert.Contains("Its area.", await trial.Inspect("new Disc().Area$$()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_course_library_speaks_through_the_file_beside_it() =>
        Assert.Contains("error-correction rule",
        await trial.Inspect($"#r \"{LanguageTrial.Course}\"\nusing Course.Perceptrons;\nnew Percep$$tron(2)"), StringComparison.Ordinal);

    [Fact]
    public async Task The_framework_is_explained_where_the_SDK_carries_its_documentation()
    {
        string text = await trial.Inspect("Console.Write$$Line(1)");

        Assert.StartsWith("void Console.WriteLine(int value)", text, StringComparison.Ordinal);
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!,
                "../../../packs/Microsoft.NETCore.App.Ref")),
            "No reference pack of .NET is installed here.");
        Assert.Contains("standard output stream", text, StringComparison.Ordinal);
        Assert.Contains("32-bit signed integer", await trial.Inspect("in$$t x;"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_explanation_has_a_face_for_browsers_in_which_nothing_is_taken_for_markup()
    {
        await trial.Run("/// <summary>Is a &lt; b.</summary>\nbool Less(List<int> a, List<int> b) => a.Count < b.Count;");
        const string cell = "Less(null, ";
        MimeBundle bundle = (await trial.Language.InspectAsync(cell, cell.Length, TestContext.Current.CancellationToken))!;

        Assert.Equal("<pre><code>bool Less(List&lt;int&gt; a, List&lt;int&gt; <b>b</b>)</code></pre><p>Is a &lt; b.</p>",
            bundle.Text("text/html"));
    }

    [Fact]
    public async Task A_magic_is_explained() =>
        Assert.Contains("how long the cell took", await trial.Inspect("#!ti$$me\n1"), StringComparison.Ordinal);

    [Theory]
    [InlineData("$$")]
    [InlineData("nowhere$$")]
    [InlineData("// Console$$")]
    [InlineData("1 + $$ 1")]
    [InlineData("Math.Max(1, 2)$$")]
    public async Task Where_there_is_nothing_to_explain_nothing_is_said(string cell) =>
        Assert.Equal("", await trial.Inspect(cell));
}
