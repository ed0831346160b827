namespace Course.Notebooks.Documents;

/// <summary>Gives ids to cells without one, such as <c>cell-3</c> for the third. Reading a file twice gives the same ids.</summary>
internal static class CellIds
{
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
}
