using System.Globalization;
using Course.Notebooks.Documents;
using Course.Notebooks.Lessons;

namespace Course.Lessons.Tests;

/// <summary>
/// Counts, after each cell of a lesson that uses torch, the tensors that nobody has disposed of: .NET's garbage collector does not feel
/// their weight.
/// </summary>
internal static class LiveTensors
{
    private const string Prefix = "live-tensors-";
    private const string Count = "Console.Write(TorchSharp.DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);";

    internal static bool Uses(NotebookDocument lesson) => LessonMetadata.Of(lesson)!.TorchThreads > 0;

    /// <summary>The lesson with a cell behind each of its code cells that counts; one without torch as it is.</summary>
    internal static NotebookDocument Counted(NotebookDocument lesson)
    {
        if (!Uses(lesson))
            return lesson;
        for (int at = lesson.Cells.Count - 1; at >= 0; at--)
        {
            if (lesson.Cells[at] is CodeCell cell)
                lesson.Cells.Insert(at + 1, new CodeCell(Count, Prefix + cell.Id));
        }
        return lesson;
    }

    /// <summary>The executed lesson without the cells that count, and with the numbers that its own cells would have had.</summary>
    internal static NotebookDocument Uncounted(NotebookDocument lesson)
    {
        foreach (NotebookCell cell in lesson.Cells.Where(cell => cell.Id!.StartsWith(Prefix, StringComparison.Ordinal)).ToArray())
            lesson.Cells.Remove(cell);
        int number = 0;
        foreach (CodeCell cell in lesson.Cells.OfType<CodeCell>())
        {
            cell.ExecutionCount = ++number;
            foreach (ResultOutput result in cell.Outputs.OfType<ResultOutput>())
                result.ExecutionCount = number;
        }
        return lesson;
    }

    /// <summary>By how many tensors each cell left more behind than it found.</summary>
    internal static IReadOnlyList<(string Cell, int More)> LeftBehind(NotebookDocument executed)
    {
        (string Cell, int Live)[] counts =
        [
            .. executed.Cells.OfType<CodeCell>().Where(cell => cell.Id!.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(cell =>
                    (cell.Id![Prefix.Length..], int.Parse(Assert.IsType<StreamOutput>(Assert.Single(cell.Outputs)).Text,
                    CultureInfo.InvariantCulture))),
        ];
        return [.. counts.Zip(counts.Prepend(("", 0)), (now, before) => (now.Cell, now.Live - before.Item2))];
    }
}
