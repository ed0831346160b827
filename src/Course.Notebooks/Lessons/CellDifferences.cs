using Course.Notebooks.Documents;

namespace Course.Notebooks.Lessons;

/// <summary>How the cells of a notebook differ between two versions.</summary>
internal static class CellDifferences
{
    /// <summary>Compares the cells' texts, cell by cell, by id.</summary>
    /// <returns>Each difference in a few words, such as <c>majority changed</c>; none if the texts and their order are the same.</returns>
    public static IReadOnlyList<string> Between(NotebookDocument before, NotebookDocument after)
    {
        var old = before.Cells.Where(cell => cell.Id is not null).DistinctBy(cell => cell.Id).ToDictionary(cell => cell.Id!);
        HashSet<string> kept = [.. after.Cells.Select(cell => cell.Id).OfType<string>()];
        string[] differences =
        [
            .. after.Cells.Where(cell => cell.Id is not null).Select(cell => !old.TryGetValue(cell.Id!, out NotebookCell? was) ? $"{cell.Id} is new"
                : was.Source != cell.Source || was.GetType() != cell.GetType() ? $"{cell.Id} changed" : "").Where(said => said.Length > 0),
            .. old.Keys.Where(id => !kept.Contains(id)).Select(id => $"{id} is gone"),
        ];
        return differences.Length > 0 || before.Cells.Select(cell => cell.Id).SequenceEqual(after.Cells.Select(cell => cell.Id))
            ? differences : ["the cells stand in another order"];
    }
}
