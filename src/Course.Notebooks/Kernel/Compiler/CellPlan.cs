namespace Course.Notebooks.Kernel.Compiler;

/// <summary>What a cell asks for.</summary>
/// <param name="Parts">Its pieces, in order.</param>
/// <param name="Timed">Whether it contains <c>#!time</c>.</param>
internal sealed record CellPlan(IReadOnlyList<CellPart> Parts, bool Timed);
