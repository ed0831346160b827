using Microsoft.CodeAnalysis;

namespace Course.Notebooks.StaticAnalysis;

/// <summary>Finds the unit that declares a symbol.</summary>
internal sealed class CodeUnitIndex
{
    private readonly Dictionary<SyntaxTree, List<CodeUnit>> units = [];

    public CodeUnitIndex(IEnumerable<ReadCell> cells)
    {
        foreach (ReadCell cell in cells)
            Add(cell.Units);
    }

    public void Add(IEnumerable<CodeUnit> units)
    {
        foreach (CodeUnit unit in units)
        {
            if (!this.units.TryGetValue(unit.Syntax.SyntaxTree, out List<CodeUnit>? same))
                this.units[unit.Syntax.SyntaxTree] = same = [];
            same.Add(unit);
        }
    }

    /// <summary>The units that declare a symbol; none if a library declares it.</summary>
    public IEnumerable<CodeUnit> Of(ISymbol symbol) =>
        from place in symbol.DeclaringSyntaxReferences
        from unit in units.GetValueOrDefault(place.SyntaxTree, [])
        where unit.Syntax.FullSpan.Contains(place.Span)
        select unit;
}
