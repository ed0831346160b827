using System.Text.RegularExpressions;

namespace Course.Notebooks.Documents;

/// <summary>Gives ids to cells without one, such as <c>cell-3</c> for the third. Reading a file twice gives the same ids.</summary>
internal static partial class CellIds
{
    /// <summary>Gives other ids to cells whose id an earlier cell has, or whose id nbformat does not allow.</summary>
    internal static void Repair(IList<NotebookCell> cells)
    {
        var taken = new HashSet<string>();
        foreach (NotebookCell cell in cells)
        {
            if (cell.Id is not null && (!Allowed().IsMatch(cell.Id) || !taken.Add(cell.Id)))
                cell.Id = null;
        }
        FillIn(cells);
    }

    internal static void FillIn(IList<NotebookCell> cells)
    {
        HashSet<string> taken = [.. cells.Select(cell => cell.Id).OfType<string>()];
        for (int i = 0; i < cells.Count; i++)
        {
            if (cells[i].Id is not null)
                continue;
            string id = FormattableString.Invariant($"cell-{i + 1}");
            while (!taken.Add(id))
                id += "-b";
            cells[i].Id = id;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Allowed();
}
