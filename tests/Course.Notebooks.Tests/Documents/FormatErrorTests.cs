using Course.Notebooks.Documents;
using CsCheck;

namespace Course.Notebooks.Tests.Documents;

public class FormatErrorTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("   \n", "empty")]
    [InlineData("hello", "line 1, column 1")]
    [InlineData("{\n \"nbformat\": 4,\n}", "line 3, column 1")]
    [InlineData("{\"nbformat\": 4", "the end")]
    [InlineData("[]", "not an object")]
    [InlineData("{}", "nbformat version")]
    [InlineData("{\"nbformat\":\"4\"}", "not a whole number")]
    [InlineData("{\"nbformat\":3,\"worksheets\":[]}", "nbformat 3 is too old")]
    [InlineData("{\"nbformat\":5,\"cells\":[]}", "nbformat 5 is newer")]
    [InlineData("{\"nbformat\":4}", "no list of cells")]
    [InlineData("{\"nbformat\":4,\"cells\":{}}", "cells that is not a list")]
    [InlineData("{\"nbformat\":4,\"cells\":[3]}", "cell 1 is not an object")]
    [InlineData("{\"nbformat\":4,\"cells\":[{}]}", "cell 1 has no cell_type")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"heading\",\"source\":\"\"}]}", "unknown cell_type 'heading'")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\"}]}", "has no source")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":5}]}", "neither text nor a list of lines")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"outputs\":[{\"output_type\":\"pyout\"}]}]}",
        "cell 1, output 1 has the unknown output_type 'pyout'")]
    public void What_is_no_notebook_gives_one_clear_line(string text, string says)
    {
        var error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse(text));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void The_line_names_the_file()
    {
        string path = Path.GetTempFileName();
        try
        {
            var error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Load(path));

            Assert.StartsWith(Path.GetFileName(path), error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Nesting_without_end_is_refused_instead_of_overflowing_the_stack() =>
        Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse(new string('[', 1_000_000)));

    [Fact]
    public void No_damage_to_a_file_gives_another_exception()
    {
        string whole = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "Fixtures", "jupyter-4.5.ipynb"));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 20], Gen.String[0, 3]).Sample((at, length, instead) =>
        {
            string damaged = whole[..at] + instead + whole[Math.Min(whole.Length, at + length)..];
            try
            {
                NotebookDocument.Parse(damaged).ToJson();
            }
            catch (NotebookFormatException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        });
    }
}
