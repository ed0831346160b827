using Course.Grading.Submissions;
using Course.Notebooks.Documents;

namespace Course.Grading.Tests.Hostile;

/// <summary>A notebook as a student hands it in: the lesson's own, with changes.</summary>
internal sealed class Submitted
{
    private Submitted(NotebookDocument document) => Document = document;

    internal NotebookDocument Document { get; }

    /// <summary>A lesson as it comes.</summary>
    internal static Submitted Blank(string lesson) =>
        new(NotebookDocument.Load(Path.Combine(Repository.Course.Notebooks, lesson + ".ipynb")));

    /// <summary>A lesson with the published solutions.</summary>
    internal static Submitted Solved(string lesson)
    {
        Submitted solved = Blank(lesson);
        LessonNotebook own = LessonNotebook.Of(solved.Document, 0);
        foreach (CheckedAnswer check in own.Cells.Select(cell => cell.Check).OfType<CheckedAnswer>())
            solved.Write(check.SolutionId!, Solutions.Find(Repository.Course, check.Exercise).Code);
        return solved;
    }

    /// <summary>A notebook of any form.</summary>
    /// <param name="json">The text of the file.</param>
    internal static Submitted Of(string json) => new(NotebookDocument.Parse(json));

    /// <summary>Lesson 01 with an answer to the exercise of the majority.</summary>
    internal static Submitted WithMajority(string answer) => Blank("01-mcculloch-pitts-neuron").Write("majority", answer);

    /// <summary>Gives a cell another text.</summary>
    internal Submitted Write(string id, string code)
    {
        Cell(id).Source = code;
        return this;
    }

    /// <summary>Adds a cell before another.</summary>
    internal Submitted Insert(string before, string code)
    {
        Document.Cells.Insert(Place(before), new CodeCell(code, $"added-{Document.Cells.Count}"));
        return this;
    }

    /// <summary>Takes a cell away.</summary>
    internal Submitted Remove(string id)
    {
        Document.Cells.RemoveAt(Place(id));
        return this;
    }

    /// <summary>Puts a cell before another.</summary>
    internal Submitted Move(string id, string before)
    {
        NotebookCell cell = Cell(id);
        Remove(id);
        Document.Cells.Insert(Place(before), cell);
        return this;
    }

    /// <summary>Puts a copy of a cell, id and all, before another.</summary>
    internal Submitted Duplicate(string id, string before, string code)
    {
        NotebookCell cell = Cell(id);
        Document.Cells.Insert(Place(before), new CodeCell(code, id) { Metadata = cell.Metadata.DeepClone().AsObject() });
        return this;
    }

    internal string Save(string path)
    {
        Document.Save(path);
        return path;
    }

    private NotebookCell Cell(string id) => Document.Cells[Place(id)];

    private int Place(string id) => Document.Cells.ToList().FindIndex(cell => cell.Id == id) is >= 0 and var place
        ? place : throw new InvalidOperationException($"There is no cell {id}.");
}
