namespace Course.Transformers.Tasks;

/// <summary>Makes puzzles of words and of lines, and reads their solutions. Defined in lesson 12.</summary>
public sealed class PuzzleAlphabet
{
    private const string First = "^", Last = "$";

    private readonly Vocabulary tokens;

    private PuzzleAlphabet(IEnumerable<string> tokens) => this.tokens = new(tokens);

    /// <summary>The letters a to z, inside a word and at either end: the ends of words stay where they are.</summary>
    public static PuzzleAlphabet Letters { get; } = new(
        from kind in (string[])["", First, Last]
        from letter in Enumerable.Range('a', 26)
        select (char)letter + kind);

    /// <summary>The number of tokens.</summary>
    public int Count => tokens.Count;

    /// <summary>The characters of some lines, all of which may move.</summary>
    /// <param name="lines">The lines.</param>
    public static PuzzleAlphabet Of(IEnumerable<string> lines) => new(lines.SelectMany(Vocabulary.Characters));

    /// <summary>A word whose inner letters are in disorder.</summary>
    /// <param name="word">At least three letters, a to z.</param>
    /// <param name="random">Brings them into disorder.</param>
    public Puzzle Word(string word, Random random)
    {
        ArgumentNullException.ThrowIfNull(word);
        int[] ends = tokens.Encode([word[0] + First, word[^1] + Last]);
        return Puzzle.Of(tokens.Encode(Vocabulary.Characters(word[1..^1])), ends, ends[0], ends[1], random);
    }

    /// <summary>A line whose characters are all in disorder.</summary>
    /// <param name="line">The line.</param>
    /// <param name="random">Brings them into disorder.</param>
    public Puzzle Line(string line, Random random) =>
        Puzzle.Of(tokens.Encode(Vocabulary.Characters(line)), [], Vocabulary.Start, Vocabulary.End, random);

    /// <summary>A puzzle with its pieces in some order.</summary>
    /// <param name="puzzle">The puzzle.</param>
    /// <param name="order">Numbers of pieces.</param>
    public string Text(Puzzle puzzle, IEnumerable<int> order)
    {
        ArgumentNullException.ThrowIfNull(puzzle);
        int[] all = [puzzle.Start, .. order.Select(piece => puzzle.Pieces[piece]), puzzle.Closing];
        return string.Concat(all.Where(token => token is not (Vocabulary.Start or Vocabulary.End))
            .Select(token => tokens[token].TrimEnd(First[0], Last[0])));
    }
}
