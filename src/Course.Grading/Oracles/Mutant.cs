namespace Course.Grading;

/// <summary>A plausible wrong answer. A set of hidden cases that lets it pass is a bug.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Answer">The wrong answer, of the exercise's signature.</param>
public sealed record Mutant(string Name, Delegate Answer);
