namespace Course.Grading.HiddenTests;

/// <summary>A plausible wrong answer. A set of hidden cases that lets it pass is a bug.</summary>
/// <param name="Name">What is wrong with it; the hint, where the visible half names it.</param>
/// <param name="Answer">The wrong answer, of the exercise's signature.</param>
/// <param name="IsMistake">Whether the visible half names it.</param>
public sealed record Mutant(string Name, Delegate Answer, bool IsMistake);
