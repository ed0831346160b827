using System.Text.Json.Serialization;

namespace Course.Notebooks.Protocol;

/// <summary>A cell to be analysed.</summary>
/// <param name="Number">Its number among the cells.</param>
/// <param name="Code">Its text.</param>
/// <param name="IsOwn">Whether it is the lesson's own cell, word for word.</param>
/// <param name="Answers">The exercise whose answer it submits; null for all other cells.</param>
internal sealed record StudyCell(int Number, string Code, bool IsOwn, string? Answers);

/// <summary>The result of analysing some cells.</summary>
/// <param name="Needed">The cells that must run, in order, so that the answers are the same as in the whole notebook.</param>
/// <param name="Broken">The cells that do not compile.</param>
/// <param name="Answers">What each answer uses.</param>
/// <param name="Learner">What all cells use that are not the lesson's own.</param>
internal sealed record StudyResult(
    IReadOnlyList<int> Needed, IReadOnlyList<BrokenCell> Broken, IReadOnlyList<AnswerUses> Answers, IReadOnlyList<SymbolUse> Learner);

/// <summary>A cell that does not compile.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">The error message.</param>
internal sealed record BrokenCell(int Number, int Line, string Message);

/// <summary>
/// What an answer depends on: cells of the notebook, and the library members that it uses directly or through code in the notebook.
/// </summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="MadeFrom">The cells that hold the answer and what it uses, in order.</param>
/// <param name="Cells">The cells without which the answer cannot be obtained, in order.</param>
/// <param name="Uses">Every symbol once, at its first occurrence.</param>
internal sealed record AnswerUses(
    string Exercise, IReadOnlyList<int> MadeFrom, IReadOnlyList<int> Cells, IReadOnlyList<SymbolUse> Uses);

/// <summary>The use of something that a library declares.</summary>
/// <param name="Namespace">Its namespace; empty for none.</param> <param name="Type"> The type's full name without type parameters,
/// <c>Course.Perceptrons.Perceptron</c>; <c>dynamic</c> for a member bound at run time. </param>
/// <param name="Member">The member's name; null if the type itself is used.</param>
/// <param name="Cell">The cell that contains the use.</param>
/// <param name="Line">The line of the cell, from 1.</param>
internal sealed record SymbolUse(string Namespace, string Type, string? Member, int Cell, int Line)
{
    /// <summary>The full name of the type or member.</summary>
    [JsonIgnore]
    public string Name => Member is null ? Type : $"{Type}.{Member}";

    /// <summary>The same as code has it: a constructor is a use of <c>new</c>.</summary>
    [JsonIgnore]
    public string Said => Member == ".ctor" ? $"new {Type}" : Name;
}
