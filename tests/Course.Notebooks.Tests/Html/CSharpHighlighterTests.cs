using System.Net;
using System.Text.RegularExpressions;
using Course.Notebooks.Html;
using CsCheck;

namespace Course.Notebooks.Tests.Html;

public partial class CSharpHighlighterTests
{
    [Theory]
    [InlineData("var x = 1.5e3;", "<k>var</k> x = <n>1.5e3</n>;")]
    [InlineData("// why\nreturn;", "<c>// why</c>\n<k>return</k>;")]
    [InlineData("char c = 'x'; string s = \"a<b\";", "<k>char</k> c = <s>'x'</s>; <k>string</k> s = <s>\"a<b\"</s>;")]
    [InlineData("$\"sum {a + 1:0.0} of {b}\"", "<s>$\"</s><s>sum </s>{a + <n>1</n>:<s>0.0</s>}<s> of </s>{b}<s>\"</s>")]
    [InlineData("var s = \"\"\"\n    raw \"text\"\n    \"\"\";", "<k>var</k> s = <s>\"\"\"\n    raw \"text\"\n    \"\"\"</s>;")]
    [InlineData("double Net(double[] w) => w.Sum();", "<k>double</k> <m>Net</m>(<k>double</k>[] w) => w.<m>Sum</m>();")]
    [InlineData("record Point(int X); List<Point> all = [new Point(1)];",
        "<k>record</k> <t>Point</t>(<k>int</k> X); <t>List</t><<t>Point</t>> all = [<k>new</k> <t>Point</t>(<n>1</n>)];")]
    [InlineData("Math.Max(1, 2)", "<t>Math</t>.<m>Max</m>(<n>1</n>, <n>2</n>)")]
    [InlineData("var Rows = new int[2]; Rows.Length", "<k>var</k> Rows = <k>new</k> <k>int</k>[<n>2</n>]; Rows.Length")]
    [InlineData("using System.Text;", "<k>using</k> System.Text;")]
    [InlineData("#r \"../x.dll\"\n#!time\nint y = 2;", "<d>#r \"../x.dll\"</d>\n<d>#!time</d>\n<k>int</k> y = <n>2</n>;")]
    [InlineData("await foreach (var e in Epochs()) { }", "<k>await</k> <k>foreach</k> (<k>var</k> e <k>in</k> <m>Epochs</m>()) { }")]
    [InlineData("#pragma warning disable\nint z;", "<d>#pragma warning disable\n</d><k>int</k> z;")]
    public void Words_are_coloured_by_what_they_are(string code, string expected) =>
        Assert.Equal(expected, Short(CSharpHighlighter.ToHtml(code)));

    [Theory]
    [InlineData("")]
    [InlineData("int x = ")]
    [InlineData("}}} class { \"unended")]
    [InlineData("string s = \"\"\"\n#!time\n\"\"\";")]
    [InlineData("#if false\n<b>\n#endif\n/// <summary>x</summary>\nint F() => 1;\n")]
    [InlineData("  \t\n\n")]
    public void Not_a_letter_of_the_code_is_lost(string code) => Assert.Equal(code, Text(CSharpHighlighter.ToHtml(code)));

    [Fact]
    public void Not_a_letter_is_lost_of_any_text()
    {
        Gen<string> piece = Gen.OneOfConst("\"", "\"\"\"", "$", "@", "{", "}", "#!", "#r \"", "\n", " ", "x", "1.", "//", "/*", "*/", "'",
            "<", "&", "class", "é", "\\");
        piece.Array[0, 30].Select(string.Concat).Sample(code => Assert.Equal(code, Text(CSharpHighlighter.ToHtml(code))), iter: 500);
    }

    private static string Text(string html) => WebUtility.HtmlDecode(Tags().Replace(html, ""));

    private static string Short(string html) =>
        WebUtility.HtmlDecode(Spans().Replace(html, "<$1>$2</$1>"));

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<span class=\"(\\w)\">([^<]*)</span>")]
    private static partial Regex Spans();
}
