namespace Course.Notebooks.Kernel.Compiler;

/// <summary>The parsed content of a cell.</summary>
/// <param name="Parts">Its pieces, in order.</param>
/// <param name="Timed">Whether it contains <c>#!time</c>.</param>
internal sealed record CellPlan(IReadOnlyList<CellPart> Parts, bool Timed);

/// <summary>A piece of a cell. The pieces are executed in order.</summary>
/// <param name="Line">Its first line, from 1.</param>
internal abstract record CellPart(int Line);

/// <summary>C#, preceded by empty lines so that its line numbers are the cell's.</summary>
internal sealed record CodePart(int Line, string Code) : CellPart(Line);

/// <summary><c>#r "x.dll"</c>.</summary>
internal sealed record LibraryPart(int Line, string Path) : CellPart(Line);

/// <summary><c>#r "nuget: Name, Version"</c>; without a version, the newest.</summary>
internal sealed record PackagePart(int Line, string Name, string? Version) : CellPart(Line);

/// <summary><c>#i "nuget: address"</c>: where packages are looked for, too.</summary>
internal sealed record SourcePart(int Line, string Source) : CellPart(Line);

/// <summary><c>#!import file</c> or <c>#load "file"</c>.</summary>
internal sealed record ImportPart(int Line, string Path) : CellPart(Line);

/// <summary><c>#!who</c>, or <c>#!whos</c> with types and values.</summary>
internal sealed record WhoPart(int Line, bool WithValues) : CellPart(Line);

/// <summary><c>#!markdown</c> or <c>#!html</c>: text to show.</summary>
internal sealed record TextPart(int Line, string MimeType, string Text) : CellPart(Line);
