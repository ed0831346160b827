using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;
using Course.Notebooks.Language;
using Course.TestTools;
using CsCheck;

namespace Course.Notebooks.Tests.Language;

/// <summary>Asks at random places of the lessons' own cells, in cells that are whole and in ones cut off at the caret.</summary>
public sealed class LessonTests
{
    private static readonly string[] cells =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "notebooks"), "*.ipynb")
            .SelectMany(path => NotebookDocument.Load(path).Cells.OfType<CodeCell>())
            .Select(cell => cell.Source),
    ];

    private static readonly Gen<(string Code, int Position)> places =
        from cell in Gen.OneOfConst(cells)
        from position in Gen.Int[0, cell.Length]
        from isCut in Gen.Bool
        select (isCut ? cell[..position] : cell, position);

    [Fact]
    public async Task At_any_place_of_a_lesson_an_answer_lies_within_the_cell()
    {
        using var kernel = new CSharpKernel();
        using var language = new LanguageServices(kernel);
        await places.SampleAsync(
            async place =>
            {
                CellCompletions completions = await language.CompleteAsync(place.Code, place.Position);
                Assert.InRange(completions.Start, 0, place.Position);
                Assert.InRange(completions.End, place.Position, place.Code.Length);
                Assert.All(completions.Items, item => Assert.NotEqual("", item.Text));
                if (completions.Items is [var first, ..])
                    await first.DescribeAsync();
                await language.InspectAsync(place.Code, place.Position);
                LanguageServices.IsComplete(place.Code);
            },
            // Each takes up to half a second: as many as find what breaks often. A longer search is a larger number here.
            iter: 40,
            threads: 1);
    }

    [Fact]
    public void A_whole_cell_of_a_lesson_is_complete_and_blanking_keeps_its_length() =>
        Assert.All(cells, cell =>
        {
            Assert.Equal(CellCompleteness.Complete, LanguageServices.IsComplete(cell).Completeness);
            Assert.Equal(cell.Length, MaskedCell.Of(cell).Code.Length);
        });
}
