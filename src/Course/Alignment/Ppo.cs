using Course.Generation;
using static TorchSharp.torch;

namespace Course.Alignment;

/// <summary>
/// Proximal policy optimisation of a language model: J. Schulman, F. Wolski, P. Dhariwal, A. Radford and O. Klimov, Proximal policy
/// optimization algorithms, 2017 (arXiv:1707.06347), algorithm 1. The reward is a reward model's, at the last token, less a price for each
/// token that the first model would not have said: L. Ouyang and others, 2022, equation 2. Defined in lesson 16.
/// </summary>
public sealed class Ppo : IDisposable
{
    private readonly Gpt2 reference;
    private readonly RewardModel reward;
    private readonly PpoSettings settings;
    private readonly PolicyWithValue model;
    private readonly optim.Optimizer adam;
    private readonly AnswerSampler sampler;
    private readonly KlLeash leash;
    private readonly Random random;
    private readonly List<PpoPoint> history = [];

    /// <summary>Prepares a run.</summary>
    /// <param name="start">The fine-tuned model. The policy begins as its copy; it stays as it is, and is the reference.</param>
    /// <param name="reward">The reward model.</param>
    /// <param name="settings">The settings.</param>
    public Ppo(Gpt2 start, RewardModel reward, PpoSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (reference, this.reward, this.settings) = (start, reward, settings);
        manual_seed(settings.Seed);
        random = new Random(settings.Seed + 300);
        model = new PolicyWithValue(start);
        adam = optim.Adam(model.parameters(), settings.Rate, eps: settings.Epsilon);
        sampler = new AnswerSampler(model.Policy);
        leash = new KlLeash(settings.Beta, settings.TargetKl);
    }

    /// <summary>The policy.</summary>
    public Gpt2 Policy => model.Policy;

    /// <summary>How it stood at each update; the first is the fine-tuned model.</summary>
    public IReadOnlyList<PpoPoint> History => history;

    /// <summary>Takes all updates.</summary>
    /// <param name="title">The title of the live bar; empty for none.</param>
    /// <returns>How it stood at each.</returns>
    public IReadOnlyList<PpoPoint> Run(string title = "PPO")
    {
        using Progress? bar = title.Length > 0 ? Progress.Start(title, settings.Updates) : null;
        for (int update = 1; update <= settings.Updates; update++)
        {
            PpoPoint point = Update();
            bar?.Report(update, note: FormattableString.Invariant($"reward {point.Proxy:0.00}, true {point.True:0.00}, KL {point.Kl:0.0}"));
        }
        return history;
    }

    /// <summary>Draws answers and learns from them.</summary>
    /// <returns>How it stood when it drew them.</returns>
    public PpoPoint Update()
    {
        using var scope = NewDisposeScope();
        Rollout rollout = Draw(settings.Answers);
        Tensor price = leash.Beta * (rollout.Logs - rollout.ReferenceLogs) * rollout.Spoken;                     // (B, R)
        Tensor rewards = rollout.Last * rollout.Rewards.unsqueeze(1) - price;         // the whole reward at the end
        Tensor advantages = Advantages.Of(rewards, rollout.Values, rollout.Spoken, settings.Lambda);
        Tensor returns = advantages + rollout.Values;
        Tensor normal = Normal(advantages, rollout.Spoken);
        for (int epoch = 0; epoch < settings.Epochs; epoch++)
        {
            foreach (Tensor n in randperm(settings.Answers).split(settings.Minibatch)) Step(rollout, normal, returns, n);
        }
        PpoPoint point = Measure(rollout, history.Count);
        history.Add(point);
        leash.Update(point.Kl);
        return point;
    }

