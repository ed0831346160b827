using Course.Generation;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Alignment;

/// <summary>
/// How rewards are learnt from comparisons. R. Bradley and M. Terry, Rank analysis of incomplete block designs, 1952: that one is preferred
/// to another has the probability σ(r₁ − r₂). L. Ouyang and others, 2022, equation 1, take its logarithm as the loss. Defined in lesson 16.
/// </summary>
/// <param name="Pairs">The number of comparisons; each is seen once.</param>
/// <param name="Flipped">The share of them in which the worse answer was preferred.</param>
public sealed record Preferences(int Pairs = 15_000, double Flipped = 0.05)
{
    /// <summary>Comparisons per step.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>The highest learning rate.</summary>
    public double Rate { get; init; } = 3e-3;

    /// <summary>Decides the comparisons and the first weights of the head.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Which names wrong greetings of the comparisons may have. If all, names that no question has are seen nevertheless, and in wrong
    /// answers only: the model learns that they are bad.
    /// </summary>
    public QuestionSet WrongNames { get; init; } = QuestionSet.All;

    /// <summary>The mean of −ln σ(r_better − r_worse).</summary>
    /// <param name="better">(B) rewards of the preferred answers.</param>
    /// <param name="worse">(B) rewards of the others.</param>
    /// <returns>One number; ln 2 for a model that does not know.</returns>
    public static Tensor Loss(Tensor better, Tensor worse) => -functional.logsigmoid(better - worse).mean();

    /// <summary>Trains a reward model.</summary>
    /// <param name="start">The model whose weights it starts with.</param>
    /// <param name="title">The title of the live bar; empty for none.</param>
    /// <returns>The model, normalised; the caller disposes of it.</returns>
    public RewardModel Train(Gpt2 start, string title = "learning what people prefer")
    {
        manual_seed(Seed);
        var model = new RewardModel(start);
        Comparison[] pairs = People.Compare(Pairs, Flipped, QuestionSet.Compared, Seed + 200, WrongNames);
        using (var scope = NewDisposeScope())
        {
            Question[] questions = [.. pairs.Select(pair => pair.Question)];
            (Tensor better, Tensor lastOfBetter) = RewardModel.Rows(questions, [.. pairs.Select(pair => pair.Better)]);
            (Tensor worse, Tensor lastOfWorse) = RewardModel.Rows(questions, [.. pairs.Select(pair => pair.Worse)]);
            FineTuning.Train(model, Pairs / Batch, Rate, title, n =>
            {
                Tensor text = cat([better.index_select(0, n), worse.index_select(0, n)]);
                Tensor last = cat([lastOfBetter.index_select(0, n), lastOfWorse.index_select(0, n)]);
                Tensor[] rewards = model.call(text, last).chunk(2);
                return Loss(rewards[0], rewards[1]);
            }, examples: Pairs);
        }
        model.Normalise();
        return model;
    }

    /// <summary>The share of comparisons in which a model gives the preferred answer more.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pairs">Comparisons that it has not seen.</param>
    public static double Agreement(RewardModel model, IReadOnlyList<Comparison> pairs)
    {
        ArgumentNullException.ThrowIfNull(model);
        Question[] questions = [.. pairs.Select(pair => pair.Question)];
        double[] better = model.Score(questions, [.. pairs.Select(pair => pair.Better)]);
        double[] worse = model.Score(questions, [.. pairs.Select(pair => pair.Worse)]);
        return better.Zip(worse, (one, other) => one > other ? 1.0 : 0).Average();
    }

    /// <summary>The same for each kind of question.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pairs">Comparisons that it has not seen, of all kinds.</param>
    /// <returns>For sums, facts and greetings, in this order.</returns>
    public static double[] AgreementByKind(RewardModel model, IReadOnlyList<Comparison> pairs) =>
        [.. Enum.GetValues<QuestionKind>().Select(kind => Agreement(model, [.. pairs.Where(pair => pair.Question.Kind == kind)]))];
}
