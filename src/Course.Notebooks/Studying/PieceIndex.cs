using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Studying;

/// <summary>Finds the piece in which something is declared.</summary>
internal sealed class PieceIndex
{
    private readonly Dictionary<SyntaxTree, List<Piece>> _pieces = [];

    public PieceIndex(IEnumerable<ReadCell> cells)
    {
        foreach (ReadCell cell in cells)
            Add(cell.Pieces);
    }

    public void Add(IEnumerable<Piece> pieces)
    {
        foreach (Piece piece in pieces)
        {
            if (!_pieces.TryGetValue(piece.Syntax.SyntaxTree, out List<Piece>? same))
                _pieces[piece.Syntax.SyntaxTree] = same = [];
            same.Add(piece);
        }
    }

    /// <summary>The pieces that declare a symbol; none for what a library declares.</summary>
    public IEnumerable<Piece> Of(ISymbol symbol) =>
        from place in symbol.DeclaringSyntaxReferences
        from piece in _pieces.GetValueOrDefault(place.SyntaxTree, [])
        where piece.Syntax.FullSpan.Contains(place.Span)
        select piece;
}
