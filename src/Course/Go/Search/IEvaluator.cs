namespace Course.Go.Search;

/// <summary>What judges a position for <see cref="Puct"/>: which moves look good, and who will win. Defined in lesson 11.</summary>
public interface IEvaluator
{
    /// <summary>Judges a position.</summary>
    /// <param name="board">The board, seen by the player whose turn it is.</param>
    /// <param name="lastWasPass">Whether the opponent has just passed.</param>
    /// <param name="komi">Points given to White.</param>
    /// <param name="logits">Receives a number for each point and, last, for the pass; softmax over the legal ones makes them
    /// probabilities.</param>
    /// <returns>The expected result for the player whose turn it is, −1 a loss to 1 a win.</returns>
    float Evaluate(in SmallBoard board, bool lastWasPass, double komi, Span<float> logits);

    /// <summary>An evaluator of the same kind that another thread may use at the same time.</summary>
    IEvaluator ForAnotherThread();
}

/// <summary>Judges by random games: all moves look alike, and the result of one playout is the value. Defined in lesson 11.</summary>
/// <param name="random">Plays the games.</param>
public sealed class PlayoutEvaluator(SplitMixRandom random) : IEvaluator
{
    /// <inheritdoc/>
    public float Evaluate(in SmallBoard board, bool lastWasPass, double komi, Span<float> logits)
    {
        logits.Clear();
        return (float)new GoPosition(board, komi).Playout(random);
    }

    /// <inheritdoc/>
    public IEvaluator ForAnotherThread() => new PlayoutEvaluator(new SplitMixRandom(random.NextInt64()));
}

/// <summary>
/// Puts an evaluator together from parts, as the paper's Extended Data Table 7 does: with or without the policy, and a value that mixes
/// network and playout as (1 − λ) v + λ z. Defined in lesson 11.
/// </summary>
/// <param name="policy">Gives the moves; null makes all alike.</param>
/// <param name="value">Gives the value; null only where λ is 1.</param>
/// <param name="playouts">Plays random games; null only where λ is 0.</param>
/// <param name="lambda">The share of the playout in the value.</param>
public sealed class MixedEvaluator(IEvaluator? policy, IEvaluator? value, PlayoutEvaluator? playouts, double lambda) : IEvaluator
{
    /// <inheritdoc/>
    public float Evaluate(in SmallBoard board, bool lastWasPass, double komi, Span<float> logits)
    {
        float outcome = playouts is not null && lambda > 0 ? playouts.Evaluate(board, lastWasPass, komi, logits) : 0;
        float judged = value is not null && lambda < 1 ? value.Evaluate(board, lastWasPass, komi, logits) : 0;
        if (policy is null) logits.Clear();
        else if (policy != value || lambda >= 1) policy.Evaluate(board, lastWasPass, komi, logits);
        return (float)((1 - lambda) * judged + lambda * outcome);
    }

    /// <inheritdoc/>
    public IEvaluator ForAnotherThread()
    {
        IEvaluator? both = policy?.ForAnotherThread();
        return new MixedEvaluator(
            both, policy == value ? both : value?.ForAnotherThread(), (PlayoutEvaluator?)playouts?.ForAnotherThread(), lambda);
    }
}
