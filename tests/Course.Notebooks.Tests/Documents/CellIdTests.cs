using Course.Notebooks.Documents;

namespace Course.Notebooks.Tests.Documents;

public class CellIdTests
{
    private const string Cells =
        """[{"cell_type":"markdown","metadata":{},"source":"a"},{"cell_type":"raw","id":"cell-1","metadata":{},"source":"b"}]""";

    [Fact]
    public void Before_4_5_cells_without_ids_stay_without()
    {
        NotebookDocument document = NotebookDocument.Parse($$"""{"nbformat":4,"nbformat_minor":4,"metadata":{},"cells":{{Cells}}}""");

        Assert.Null(document.Cells[0].Id);
        Assert.Null(NotebookDocument.Parse(document.ToJson()).Cells[0].Id);
        Assert.Equal("cell-1", document.Cells[1].Id);
    }

    [Fact]
    public void From_4_5_on_a_missing_id_is_filled_in_and_is_the_same_at_every_reading()
    {
        string text = $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":{{Cells}}}""";

        string?[] ids = [.. NotebookDocument.Parse(text).Cells.Select(cell => cell.Id)];

        Assert.Equal(ids, NotebookDocument.Parse(text).Cells.Select(cell => cell.Id));
        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, Assert.NotNull);
    }

    [Theory]
    [InlineData("same", "same", "same")]
    [InlineData("a b", "", "ü")]
    [InlineData("cell-2", "cell-2", "a/b")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123x", "ok", "ok")]
    public void Ids_that_nbformat_does_not_allow_are_replaced_when_the_notebook_is_written(string first, string second, string third)
    {
        var document = new NotebookDocument { Cells = { new CodeCell("1", first), new CodeCell("2", second), new MarkdownCell("3", third) } };

        string?[] ids = [.. NotebookDocument.Parse(document.ToJson()).Cells.Select(cell => cell.Id)];

        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[A-Za-z0-9_-]{1,64}$", id));
        Assert.Equal(first is "same" or "cell-2", ids[0] == first);
    }

    [Fact]
    public void What_is_allowed_stays() =>
        Assert.Equal(["a-B_1", "a-b_1"], NotebookDocument.Parse(
            new NotebookDocument { Cells = { new CodeCell("1", "a-B_1"), new CodeCell("2", "a-b_1") } }.ToJson()).Cells.Select(cell => cell.Id));

    [Fact]
    public void A_document_made_here_is_given_ids_when_it_is_saved()
    {
        var document = new NotebookDocument { Cells = { new CodeCell("1"), new CodeCell("2", "two") } };

        Assert.Equal(["cell-1", "two"], NotebookDocument.Parse(document.ToJson()).Cells.Select(cell => cell.Id));
    }
}
