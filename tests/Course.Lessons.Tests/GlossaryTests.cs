using Course.Lessons.Tests.Dialect;
using Course.Notebooks.Documents;

namespace Course.Lessons.Tests;

public class GlossaryTests
{
    private const string Token = "looks at. | [12](../notebooks/12-transformer.ipynb) |";

    // Each breaks the glossary in one place: what is replaced, by what, and what is then said.
    private static readonly (string Old, string New, string Says)[] breaches =
    [
        ("| XOR | 异或 |", "| XOR | xor |", "'XOR' has no Chinese term"),
        ("| XOR | 异或 | Exclusive or: one or the other, but not both.", "| XOR | 异或 |", "'XOR' is explained in 0 words"),
        ("but not both.", string.Concat(Enumerable.Repeat("but not both ", 7)), "'XOR' is explained in 27 words"),
        ("| afferent |", "| zafferent |", "'agent' stands after 'zafferent'"),
        ("| afferent |", "| adding problem |", "'adding problem' has 2 rows"),
        ("| axon |", "| argmax |", "'argmax' has 2 rows"),
        (Token, "looks at. | 12 |", "'token' names no lesson"),
        (Token, "looks at. | [12](../notebooks/14-gpt-2.ipynb) |", "'token' names no lesson"),
        (Token, "looks at. | [12](../notebooks/12-attention.ipynb) |", "'token' leads to no lesson: 12-attention.ipynb"),
        (Token, "looks at. | [14](../notebooks/14-gpt-2.ipynb) |", "'token' stands bold in 12-transformer.ipynb already"),
        (Token, "looks at. | [05](../notebooks/05-boltzmann-machine.ipynb) |", "'token' does not occur in 05-boltzmann-machine.ipynb"),
        ("| softmax |", "| softly |", "02-perceptron.ipynb prints 'softmax' bold"),
    ];

    private static readonly string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "glossary.md")).ReplaceLineEndings("\n");

    private static readonly Dictionary<string, string> lessons = Repository.LessonFiles.ToDictionary(file => file, file =>
        string.Join("\n\n", LessonFile.Load(file).Document.Cells.OfType<MarkdownCell>().Select(cell => cell.Source)));

    public static TheoryData<int> Breaches => [.. Enumerable.Range(0, breaches.Length)];

    [Fact]
    public void The_glossary_says_what_the_lessons_say()
    {
        string[] slips = [.. new Glossary(text).Violations(lessons)];
        Assert.True(slips.Length == 0, string.Join('\n', slips));
    }

    [Theory]
    [MemberData(nameof(Breaches))]
    public void A_slip_is_found(int number)
    {
        (string old, string @new, string says) = breaches[number];
        Assert.Contains(old, text, StringComparison.Ordinal);

        Assert.Contains(new Glossary(text.Replace(old, @new, StringComparison.Ordinal)).Violations(lessons),
            slip => slip.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_term_that_a_lesson_defines_anew_is_missed()
    {
        Dictionary<string, string> more = new(lessons) { ["17-hugging-face.ipynb"] = "A **flux capacitor** is new. **That is all.**" };

        Assert.Contains(new Glossary(text).Violations(more),
            slip => slip.Contains("prints 'flux capacitor' bold", StringComparison.Ordinal));
    }
}
