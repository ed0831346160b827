namespace Course.Generation;

/// <summary>A row of symbols as a linked list in arrays, so that two neighbours become one without moving the rest.</summary>
internal readonly struct LinkedSymbols
{
    private const int Gone = -1;

    /// <summary>Makes room for symbols.</summary>
    internal LinkedSymbols(int count)
    {
        (Symbols, Next, Before) = (new int[count], new int[count], new int[count]);
        for (int n = 0; n < count; n++) (Next[n], Before[n]) = (n + 1, n - 1);
    }

    /// <summary>The symbols; a merged pair stands at the place of its left part.</summary>
    internal int[] Symbols { get; }

    /// <summary>The place of the symbol behind; the number of places at the end.</summary>
    internal int[] Next { get; }

    /// <summary>The place of the symbol before; −1 at the beginning.</summary>
    internal int[] Before { get; }

    /// <summary>Whether a pair still stands at a place.</summary>
    internal bool Holds(int at, int left, int right) =>
        Symbols[at] == left && Next[at] < Symbols.Length && Symbols[Next[at]] == right;

    /// <summary>Makes the symbol at a place and the one behind it one symbol.</summary>
    internal void Merge(int at, int merged)
    {
        int gone = Next[at];
        (Symbols[at], Symbols[gone], Next[at]) = (merged, Gone, Next[gone]);
        if (Next[at] < Symbols.Length) Before[Next[at]] = at;
    }

    /// <summary>The symbols that are left, in order.</summary>
    internal int[] Rest() => [.. Symbols.Where(symbol => symbol != Gone)];
}
