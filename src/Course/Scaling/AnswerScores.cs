using Course.PreTraining;
using static TorchSharp.torch;

namespace Course.Scaling;

/// <summary>
/// The same answers of the same model under several metrics: R. Schaeffer, B. Miranda and S. Koyejo, Are emergent abilities of large
/// language models a mirage?, 2023 (arXiv:2304.15004), section 2. Defined in lesson 15.
/// </summary>
/// <param name="Answers">How many answers were scored.</param>
/// <param name="Length">L: the tokens of an answer.</param>
/// <param name="LogLikelihood">The mean of ln P(right token | everything before it), nats; 0 is the best.</param>
/// <param name="TokenAccuracy">p: the share of tokens that are the most likely one at their place, behind the right ones.</param>
/// <param name="ExactMatch">The share of answers with all tokens right: what greedy decoding writes without a mistake.</param>
public sealed record AnswerScores(int Answers, int Length, double LogLikelihood, double TokenAccuracy, double ExactMatch)
{
    /// <summary>p^L: the exact match of a model whose tokens are right or wrong independently of each other.</summary>
    public double IfIndependent => Math.Pow(TokenAccuracy, Length);

    /// <summary>L (1 − p): the wrong tokens of an answer on average.</summary>
    public double WrongTokens => Length * (1 - TokenAccuracy);

    /// <summary>Scores a model's answers.</summary>
    /// <param name="model">The model.</param>
    /// <param name="texts">(B, T) tokens: prompts with their right answers.</param>
    /// <param name="length">The tokens of an answer, at the end of each text.</param>
    public static AnswerScores Of(Gpt model, Tensor texts, int length)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(texts);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        model.eval();
        long from = texts.shape[1] - length;
        Tensor right = texts.narrow(1, from, length);                                                   // (B, L)
        Tensor logP = model.call(texts.narrow(1, 0, texts.shape[1] - 1)).narrow(1, from - 1, length).log_softmax(-1);
        Tensor hit = logP.argmax(2).eq(right);
        return new((int)texts.shape[0], length,
            logP.gather(2, right.unsqueeze(2)).mean().to(float64).item<double>(),
            hit.to(float64).mean().item<double>(), hit.all(1).to(float64).mean().item<double>());
    }

    /// <summary>
    /// How sudden a rise is: the whole change, divided by the root of the median squared change from one scale to the next (section 4,
    /// equation 1). Many equal steps give their number; one jump among standstills has no bound.
    /// </summary>
    /// <param name="performance">At least two values of one metric, by rising scale.</param>
    /// <returns>Negative if the last extreme is the least value.</returns>
    public static double Emergence(IReadOnlyList<double> performance)
    {
        ArgumentNullException.ThrowIfNull(performance);
        ArgumentOutOfRangeException.ThrowIfLessThan(performance.Count, 2, nameof(performance));
        double least = performance.Min(), most = performance.Max();
        int[] places = [.. Enumerable.Range(0, performance.Count)];
        int sign = Math.Sign(places.MaxBy(n => performance[n]) - places.MinBy(n => performance[n]));
        double[] squares = [.. performance.Zip(performance.Skip(1), (before, after) => (after - before) * (after - before)).Order()];
        double median = (squares[squares.Length / 2] + squares[(squares.Length - 1) / 2]) / 2;
        return sign * (most - least) / Math.Sqrt(median);
    }
}
