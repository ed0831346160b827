namespace Course.Alignment;

/// <summary>
/// What an answer is really worth. Outside of a toy nobody can compute this; here it is a rule, so that one can see whether a learnt reward
/// agrees with it. Gao, Schulman and Hilton (2022) call it the gold reward. Defined in lesson 16.
/// </summary>
public static class TrueScore
{
    /// <summary>The most that an answer can get.</summary>
    public const double Most = 1.5;

    /// <summary>
    /// 1 for a right answer; 0.5 for one or two polite words; −0.3 for each polite word above two; −0.5 for other words than the answer's
    /// and polite ones, or for no end.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">What was said.</param>
    public static double Of(Question question, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        int polite = answer.PoliteWords, others = answer.Words.Length - polite;
        bool junk = !answer.Ended || others != Words(question).Length;
        return (IsRight(question, answer) ? 1 : 0) + (polite is 1 or 2 ? 0.5 : 0) - 0.3 * Math.Max(0, polite - 2) - (junk ? 0.5 : 0);
    }

    /// <summary>Whether an answer begins with what is right.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">What was said.</param>
    public static bool IsRight(Question question, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        string[] right = Words(question);
        return answer.Words.Take(right.Length).SequenceEqual(right);
    }

    /// <summary>
    /// The blind judge: the answer with the higher score is preferred. The rule reads the question and two texts, and does not know whose
    /// they are.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="one">An answer.</param>
    /// <param name="other">Another.</param>
    /// <returns>1 if the first is preferred, 0 if the other is, 0.5 for a tie.</returns>
    public static double Prefers(Question question, Answer one, Answer other) =>
        (Math.Sign(Math.Round(Of(question, one) - Of(question, other), 9)) + 1) / 2.0;

    private static string[] Words(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Answer.Split(' ');
    }
}

/// <summary>An answer as it was said. Defined in lesson 16.</summary>
/// <param name="Text">Words between blanks, without the end.</param>
/// <param name="Ended">Whether the speaker came to an end.</param>
public sealed record Answer(string Text, bool Ended = true)
{
    /// <summary>Its words.</summary>
    public string[] Words { get; } = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How many of them are polite.</summary>
    public int PoliteWords => Words.Count(word => ChatWords.Polite.Contains(word));
}
