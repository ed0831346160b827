namespace Course.Notebooks.Language;

/// <summary>How a cell may go on at a place.</summary>
/// <param name="Start">Where what is replaced begins: an offset in UTF-16 code units.</param>
/// <param name="End">Where it ends; the same as the start where nothing is replaced.</param>
/// <param name="Items">The ways to go on that fit what has been typed, the likeliest order first; none where there are none.</param>
public sealed record CellCompletions(int Start, int End, IReadOnlyList<CellCompletion> Items);
