namespace Course.Notebooks.Protocol;

/// <summary>What an answer is made from: the notebook's cells, and what of the libraries it uses, itself or through what it calls in the notebook.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Cells">The cells without which it cannot be had, in order.</param>
/// <param name="Uses">Every symbol once, at the place where it was found first.</param>
internal sealed record AnswerUses(string Exercise, IReadOnlyList<int> Cells, IReadOnlyList<SymbolUse> Uses);
