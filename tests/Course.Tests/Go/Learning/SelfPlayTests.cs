using Course.Go;
using Course.Go.Learning;
using Course.Tests.ConvNets;

namespace Course.Tests.Go.Learning;

[Collection(TorchSeed.Name)]
public sealed class SelfPlayTests
{
    private static readonly SelfPlaySettings tiny = new()
    {
        Size = 3,
        Games = 24,
        GamesPerRound = 6,
        Simulations = 16,
        Komi = 0.5,
        Buffer = 100,
        Batch = 16,
        Uses = 2,
    };

    [Fact]
    public void A_game_is_played_to_its_end_and_gives_an_example_for_each_move_chosen()
    {
        using var run = new SelfPlayRun(tiny);
        var (game, examples) = SelfPlayGame.Play(new FastPolicyValue(run.Weights), tiny, new SplitMixRandom(1));

        Assert.True(game.IsOver || game.Moves.Count >= 36);
        Assert.InRange(game.Moves.Count - examples.Count, 0, 2);
        Assert.All(examples, example => Assert.Equal(1, example.Policy.Sum(), 1e-5));
        Assert.All(examples, example => Assert.Equal(
            game.Score > 0 == (example.Board.Next == Stone.Black) ? 1 : -1, example.Result));
    }

    [Fact]
    public void An_interrupted_run_continues_with_the_same_numbers()
    {
        using var whole = new SelfPlayRun(tiny);
        for (int round = 0; round < 3; round++) whole.Round();

        using var saved = new MemoryStream();
        using (var first = new SelfPlayRun(tiny))
        {
            first.Round();
            first.Save(saved);
        }
        saved.Position = 0;
        using var second = new SelfPlayRun(tiny with { Seed = 99 });
        second.Load(saved);
        second.Round();
        second.Round();

        Assert.Equal(whole.Weights.Parameters, second.Weights.Parameters);
    }

    [Fact]
    public void A_run_ends_after_its_games_and_each_position_is_used_as_often_as_asked()
    {
        using var run = new SelfPlayRun(tiny);
        SelfPlayRound last = run.Round();
        while (!run.IsDone) last = run.Round();

        Assert.Equal(24, last.Games);
        Assert.InRange(last.Steps * 16.0 / last.Positions, 1.9, 2);
    }

    [Fact]
    public void Training_on_a_few_positions_lowers_both_losses_on_them()
    {
        using var run = new SelfPlayRun(tiny);
        var random = new SplitMixRandom(1);
        GoExample[] examples =
            [.. Enumerable.Range(0, 4).SelectMany(_ => SelfPlayGame.Play(new FastPolicyValue(run.Weights), tiny, random).Examples)];
        using var network = new PolicyValueNetwork(3);
        using var trainer = new PolicyValueTrainer(network);
        var before = trainer.Measure(examples);
        for (int step = 0; step < 100; step++) trainer.Learn(examples, 2e-3, random);
        var after = trainer.Measure(examples);

        Assert.True(after.Policy < before.Policy);
        Assert.True(after.Value < before.Value);
        LiveTensors.AreGivenBackBy(() => trainer.Learn(examples, 1e-3, random));
    }
}
