using Course.Notebooks.Documents;
using Course.Notebooks.Results;

namespace Course.Notebooks.Runner;

/// <summary>Finds code in other languages before the first cell runs: such a notebook cannot come to its end.</summary>
internal static class ForeignCells
{
    /// <summary>Why the notebook cannot be run; null if it can.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="cells">Its cells of code, as they are counted.</param>
    public static NotebookFailure? FailureOf(NotebookDocument notebook, IReadOnlyList<CodeCell> cells)
    {
        for (int i = 0; i < cells.Count; i++)
        {
            string language = CellLanguage.Of(notebook, cells[i]);
            if (language == CellLanguage.CSharp || CellLanguage.IsShown(language))
                continue;
            string readable = CellLanguage.Readable(language);
            if (i == 0 && language == CellLanguage.Of(notebook))
                return new() { Kind = FailureKind.Unreadable, Message = $"a notebook in {readable}: this runner runs C#" };
            return new()
            {
                Kind = FailureKind.Directive,
                Cell = i + 1,
                CellId = cells[i].Id,
                Message = $"a cell in {readable}: this runner runs C#, and shows Markdown, HTML and Mermaid",
            };
        }
        return null;
    }
}
