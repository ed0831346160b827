using Course.Alignment;
using Course.Generation;
using Course.Tests.ConvNets;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Alignment;

[Collection(TorchSeed.Name)]
public sealed class PpoTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public PpoTests() => random.manual_seed(1);

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Advantages_of_a_batch_are_those_of_each_answer_up_to_its_end()
    {
        double[] r = [-0.1, 0.2, 1], v = [0.3, 0.1, 0.5];
        Tensor rewards = tensor(new float[,] { { -0.1f, 0.2f, 1 }, { 0.2f, 1, 0 } });
        Tensor values = tensor(new float[,] { { 0.3f, 0.1f, 0.5f }, { 0.1f, 0.5f, 9 } });
        Tensor spoken = tensor(new float[,] { { 1, 1, 1 }, { 1, 1, 0 } });

        float[] both = [.. Advantages.Of(rewards, values, spoken, lambda: 0.9).data<float>()];

        double[] first = Advantages.Of(r, v, lambda: 0.9), second = Advantages.Of(r[1..], v[1..], lambda: 0.9);
        Assert.All(both[..3].Zip(first), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        Assert.All(both[3..5].Zip(second), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        Assert.Equal(0, both[5]);
    }

    [Fact]
    public void With_lambda_1_an_advantage_is_all_that_comes_less_what_was_expected() =>
        Assert.Equal([1.2 - 0.3, 1.3 - 0.1, 1.0 - 0.5], [.. Advantages.Of([-0.1, 0.3, 1], [0.3, 0.1, 0.5], lambda: 1)], new Near(1e-12));

    [Theory]
    [InlineData(1.5, 1, 1.2)]
    [InlineData(0.5, 1, 0.5)]
    [InlineData(1.5, -1, -1.5)]
    [InlineData(0.5, -1, -0.8)]
    public void The_objective_rewards_no_step_beyond_the_clip(float ratio, float advantage, float gain) =>
        Assert.Equal(gain, Ppo.Clipped(tensor(ratio), tensor(advantage), 0.2).item<float>(), 1e-6f);

    [Fact]
    public void The_loss_of_a_preference_is_ln_2_for_who_does_not_know_and_finite_for_who_is_very_wrong()
    {
        Assert.Equal(Math.Log(2), Preferences.Loss(zeros(3), zeros(3)).item<float>(), 1e-6);
        Assert.Equal(800, Preferences.Loss(zeros(1), full(1, 800)).item<float>(), 1e-3);
    }

    [Fact]
    public void The_price_of_the_leash_rises_beyond_its_target_and_falls_below()
    {
        var leash = new KlLeash(beta: 0.2, target: 1, gain: 0.5);

        leash.Update(1.1);
        Assert.Equal(0.2 * 1.05, leash.Beta, 1e-12);
        leash.Update(100);
        Assert.Equal(0.2 * 1.05 * 1.1, leash.Beta, 1e-12);
        leash.Update(0);
        Assert.Equal(0.2 * 1.05 * 1.1 * 0.9, leash.Beta, 1e-12);
    }

    [Fact]
    public void A_policy_begins_as_the_model_it_starts_from_and_leaves_that_as_it_is()
    {
        using Gpt2 model = new(ChatWords.Model(width: 16, layers: 1, heads: 2));
        using var reward = new RewardModel(model);
        float before = model.TokenTable.sum().item<float>();
        using var ppo = new Ppo(model, reward, new PpoSettings { Answers = 16, Minibatch = 8, Epochs = 1 });

        PpoPoint first = ppo.Update(), second = ppo.Update();

        Assert.Equal(0, first.Kl, 1e-5);
        Assert.NotEqual(0, second.Kl);
        Assert.Equal(before, model.TokenTable.sum().item<float>());
        Assert.Equal(2, ppo.History.Count);
    }

    [Fact]
    public void Equal_seeds_give_equal_runs()
    {
        using Gpt2 model = new(ChatWords.Model(width: 16, layers: 1, heads: 2));
        using var reward = new RewardModel(model);
        double Run()
        {
            using var ppo = new Ppo(model, reward, new PpoSettings(Updates: 2) { Answers = 16, Minibatch = 8, Epochs = 1 });
            return ppo.Run("")[^1].Proxy;
        }

        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void Long_and_short_prompts_get_the_same_answers_together_as_alone()
    {
        using Gpt2 model = new(ChatWords.Model(width: 16, layers: 1, heads: 2));
        var sampler = new AnswerSampler(model) { Temperature = 0 };
        long[] one = ChatWords.Encode("<user> hello <end> <assistant>");
        long[] other = ChatWords.Encode("<user> what is 3 + 4 ? <end> <assistant>");

        Answer[] together = sampler.Say([one, other]);

        Assert.Equal(sampler.Say([one])[0].Text, together[0].Text);
        Assert.Equal(sampler.Say([other])[0].Text, together[1].Text);
    }

    [Fact]
    public void The_divergence_of_the_best_of_n_is_that_of_its_ranks()
    {
        var random = new Random(1);
        double mean = Enumerable.Range(0, 200_000).Average(_ =>
        {
            double best = Enumerable.Range(0, 8).Max(_ => random.NextDouble());
            return Math.Log(8 * Math.Pow(best, 7));
        });

        Assert.Equal(0, BestOfN.Kl(1));
        Assert.Equal(mean, BestOfN.Kl(8), 0.01);
    }

    [Fact]
    public void What_the_best_of_n_is_worth_is_the_mean_over_all_choices()
    {
        double[] proxies = [3, 1, 2], values = [10, 20, 30];

        Assert.Equal(20, BestOfN.Expected(proxies, values, 1), 1e-12);
        Assert.Equal((10 + 10 + 30) / 3.0, BestOfN.Expected(proxies, values, 2), 1e-12);      // {3, 1}, {3, 2}, {1, 2}
        Assert.Equal(10, BestOfN.Expected(proxies, values, 3), 1e-12);
    }

    [Fact]
    public void Gao_s_laws_are_found_again()
    {
        double[] d = [0.3, 0.6, 1, 1.5, 2.2];

        GoldLaw best = GoldLaw.OfBest(d, [.. d.Select(one => one * (0.8 - 0.2 * one))]);
        GoldLaw learning = GoldLaw.OfLearning(d, [.. d.Select(one => one * (0.5 - 0.3 * Math.Log(one)))]);

        Assert.Equal((0.8, 0.2, 1), (Math.Round(best.Alpha, 9), Math.Round(best.Beta, 9), Math.Round(best.R2, 9)));
        Assert.Equal((0.5, 0.3, 1), (Math.Round(learning.Alpha, 9), Math.Round(learning.Beta, 9), Math.Round(learning.R2, 9)));
    }

    [Fact]
    public void A_run_has_gone_too_far_if_its_true_score_falls_while_its_reward_rises()
    {
        PpoPoint Point(double proxy, double score) => new(0, proxy, score, 1, 0, 0, 0) { TrueError = 0.02 };

        Assert.True(OverOptimisation.Of([Point(0, 0.7), Point(0.5, 1)], Point(1, 0.3)).Happened);
        Assert.False(OverOptimisation.Of([Point(0, 0.7), Point(0.5, 1)], Point(0.4, 0.3)).Happened);
        Assert.False(OverOptimisation.Of([Point(0, 0.7), Point(0.5, 1)], Point(1, 0.98)).Happened);
    }

    private sealed class Near(double within) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= within;

        public int GetHashCode(double obj) => 0;
    }
}
