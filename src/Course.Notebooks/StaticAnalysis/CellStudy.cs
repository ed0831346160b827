using Course.Notebooks.Kernel.References;
using Course.Notebooks.Protocol;

namespace Course.Notebooks.StaticAnalysis;

/// <summary>
/// Analyses, without running anything, what the answers in a notebook's cells use and which cells they depend on. The lesson's own cells
/// are compiled once for all notebooks that begin with them.
/// </summary>
internal sealed class CellStudy
{
    private readonly Dictionary<(ReadCell? Before, string Code), ReadCell> known = [];
    private readonly Lazy<CellReader> reader;
    private string library = "";

    public CellStudy() => reader = new Lazy<CellReader>(() =>
    {
        var references = new ReferenceSet();
        references.Add(library);
        return new CellReader([.. references.All]);
    });

    /// <summary>How many of the lessons' cells are remembered.</summary>
    public int Known => known.Count;

    /// <summary>Analyses what some cells use.</summary>
    /// <param name="library">The file that the cells' <c>#r</c> names.</param>
    /// <param name="asked">The cells, in order.</param>
    public StudyResult Of(string library, IReadOnlyList<StudyCell> asked)
    {
        this.library = library;
        var cells = new List<(StudyCell Asked, ReadCell Read)>();
        ReadCell? before = null;
        foreach (StudyCell cell in asked)
        {
            ReadCell read = Read(cell, before, cells, remember: cell.IsOwn && cells.All(earlier => earlier.Asked.IsOwn));
            cells.Add((cell, read));
            before = read;
        }

        var slice = new DependencySlice([.. cells.Select(cell => cell.Read)]);
        var numbers = cells.ToDictionary(cell => cell.Read, cell => cell.Asked.Number);
        (string Exercise, ReadCell Cell)[] answers =
            [.. cells.Where(cell => cell.Asked.Answers is not null).Select(cell => (cell.Asked.Answers!, cell.Read))];
        return new StudyResult(
            Numbers(slice.Needed(answers.Select(answer => answer.Cell))),
            [
                .. from cell in cells
                   where cell.Read.Problem is not null
                   select new BrokenCell(cell.Asked.Number, cell.Read.Problem!.Value.Line, cell.Read.Problem!.Value.Message),
            ],
            [
                .. from answer in answers
                   let units = slice.From(answer.Cell)
                   select new AnswerUses(answer.Exercise, Numbers(units.Select(unit => unit.Cell).Distinct()),
                       Numbers(slice.Least(answer.Cell)), UsesOf(units, numbers)),
            ],
            UsesOf(cells.Where(cell => !cell.Asked.IsOwn).SelectMany(cell => cell.Read.Units), numbers));

        int[] Numbers(IEnumerable<ReadCell> some) => [.. some.Select(cell => numbers[cell]).Order()];
    }

    /// <summary>Only the lesson's own cells up to the first that a student has written are remembered: their number is bounded.</summary>
    private ReadCell Read(StudyCell cell, ReadCell? before, List<(StudyCell Asked, ReadCell Read)> earlier, bool remember)
    {
        if (!remember)
            return reader.Value.Read(cell, before, earlier.Select(known => known.Read));
        if (!this.known.TryGetValue((before, cell.Code), out ReadCell? known))
            this.known[(before, cell.Code)] = known = reader.Value.Read(cell, before, earlier.Select(other => other.Read));
        return known;
    }

    private static SymbolUse[] UsesOf(IEnumerable<CodeUnit> units, Dictionary<ReadCell, int> numbers) =>
    [
        .. units.SelectMany(unit =>
            unit.Uses.Select(use => new SymbolUse(use.Key.Namespace, use.Key.Type, use.Key.Member, numbers[unit.Cell], use.Value)))
            .OrderBy(use => use.Cell).ThenBy(use => use.Line)
            .DistinctBy(use => use.Name),
    ];
}
