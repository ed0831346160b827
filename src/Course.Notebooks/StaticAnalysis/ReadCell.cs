using Microsoft.CodeAnalysis.CSharp;

namespace Course.Notebooks.StaticAnalysis;

/// <summary>A cell that was compiled, but not run.</summary>
/// <param name="isOwn">Whether it is the lesson's own.</param>
internal sealed class ReadCell(bool isOwn)
{
    public bool IsOwn => isOwn;

    /// <summary>The compilation that the next cell follows; null as long as no cell compiled.</summary>
    public CSharpCompilation? Last { get; set; }

    public List<CodeUnit> Units { get; } = [];

    /// <summary>Whether later cells see names by its using directives.</summary>
    public bool OpensNames { get; set; }

    /// <summary>Where and why it does not compile; null where it does.</summary>
    public (int Line, string Message)? Problem { get; set; }
}
