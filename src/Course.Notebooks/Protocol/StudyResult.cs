namespace Course.Notebooks.Protocol;

/// <summary>What some cells use.</summary>
/// <param name="Needed">The cells that must run for the answers to be what they are in the whole notebook, in order.</param>
/// <param name="Broken">The cells that do not compile.</param>
/// <param name="Answers">What each answer uses.</param>
/// <param name="Learner">What all cells use that are not the lesson's own.</param>
internal sealed record StudyResult(IReadOnlyList<int> Needed, IReadOnlyList<BrokenCell> Broken, IReadOnlyList<AnswerUses> Answers, IReadOnlyList<SymbolUse> Learner);
