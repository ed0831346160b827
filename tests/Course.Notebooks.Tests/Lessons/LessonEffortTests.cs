using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Notebooks.Tests.Lessons;

public class LessonEffortTests
{
    [Fact]
    public void What_is_folded_and_the_links_at_the_end_are_not_read() => Assert.Equal(4, LessonEffort.WordsOf(new MarkdownCell("""
        ## Two words

        <details><summary>Sources</summary>

        [1] A paper.

        </details>
        end

        [← 01 One](01-one.ipynb) · [03 Three →](03-three.ipynb)
        """)));

    [Fact]
    public void The_curious_part_does_not_count()
    {
        LessonEffort effort = Of(
            new MarkdownCell("one two three"), new CodeCell("1"), Curious(new MarkdownCell("four")), Curious(new CodeCell("2")));

        Assert.Equal((3, 1), (effort.Words, effort.CodeCells));
    }

    [Fact]
    public void The_headings_of_exercises_state_minutes() => Assert.Equal(36, Of(
        new MarkdownCell("### Exercise 1: a gap (5 minutes)\n\nMore (7 minutes)."),
        new MarkdownCell("Words.\n\n### Exercise: more (30 minutes)"),
        new MarkdownCell("### Exercise: last (1 minute)")).ExerciseMinutes);

    [Theory]
    [InlineData("As lesson 02 says.", new[] { 2 })]
    [InlineData("Lessons 03, 05 and 04 have it; **lesson 06** too.", new[] { 3, 4, 5, 6 })]
    [InlineData("See **[lessons 05](05-five.ipynb)** and **[02](02-two.ipynb)**.", new[] { 2, 5 })]
    [InlineData("Lesson 07 is this one, lesson 08 comes next.", new int[0])]
    [InlineData("In 07 lessons 12 pictures.", new int[0])]
    public void Earlier_lessons_are_recalled_by_name(string text, int[] recalled) =>
        Assert.Equal(recalled, Of(new MarkdownCell(text)).Recalled);

    [Fact]
    public void Reading_takes_a_minute_for_a_code_cell_and_for_130_words() =>
        Assert.Equal(3, new LessonEffort(260, 1, 60, []).ReadingMinutes);

    private static LessonEffort Of(params NotebookCell[] cells)
    {
        var document = new NotebookDocument();
        foreach (NotebookCell cell in cells)
            document.Cells.Add(cell);
        return LessonEffort.Of(document, 7);
    }

    private static NotebookCell Curious(NotebookCell cell)
    {
        cell.Metadata["tags"] = new JsonArray("curious");
        return cell;
    }
}
