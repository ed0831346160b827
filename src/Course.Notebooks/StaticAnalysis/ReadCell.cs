using Microsoft.CodeAnalysis.CSharp;

namespace Course.Notebooks.StaticAnalysis;

/// <summary>A cell that was compiled but not run.</summary>
/// <param name="isOwn">Whether it is the lesson's own cell.</param>
internal sealed class ReadCell(bool isOwn)
{
    public bool IsOwn => isOwn;

    /// <summary>The compilation that the next cell follows; null until a cell has compiled.</summary>
    public CSharpCompilation? Last { get; set; }

    public List<CodeUnit> Units { get; } = [];

    /// <summary>Whether its using directives make names visible to later cells.</summary>
    public bool OpensNames { get; set; }

    /// <summary>Where and why it does not compile; null if it does.</summary>
    public (int Line, string Message)? Problem { get; set; }
}
