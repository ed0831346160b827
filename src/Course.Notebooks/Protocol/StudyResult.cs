using System.Text.Json.Serialization;

namespace Course.Notebooks.Protocol;

/// <summary>A cell to be read.</summary>
/// <param name="Number">Its number among the cells.</param>
/// <param name="Code">Its text.</param>
/// <param name="IsOwn">Whether it is the lesson's own, word for word.</param>
/// <param name="Answers">The exercise whose answer it hands in; null for all other cells.</param>
internal sealed record StudyCell(int Number, string Code, bool IsOwn, string? Answers);

/// <summary>What some cells use.</summary>
/// <param name="Needed">The cells that must run for the answers to be what they are in the whole notebook, in order.</param>
/// <param name="Broken">The cells that do not compile.</param>
/// <param name="Answers">What each answer uses.</param>
/// <param name="Learner">What all cells use that are not the lesson's own.</param>
internal sealed record StudyResult(
    IReadOnlyList<int> Needed, IReadOnlyList<BrokenCell> Broken, IReadOnlyList<AnswerUses> Answers, IReadOnlyList<SymbolUse> Learner);

/// <summary>A cell that does not compile.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record BrokenCell(int Number, int Line, string Message);

/// <summary>
/// What an answer is made from: the notebook's cells, and what of the libraries it uses, itself or through what it calls in the notebook.
/// </summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Cells">The cells without which it cannot be had, in order.</param>
/// <param name="Uses">Every symbol once, at the place where it was found first.</param>
internal sealed record AnswerUses(string Exercise, IReadOnlyList<int> Cells, IReadOnlyList<SymbolUse> Uses);

/// <summary>The use of something that a library declares.</summary>
/// <param name="Namespace">Its namespace; empty for none.</param>
/// <param name="Type">
/// The type's full name without type parameters, <c>Course.Perceptrons.Perceptron</c>; <c>dynamic</c> for what is bound at run time.
/// </param>
/// <param name="Member">The member's name; null where the type itself is used.</param>
/// <param name="Cell">The cell in which it stands.</param>
/// <param name="Line">The line of the cell, from 1.</param>
internal sealed record SymbolUse(string Namespace, string Type, string? Member, int Cell, int Line)
{
    /// <summary>The full name of what is used.</summary>
    [JsonIgnore]
    public string Name => Member is null ? Type : $"{Type}.{Member}";
}
