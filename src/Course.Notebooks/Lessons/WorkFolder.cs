using Course.Notebooks.Documents;

namespace Course.Notebooks.Lessons;

/// <summary>
/// Copies lessons into a learner's own folder, beside <c>notebooks</c>, and never overwrites what she has edited. What was copied is kept
/// as it was in <c>.originals</c>, so that her changes and the course's can be told apart.
/// </summary>
/// <param name="course">The checkout.</param>
/// <param name="commit">Its commit; null if unknown.</param>
public sealed class WorkFolder(CourseFolder course, string? commit)
{
    private string Originals => Path.Combine(course.Work, ".originals");

    /// <summary>Copies one lesson, unless the learner has edited an earlier copy.</summary>
    /// <param name="lesson">One of the course's notebooks.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="NotebookFormatException">A file is not a notebook.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public WorkCopy Take(LessonFile lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        string name = Path.GetFileName(lesson.Path);
        string mine = Path.Combine(course.Work, name), original = Path.Combine(Originals, name);
        NotebookDocument fresh = NotebookDocument.Load(lesson.Path);
        if (!File.Exists(mine))
        {
            Write(fresh, mine, original);
            return new WorkCopy(mine, WorkState.Copied, []);
        }

        if (!File.Exists(original))
            return new WorkCopy(mine, WorkState.Unknown, []);

        IReadOnlyList<string> changes = CellDifferences.Between(NotebookDocument.Load(original), fresh);
        bool edited = !File.ReadAllBytes(mine).AsSpan().SequenceEqual(File.ReadAllBytes(original));
        if (edited)
            return new WorkCopy(mine, changes.Count > 0 ? WorkState.EditedAndBehind : WorkState.Edited, changes);
        if (changes.Count == 0)
            return new WorkCopy(mine, WorkState.Untouched, []);
        Write(fresh, mine, original);
        return new WorkCopy(mine, WorkState.Renewed, changes);
    }

    private void Write(NotebookDocument lesson, string mine, string original)
    {
        Directory.CreateDirectory(Originals);
        LessonStamp.For(lesson, commit).WriteTo(lesson);
        // Hers first: without an original it is left alone from then on.
        lesson.Save(mine);
        lesson.Save(original);
    }
}

/// <summary>What became of a lesson in the learner's folder.</summary>
/// <param name="Path">Her notebook.</param>
/// <param name="State">What was done.</param>
/// <param name="Changes">How the course's cells differ from those that were copied.</param>
public sealed record WorkCopy(string Path, WorkState State, IReadOnlyList<string> Changes);

/// <summary>What was done with a lesson.</summary>
public enum WorkState
{
    /// <summary>It was not there, and was copied.</summary>
    Copied,

    /// <summary>It is there as it was copied, and as it is in the course.</summary>
    Untouched,

    /// <summary>It was there as it was copied; the course had changed, and it was copied anew.</summary>
    Renewed,

    /// <summary>The learner has edited or run it; it was left alone.</summary>
    Edited,

    /// <summary>The learner has edited or run it, and the course has changed since; it was left alone.</summary>
    EditedAndBehind,

    /// <summary>It was put there by something else; it was left alone.</summary>
    Unknown,
}
