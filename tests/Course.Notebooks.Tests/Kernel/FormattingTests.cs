using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;

namespace Course.Notebooks.Tests.Kernel;

/// <summary>Values that the formatting library by itself shows badly.</summary>
public sealed class FormattingTests : IDisposable
{
    private readonly KernelTrial trial = new();

    public void Dispose() => trial.Dispose();

    [Theory]
    [InlineData("new double[,] { { 1, 2, 3 }, { 4, 5.5, 6 } }",
        "<tr><th></th><th>0</th><th>1</th><th>2</th></tr></thead><tbody><tr><th>0</th><td>1</td><td>2</td><td>3</td></tr><tr><th>1</th><td>4</td><td>5.5</td><td>6</td></tr>")]
    [InlineData("new string[,] { { \"<a>\" } }", "<td>&lt;a&gt;</td>")]
    [InlineData("new int[2, 1, 2] { { { 1, 2 } }, { { 3, 4 } } }",
        "<caption>[1, row, column]</caption><thead><tr><th></th><th>0</th><th>1</th></tr></thead><tbody><tr><th>0</th><td>3</td><td>4</td></tr>")]
    [InlineData("new int[0, 3]", "<tbody></tbody>")]
    [InlineData("new int[1000, 1000]", "<p>(980 more rows)</p>")]
    public async Task An_array_with_dimensions_is_rows_and_columns(string code, string expected) =>
        Assert.Contains(expected, (await Html(code)).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("display(new int[,] { { 1, 2 }, { 3, 4 } }, \"text/plain\");", "[ [ 1, 2 ], [ 3, 4 ] ]")]
    [InlineData("display(new { W = new int[,] { { 1, 2 } } }, \"text/html\");", "<td>1</td>")]
    public async Task It_is_so_in_text_and_inside_other_values(string code, string expected)
    {
        await trial.Value(code);
        MimeBundle data = Assert.Single(trial.Outputs.OfType<Displayed>()).Data;
        Assert.Contains(expected, data.Text("text/plain") ?? data.Text("text/html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new[] { 1, 2, 3 }", "[ 1, 2, 3 ]")]
    [InlineData("new[] { new[] { 1, 2 }, new[] { 3, 4 } }", "[ 3, 4 ]")]
    [InlineData("new List<string> { \"a\" }", "a")]
    [InlineData("(1, \"b\")", "(1, b)")]
    [InlineData("new { A = 1 }", "<td>A</td>")]
    public async Task Other_values_are_shown_as_before(string code, string expected) =>
        Assert.Contains(expected, await Html(code), StringComparison.Ordinal);

    [Theory]
    [InlineData("table")]
    [InlineData("table.DefaultView")]
    [InlineData("table.Rows[0]")]
    [InlineData("new System.Data.DataSet { Tables = { table } }")]
    public async Task A_table_is_a_table(string value)
    {
        string html = await Html(
            "var table = new System.Data.DataTable(\"t\");\ntable.Columns.Add(\"a\", typeof(int));\ntable.Columns.Add(\"b<\");\n"
                + $"table.Rows.Add(7, DBNull.Value);\n{value}");

        Assert.Contains("<tr><th>a</th><th>b&lt;</th></tr></thead><tbody><tr><td>7</td><td></td></tr></tbody></table>", html,
            StringComparison.Ordinal);
        Assert.InRange(html.Length, 0, 500);
    }

    [Theory]
    [InlineData("JsonNode.Parse(\"{\\\"a\\\":[1,2.5,\\\"<\\\"]}\")")]
    [InlineData("new JsonObject { [\"a\"] = new JsonArray(1, 2.5, \"<\") }")]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"{\\\"a\\\":[1,2.5,\\\"<\\\"]}\")")]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"{\\\"a\\\":[1,2.5,\\\"<\\\"]}\").RootElement")]
    public async Task Json_is_its_text(string code)
    {
        string html = await Html($"using System.Text.Json.Nodes;\n{code}");

        Assert.Contains("{\n  &quot;a&quot;: [\n    1,\n    2.5,\n    &quot;&lt;&quot;\n  ]\n}", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 0, 500);
    }

    [Theory]
    [InlineData("new System.Xml.Linq.XElement(\"a\", new System.Xml.Linq.XElement(\"b\", 1))")]
    [InlineData("System.Xml.Linq.XDocument.Parse(\"<a><b>1</b></a>\")")]
    [InlineData("var d = new System.Xml.XmlDocument(); d.LoadXml(\"<a><b>1</b></a>\");\nd")]
    public async Task Xml_is_its_text(string code) =>
        Assert.Contains("&lt;a&gt;\n  &lt;b&gt;1&lt;/b&gt;\n&lt;/a&gt;", await Html(code), StringComparison.Ordinal);

    [Fact]
    public async Task Long_json_is_cut()
    {
        string html = await Html("System.Text.Json.Nodes.JsonNode.Parse(\"[\" + string.Join(\",\", Enumerable.Range(0, 100000)) + \"]\")");

        Assert.Contains("more lines)", html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 1000, 10_000);
    }

    [Theory]
    [InlineData("record R(int V) { public R? Self { get; set; } }\nvar r = new R(1); r.Self = r;\nr", "R { V = 1, Self = (this R again) }")]
    [InlineData("record A(int V) { public B? Other { get; set; } }\nrecord B(A Back);\nvar a = new A(1); a.Other = new B(a);\na",
        "A { V = 1, Other = B { Back = (this A again) } }")]
    [InlineData("record struct S(object V);\nrecord R { public S S { get; set; } }\nvar r = new R(); r.S = new S(r);\nr", "R { S = S { V = (this R again) } }")]
    [InlineData("record N(int V, N? Next);\nN? n = null; for (int i = 0; i < 100000; i++) n = new N(i, n);\nn", "N { V = 99999, Next = N { V = 99998, Next = N { V = 99997, Next = ... } } }")]
    [InlineData("record T(T? Left, T? Right);\nT? t = null; for (int i = 0; i < 40; i++) t = new T(t, t);\nt", "T { Left = T {")]
    [InlineData("record R(int V) { public R? Self { get; set; } }\nvar r = new R(1); r.Self = r;\nnew[] { r }", "(this R again)")]
    public async Task A_record_that_contains_itself_is_shown_soon(string code, string expected)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        string html = await Html(code);

        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.InRange(html.Length, 0, 10_000);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public async Task Other_records_are_shown_as_before()
    {
        Assert.Contains("<code>P { X = 1, Y = Q { Z = 2 } }</code>",
            await Html("record Q(int Z);\nrecord P(int X, Q Y);\nnew P(1, new Q(2))"), StringComparison.Ordinal);
        Assert.Contains("<td>V</td>", await Html("record R(int V) { public R? Self { get; set; } }\nnew R(1) { Self = new R(2) }"), StringComparison.Ordinal);
        Assert.Contains("mine", await Html("record Own(int V, Own? Next) { public override string ToString() => \"mine\"; }\nvar o = new Own(1, null);\no"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turning_such_a_record_into_text_says_why_it_cannot_be()
    {
        ErrorReport error = await trial.Failure(
            "record R(int V) { public R? Self { get; set; } }\nvar r = new R(1); r.Self = r;\nConsole.WriteLine(r);");

        Assert.Equal(3, error.Line);
        Assert.Contains("A record that contains itself", error.Message, StringComparison.Ordinal);
    }

    // The packages are ones that this repository restores itself, so that no network is needed.
    [Fact]
    public async Task Charts_are_charts_although_their_notebook_extension_does_not_run()
    {
        CellResult result = await trial.Run(
            "#r \"nuget: Plotly.NET.Interactive, 6.0.0\"\n#r \"nuget: Plotly.NET.CSharp, 0.14.0\"\nusing Plotly.NET.CSharp;\n"
                + "var chart = Chart.Line<int, int, string>(x: new[] { 1, 2 }, y: new[] { 3, 4 });\nchart");

        Assert.True(result.Succeeded, string.Join('\n', result.Error?.Traceback ?? []));
        Assert.Equal(3, (int)result.Value!["application/vnd.plotly.v1+json"]!["data"]![0]!["y"]![0]!);
        string first = result.Value.Text("text/html")!;
        Assert.Contains("Plotly.newPlot(\"plotly-chart-", first, StringComparison.Ordinal);
        Assert.True(first.Length > 1_000_000);

        await trial.Run("display(chart); new[] { chart }.Length.Display(); chart.Display();");
        Assert.All((MimeBundle[])[trial.Outputs.OfType<Displayed>().First().Data, trial.Outputs.OfType<Displayed>().Last().Data], data =>
        {
            Assert.True(data.Contains("application/vnd.plotly.v1+json"));
            Assert.InRange(data.Text("text/html")!.Length, 0, 20_000);
        });
    }

    private async Task<string> Html(string code)
    {
        CellResult result = await trial.Run(code);
        Assert.True(result.Succeeded, string.Join('\n', result.Error?.Traceback ?? []));
        return result.Value!.Text("text/html")!.Split("<style>")[0].Replace("\r", "", StringComparison.Ordinal);
    }
}
