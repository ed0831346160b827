using Course.Notebooks.Language;

namespace Course.Notebooks.Tests.Language;

public class CompletenessTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("int x = 1;")]
    [InlineData("x")]
    [InlineData("using System.IO;")]
    [InlineData("for (int i = 0; i < 3; i++)\n{\n}")]
    [InlineData("var s = \"\"\"\n    text\n    \"\"\";")]
    [InlineData("// a comment")]
    [InlineData("/* a comment */")]
    [InlineData("#!time")]
    [InlineData("#!who\n")]
    [InlineData("#!markdown\n# A title {")]
    [InlineData("#r \"nuget: Some.Package, 1.0\"")]
    [InlineData("#!time\nnew[] { 1, 2 }.Select(n => n)")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("undeclared.Member()")]
    public void A_cell_that_can_be_run_is_complete(string code) =>
        Assert.Equal(new CompletenessAnswer(CellCompleteness.Complete, ""), LanguageServices.IsComplete(code));

    [Theory]
    [InlineData("for (int i = 0; i < 3; i++)\n{", 4)]
    [InlineData("class A\n{\n    void M()\n    {", 8)]
    [InlineData("class A {\n    void M() {\n    }", 4)]
    [InlineData("for (int i = 0; i < 3; i++)", 0)]
    [InlineData("Math.Max(1,", 4)]
    [InlineData("int[] x = [1,", 4)]
    [InlineData("int x =", 0)]
    [InlineData("1 +", 0)]
    [InlineData("int F(int n) =>", 0)]
    [InlineData("var s = \"\"\"\n{ text", 0)]
    [InlineData("var s = @\"text", 0)]
    [InlineData("var s = $\"\"\"\n  {x}", 0)]
    [InlineData("/* a comment", 0)]
    [InlineData("#!time\nif (true) {", 4)]
    [InlineData("#if DEBUG", 0)]
    public void A_cell_to_which_more_lines_belong_is_incomplete_and_the_next_is_indented(string code, int indent) =>
        Assert.Equal(new CompletenessAnswer(CellCompleteness.Incomplete, new string(' ', indent)), LanguageServices.IsComplete(code));

    [Theory]
    [InlineData("int x = ;")]
    [InlineData("}")]
    [InlineData("Math.Max(1, 2))")]
    [InlineData("var s = \"text")]
    [InlineData("var s = \"text\nfor (;;) {")]
    [InlineData("int 1x = 3;\nif (true) {")]
    [InlineData("#!nonsense")]
    [InlineData("if (true) {\n#!who\n}")]
    public void A_cell_that_no_further_line_can_cure_is_invalid(string code) =>
        Assert.Equal(new CompletenessAnswer(CellCompleteness.Invalid, ""), LanguageServices.IsComplete(code));
}
