namespace Course.Notebooks.Studying;

/// <summary>What of the libraries an answer uses, itself or through what it calls in the notebook.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Uses">Every symbol once, at the place where it was found first.</param>
internal sealed record AnswerUses(string Exercise, IReadOnlyList<SymbolUse> Uses);
