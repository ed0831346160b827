using Course.Tests.ConvNets;
using Course.Transformers;
using Course.Transformers.Tasks;
using static TorchSharp.torch;

namespace Course.Tests.Transformers.Tasks;

[Collection(TorchSeed.Name)]
public class PuzzleTests
{
    private static readonly PuzzleAlphabet letters = PuzzleAlphabet.Letters;

    [Fact]
    public void A_word_keeps_its_ends_and_its_solution_reads_as_the_word()
    {
        var random = new Random(1);

        Puzzle puzzle = letters.Word("letters", random);

        Assert.Equal((7, 5), (puzzle.Pieces.Length, puzzle.Order.Length));
        Assert.Equal("letters", letters.Text(puzzle, puzzle.Order));
        Assert.True(puzzle.IsSolvedBy(puzzle.Order));
        string guess = letters.Text(puzzle, puzzle.Guess(random));
        Assert.Equal(("l", "s", "eelrstt"), (guess[..1], guess[^1..], string.Concat(guess.Order())));
    }

    [Fact]
    public void Alike_pieces_may_change_places_and_only_the_first_of_them_is_offered()
    {
        Puzzle puzzle = letters.Word("baaac", new Random(1));

        Assert.True(puzzle.IsSolvedBy([2, 0, 1]));
        Assert.Equal([0], puzzle.Next([]));
        Assert.Equal([1], puzzle.Next([0, 2]));
        Assert.Equal(1, puzzle.ShareRight([2, 1, 0]));
    }

    [Fact]
    public void A_line_moves_as_a_whole()
    {
        PuzzleAlphabet alphabet = PuzzleAlphabet.Of(["床前明月光", "疑是地上霜"]);
        Puzzle puzzle = alphabet.Line("床前明月光", new Random(1));

        Assert.Equal((5, 5, 13), (puzzle.Pieces.Length, puzzle.Order.Length, alphabet.Count));
        Assert.Equal("床前明月光", alphabet.Text(puzzle, puzzle.Order));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_probabilities_of_counted_runs_sum_to_one(int order)
    {
        var counts = new NGrams(order, 6);
        counts.Learn([0, 3, 4, 3, 5, 1]);
        counts.Learn([0, 4, 4, 1]);

        foreach (int[] before in (int[][])[[0], [0, 3], [4, 4], [5, 5], [2]])
            Assert.Equal(1, Enumerable.Range(0, 6).Sum(token => Math.Exp(counts.LogP(before, token))), 1e-12);
        // 4 stood behind 3 once of twice, and is three of the eight tokens.
        double single = (3 + 2.0 / 6) / (8 + 2);
        Assert.Equal(Math.Log((1 + 2 * single) / (2 + 2)), counts.LogP([3], 4), 1e-12);
    }

    [Fact]
    public void Counts_put_a_known_word_in_order()
    {
        var counts = new NGrams(3, letters.Count);
        foreach (string word in (string[])["morning", "evening", "nothing"]) counts.Learn(letters.Word(word, new Random(1)).Solution);

        Puzzle puzzle = letters.Word("morning", new Random(5));

        Assert.Equal("morning", letters.Text(puzzle, counts.Solve(puzzle)));
    }

    [Fact]
    public void The_pointer_net_learns_a_few_words_by_heart_and_points_at_no_piece_twice()
    {
        manual_seed(1);
        string[] words = ["morning", "evening", "letter", "sister", "baaac"];
        using var net = new PointerTransformer(new(letters.Count, 1, new BlockShape(16, 2, 32, NormFirst: true)) { LongestSequence = 16 });
        using optim.Optimizer adam = optim.Adam(net.parameters(), 0.01);
        var solver = new Unscrambler(net);
        var random = new Random(1);
        double first = 0, last = 0;
        for (int step = 0; step < 150; step++)
        {
            using var scope = NewDisposeScope();
            Tensor loss = solver.Loss([.. words.Select(word => letters.Word(word, random))]);
            adam.zero_grad();
            loss.backward();
            adam.step();
            last = loss.item<float>();
            if (step == 0) first = last;
        }
        Puzzle[] puzzles = [.. words.Select(word => letters.Word(word, random))];

        int[][] solved = solver.Greedy(puzzles);

        Assert.InRange(last, 0, first / 10);
        Assert.Equal(words, puzzles.Zip(solved, (puzzle, order) => letters.Text(puzzle, order)));
        Assert.Equal(words, puzzles.Select(puzzle => letters.Text(puzzle, solver.Beam(puzzle, 3))));
        Assert.All(solved, order => Assert.Equal(order.Length, order.Distinct().Count()));
    }

    [Fact]
    public void The_encoder_sees_the_pieces_as_a_heap()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        manual_seed(2);
        using var net = new PointerTransformer(new(12, 2, new BlockShape(8, 2, 16)) { LongestSequence = 8 });
        Tensor order = tensor(new long[] { 2, 0, 1 });

        Tensor before = net.Encode(SequencePairs.Padded([[3, 4, 5]])).index_select(1, order);
        Tensor after = net.Encode(SequencePairs.Padded([[5, 3, 4]]));

        Assert.InRange((before - after).abs().max().item<float>(), 0, 1e-6f);
    }

    [Fact]
    public void Words_to_test_are_in_no_list_to_learn_from()
    {
        var words = new WordPuzzles();

        Assert.Equal(1_000, words.Test.Count);
        Assert.Empty(words.Test.Intersect(words.Training));
        Assert.All(words.Training.Concat(words.Test), word => Assert.InRange(word.Length, 5, 9));
        Assert.InRange(words.Training.Count, 80_000, 100_000);
    }

    [Fact]
    public void Lines_to_test_come_from_other_poems()
    {
        var lines = new LinePuzzles();

        Assert.Equal(1_000, lines.Test.Count);
        Assert.Empty(lines.Test.Intersect(lines.Training));
        Assert.All(lines.Training.Concat(lines.Test), line => Assert.Equal(7, line.Length));
    }
}
