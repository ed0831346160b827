using Microsoft.CodeAnalysis;

namespace Course.Notebooks.StaticAnalysis;

/// <summary>A top-level declaration or action of a cell: a method, a type, variables, or a statement.</summary>
internal sealed class CodeUnit(ReadCell cell, SyntaxNode syntax)
{
    public ReadCell Cell => cell;

    public SyntaxNode Syntax => syntax;

    /// <summary>The units of this and of earlier cells that it mentions.</summary>
    public HashSet<CodeUnit> Mentions { get; } = [];

    /// <summary>The library members that it uses, with the line of the first use.</summary>
    public Dictionary<(string Namespace, string Type, string? Member), int> Uses { get; } = [];

    /// <summary>Whether it holds a value that other units can change: variables, or a type with static fields.</summary>
    public bool HoldsState { get; set; }
}
