using Course.Go;
using Course.Go.Search;

namespace Course.Tests.Go.Search;

public sealed class PuctTests
{
    private static Puct Tree(SmallGame game, int threads = 1) =>
        new(game, new PlayoutEvaluator(new SplitMixRandom(1)), new PuctSettings { Threads = threads });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_simulation_is_counted_once(int threads)
    {
        Puct tree = Tree(new SmallGame(5), threads);
        tree.Search(2_000);

        Assert.Equal(2_000, tree.Root.TotalVisits);
        Check(tree.Root);

        static void Check(PuctNode node)
        {
            Assert.Equal(node.TotalVisits, node.Visits.Sum());
            for (int index = 0; index < node.Visits.Length; index++)
            {
                // No loss that stood for an unknown result is left.
                Assert.InRange(node.Totals[index], -node.Visits[index] - 1e-6, node.Visits[index] + 1e-6);
                if (node.Children[index] is not { } child) continue;
                Assert.True(child.TotalVisits <= node.Visits[index]);
                if (!child.IsOver) Check(child);
            }
        }
    }

    [Fact]
    public void Two_searches_with_the_same_numbers_are_the_same()
    {
        Puct first = Tree(new SmallGame(5)), second = Tree(new SmallGame(5));
        first.Search(500);
        second.Search(500);

        Assert.Equal(first.Root.Visits, second.Root.Visits);
    }

    [Fact]
    public void Priors_are_probabilities_of_the_legal_moves_and_so_are_they_with_noise()
    {
        var game = new SmallGame(3);
        game.TryPlay(4);
        var tree = new Puct(game, new PlayoutEvaluator(new SplitMixRandom(1)), new PuctSettings { Noise = 0.25 });
        Assert.Equal([0, 1, 2, 3, 5, 6, 7, 8, Vertex.Pass], tree.Root.Moves);
        Assert.All(tree.Root.Priors, prior => Assert.Equal(1.0 / 9, prior, 1e-6));
        tree.AddNoise(new Random(1));

        Assert.Equal(1, tree.Root.Priors.Sum(), 1e-5);
        Assert.True(tree.Root.Priors.Max() > 1.0 / 9 + 0.01);
    }

    [Fact]
    public void The_tree_behind_a_move_is_kept()
    {
        Puct tree = Tree(new SmallGame(5));
        tree.Search(1_000);
        int index = tree.Root.MostVisited, kept = tree.Root.Children[index]!.TotalVisits;
        tree.Advance(index);

        Assert.Equal(kept, tree.Root.TotalVisits);
        Assert.Equal(Stone.White, tree.Root.Board.Next);
    }

    // After two passes the position is a result, and a win by passing is seen at once.
    [Fact]
    public void Who_is_ahead_may_end_the_game()
    {
        var game = new SmallGame(5, 0.5);
        game.TryPlay(12);
        game.TryPlay(Vertex.Pass);
        Puct tree = Tree(game);
        tree.Search(300);

        int pass = tree.Root.Moves.ToList().IndexOf(Vertex.Pass);
        Assert.True(tree.Root.Children[pass]!.IsOver);
        Assert.Equal(1, tree.Root.MeanOf(pass), 1e-9);
    }

    [Fact]
    public void The_tree_holds_only_moves_that_the_game_allows()
    {
        var random = new Random(1);
        var evaluator = new PlayoutEvaluator(new SplitMixRandom(1));
        for (int number = 0; number < 5; number++)
        {
            var game = new SmallGame(3);
            while (!game.IsOver && game.Moves.Count < 60)
            {
                var tree = new Puct(game, evaluator, new PuctSettings { FillsEyes = true });
                Assert.Equal([.. game.LegalPoints(), Vertex.Pass], tree.Root.Moves);
                tree.Search(30);
                int index = random.Next(tree.Root.Moves.Count);
                Assert.True(game.TryPlay(tree.Root.Moves[index]));
            }
        }
    }
}
