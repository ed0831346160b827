using Course.Generation;
using Course.Transformers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Alignment;

/// <summary>
/// A reward model: the fine-tuned model with one number in place of the next token. N. Stiennon and others, Learning to summarize with
/// human feedback, 2020, section 3.4; L. Ouyang and others, 2022, section 3.5. Defined in lesson 16.
/// </summary>
public sealed class RewardModel : Module<Tensor, Tensor, Tensor>
{
    private readonly Gpt2 body;
    private readonly Linear head;

    /// <summary>Creates a reward model.</summary>
    /// <param name="start">The model whose weights it starts with; it stays as it is.</param>
    public RewardModel(Gpt2 start)
        : base(nameof(RewardModel))
    {
        body = FineTuning.Copy(start);
        int width = body.Settings.Width;
        head = Layers.Linear(width, 1, spread: 1 / Math.Sqrt(width + 1));
        RegisterComponents();
    }

    /// <summary>What people's own answers get on average; it is subtracted, so that they get 0.</summary>
    public double Mean { get; private set; }

    /// <summary>The standard deviation of that; scores are divided by it.</summary>
    public double Spread { get; private set; } = 1;

    /// <summary>The reward r(x, y), as the last layer gives it.</summary>
    /// <param name="text">(B, T) questions with answers, padding behind.</param>
    /// <param name="last">(B) the place of each answer's last token, Int64.</param>
    /// <returns>(B).</returns>
    public override Tensor forward(Tensor text, Tensor last)
    {
        ArgumentNullException.ThrowIfNull(last);
        Tensor states = body.States(text);                                                                  // (B, T, C)
        Tensor end = states.gather(1, last.reshape(-1, 1, 1).expand(-1, 1, states.shape[2])).squeeze(1);
        return head.call(end).squeeze(1);
    }

    /// <summary>Rewards in units of people's own answers: 0 is their mean, 1 their standard deviation.</summary>
    /// <param name="text">(B, T).</param>
    /// <param name="last">(B).</param>
    /// <returns>(B), without gradient.</returns>
    public Tensor Score(Tensor text, Tensor last)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return ((call(text, last) - Mean) / Spread).MoveToOuterDisposeScope();
    }

    /// <summary>Rewards of answers.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="answers">An answer to each.</param>
    public double[] Score(IReadOnlyList<Question> questions, IReadOnlyList<Answer> answers)
    {
        using var scope = NewDisposeScope();
        (Tensor text, Tensor last) = Rows(questions, answers);
        return [.. Score(text, last).to(ScalarType.Float64).data<double>()];
    }

    /// <summary>Sets mean and spread so that people's own answers have mean 0 and standard deviation 1: D. Ziegler and others, 2019,
    /// section 2.</summary>
    /// <param name="count">How many of their answers are looked at.</param>
    /// <param name="seed">Decides which.</param>
    public void Normalise(int count = 1_000, int seed = 1)
    {
        var random = new Random(seed);
        Question[] questions = Questions.Draw(count, random);
        (Mean, Spread) = (0, 1);
        double[] scores = Score(questions, [.. questions.Select(question => People.Answer(question, random))]);
        double mean = scores.Average();
        (Mean, Spread) = (mean, Math.Sqrt(scores.Average(score => (score - mean) * (score - mean))));
    }

    /// <summary>Questions with answers as a batch: (B, T), and the place of each last token, (B).</summary>
    internal static (Tensor Text, Tensor Last) Rows(IReadOnlyList<Question> questions, IReadOnlyList<Answer> answers)
    {
        long[][] rows = [.. questions.Zip(answers, (question, answer) =>
            (long[])[.. question.Prompt, .. ChatWords.Encode(answer.Text + (answer.Ended ? " <end>" : ""))])];
        Tensor last = tensor(rows.Select(row => row.Length - 1L).ToArray());
        return (TrainingTexts.Batch(rows, Question.PromptLength + AnswerSampler.Most), last);
    }
}
