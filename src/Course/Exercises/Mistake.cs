namespace Course;

/// <summary>A wrong answer that learners often give.</summary>
/// <param name="Hint">What to tell a learner who gives it: what is wrong and where to look, not the answer.</param>
/// <param name="Answer">The wrong answer itself, of the exercise's signature.</param>
public sealed record Mistake(string Hint, Delegate Answer);
