using Course.Data.Texts;

namespace Course.Transformers.Tasks;

/// <summary>
/// Lines of Tang quatrains whose characters are in disorder. The lines to test come from poems of which no line is learnt. Defined in
/// lesson 12.
/// </summary>
public sealed class LinePuzzles
{
    /// <summary>Divides the poems.</summary>
    /// <param name="characters">Characters of a line, 5 or 7.</param>
    /// <param name="seed">Chooses the poems to test.</param>
    /// <param name="tests">How many lines to test, four from each poem.</param>
    public LinePuzzles(int characters = 7, int seed = 1, int tests = 1_000)
    {
        string[][] poems =
            [.. TangQuatrains.Load().Select(poem => poem.Lines).Where(lines => lines.All(line => line.Length == characters))];
        new Random(seed).Shuffle(poems);
        string[] held = [.. poems.Take(tests / 4).SelectMany(lines => lines)];
        Training = [.. poems.Skip(tests / 4).SelectMany(lines => lines).Distinct().Except(held)];
        Test = held;
        Alphabet = PuzzleAlphabet.Of(Training.Concat(Test));
    }

    /// <summary>The lines to learn from.</summary>
    public IReadOnlyList<string> Training { get; }

    /// <summary>The lines to test.</summary>
    public IReadOnlyList<string> Test { get; }

    /// <summary>All characters.</summary>
    public PuzzleAlphabet Alphabet { get; }

    /// <summary>Draws lines to learn from and disorders them.</summary>
    /// <param name="random">The random number generator.</param>
    /// <param name="count">How many.</param>
    public Puzzle[] Draw(Random random, int count)
    {
        ArgumentNullException.ThrowIfNull(random);
        return [.. Enumerable.Range(0, count).Select(_ => Alphabet.Line(Training[random.Next(Training.Count)], random))];
    }

    /// <summary>The lines to test in disorder, always in the same.</summary>
    /// <param name="count">How many.</param>
    public Puzzle[] TestPuzzles(int count = 1_000)
    {
        var random = new Random(2);
        return [.. Test.Take(count).Select(line => Alphabet.Line(line, random))];
    }
}