    /// <summary>Measures the policy on new questions, without learning.</summary>
    /// <param name="answers">How many answers.</param>
    /// <param name="seed">Decides the questions and the answers.</param>
    public PpoPoint Test(int answers = 1_000, int seed = 1)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        return Measure(Draw(answers, new Random(seed + 400)), history.Count);
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        adam.Dispose();
        model.Dispose();
    }

    /// <summary>L^CLIP, equation 7: the smaller of r Â and clip(r, 1 − ε, 1 + ε) Â.</summary>
    /// <param name="ratio">r: each token's probability now, divided by the one with which it was drawn.</param>
    /// <param name="advantages">Â.</param>
    /// <param name="clip">ε.</param>
    /// <returns>The same shape; it is to grow.</returns>
    public static Tensor Clipped(Tensor ratio, Tensor advantages, double clip)
    {
        ArgumentNullException.ThrowIfNull(ratio);
        return minimum(ratio * advantages, ratio.clamp(1 - clip, 1 + clip) * advantages);
    }

    private void Step(Rollout rollout, Tensor advantages, Tensor returns, Tensor n)
    {
        using var scope = NewDisposeScope();
        Tensor spoken = rollout.Spoken.index_select(0, n), count = spoken.sum();
        adam.zero_grad();
        (Tensor logs, Tensor values) = model.call(rollout.Text.index_select(0, n), Question.PromptLength);
        Tensor ratio = ((logs - rollout.Logs.index_select(0, n)) * spoken).exp();
        Tensor gain = (Clipped(ratio, advantages.index_select(0, n), settings.Clip) * spoken).sum() / count;
        Tensor error = ((values - returns.index_select(0, n)).square() * spoken).sum() / count;
        Tensor loss = settings.ValueShare * error - gain;
        if (settings.Mix > 0)
            loss += settings.Mix * FineTuning.Loss(Policy, [.. Enumerable.Range(0, 8).Select(_ => TrainingTexts.Dialogue(random))]);
        loss.backward();
        nn.utils.clip_grad_norm_(model.parameters(), 1);
        adam.step();
    }

    private Rollout Draw(int answers, Random? asking = null)
    {
        using var frozen = no_grad();
        Question[] questions = Questions.Draw(answers, asking ?? random);
        Tensor text = sampler.Draw([.. questions.Select(question => question.Prompt)]);                           // (B, P + R)
        Tensor said = text.narrow(1, Question.PromptLength, AnswerSampler.Most);
        Tensor spoken = said.ne(ChatWords.Padding).to(ScalarType.Float32);
        Tensor length = spoken.sum(1).to(ScalarType.Int64);
        Tensor last = zeros_like(spoken).scatter(1, (length - 1).unsqueeze(1), ones(answers, 1));                 // 1 at each last token
        (Tensor logs, Tensor values) = model.call(text, Question.PromptLength);
        Tensor first = PolicyWithValue.Logs(reference, text, Question.PromptLength);
        return new(questions, text, spoken, last, logs, first, values * spoken, reward.Score(text, length + (Question.PromptLength - 1)));
    }

    private PpoPoint Measure(Rollout rollout, int update)
    {
        Question[] questions = rollout.Questions;
        Answer[] answers = sampler.Read(rollout.Text, [.. questions.Select(_ => Question.PromptLength)]);
        double[] scores = [.. questions.Zip(answers, TrueScore.Of)];
        double mean = scores.Average();
        return new(update, rollout.Rewards.mean().item<float>(), mean,
            ((rollout.Logs - rollout.ReferenceLogs) * rollout.Spoken).sum(1).mean().item<float>(), leash.Beta,
            questions.Zip(answers, (question, answer) => TrueScore.IsRight(question, answer) ? 1.0 : 0).Average(),
            answers.Average(answer => answer.PoliteWords))
        {
            TrueError = Math.Sqrt(scores.Sum(score => (score - mean) * (score - mean)) / (scores.Length - 1) / scores.Length),
        };
    }

    private static Tensor Normal(Tensor x, Tensor spoken)
    {
        Tensor count = spoken.sum(), mean = (x * spoken).sum() / count;
        Tensor spread = (((x - mean) * spoken).square().sum() / count).sqrt();
        return (x - mean) / (spread + 1e-8) * spoken;
    }

    private sealed record Rollout(
        Question[] Questions, Tensor Text, Tensor Spoken, Tensor Last, Tensor Logs, Tensor ReferenceLogs, Tensor Values, Tensor Rewards);
}
