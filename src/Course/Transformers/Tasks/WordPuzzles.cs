using Course.Data;
using Course.Data.Texts;

namespace Course.Transformers.Tasks;

/// <summary>
/// English words of five to nine letters whose inner letters are in disorder. The words to test are Jane Austen's and stand in no list to
/// learn from. Defined in lesson 12.
/// </summary>
public sealed class WordPuzzles
{
    private const int Shortest = 5, Longest = 9;

    // Austen's words are the ones that are asked: a share of the practice is with her other words.
    private const double ShareOfAusten = 0.4;

    private readonly string[] austens;

    /// <summary>Divides the words.</summary>
    /// <param name="seed">Chooses the words to test.</param>
    /// <param name="tests">How many words to test; each of them occurs at least twice in the novels.</param>
    public WordPuzzles(int seed = 1, int tests = 1_000)
    {
        Dictionary<string, int> counted = Austen.Novels
            .SelectMany(novel => Austen.Letters(novel).Split([' ', '.', ',', ';', '\'', '"', '!', '?', '-']))
            .Where(Fits).CountBy(word => word).ToDictionary();
        string[] common = [.. counted.Where(word => word.Value >= 2).Select(word => word.Key).Order(StringComparer.Ordinal)];
        var random = new Random(seed);
        random.Shuffle(common);
        Test = common[..tests];
        austens = [.. counted.Keys.Except(Test).Order(StringComparer.Ordinal)];
        Training = [.. austens.Union(CmuWords.Load().Where(Fits)).Except(Test).Order(StringComparer.Ordinal)];
    }

    /// <summary>The words to learn from: those of a pronouncing dictionary, and Austen's.</summary>
    public IReadOnlyList<string> Training { get; }

    /// <summary>The words to test.</summary>
    public IReadOnlyList<string> Test { get; }

    /// <summary>Draws words to learn from, four in ten of them Austen's, and disorders their letters.</summary>
    /// <param name="random">The random number generator.</param>
    /// <param name="count">How many.</param>
    public Puzzle[] Draw(Random random, int count)
    {
        ArgumentNullException.ThrowIfNull(random);
        return [.. Enumerable.Range(0, count).Select(_ => PuzzleAlphabet.Letters.Word(
            random.NextDouble() < ShareOfAusten ? austens[random.Next(austens.Length)] : Training[random.Next(Training.Count)], random))];
    }

    /// <summary>The words to test in disorder, always in the same.</summary>
    /// <param name="count">How many.</param>
    public Puzzle[] TestPuzzles(int count = 1_000)
    {
        var random = new Random(2);
        return [.. Test.Take(count).Select(word => PuzzleAlphabet.Letters.Word(word, random))];
    }

    private static bool Fits(string word) => word.Length is >= Shortest and <= Longest && word.All(char.IsAsciiLetterLower);
}
