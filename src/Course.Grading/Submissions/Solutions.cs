using Course.Notebooks.Lessons;
using Markdig;
using Markdig.Syntax;

namespace Course.Grading.Submissions;

/// <summary>
/// The published solutions in <c>notebooks/solutions</c>: one file per lesson; for each exercise a heading <c>## 02.learn</c> and a
/// <c>csharp</c> block.
/// </summary>
public static class Solutions
{
    private const int Level = 2;
    private const string Language = "csharp";

    /// <summary>Reads all solutions.</summary>
    /// <param name="course">The checkout that contains them.</param>
    /// <returns>The solutions, lesson by lesson; none if there is no such folder.</returns>
    public static IReadOnlyList<Solution> All(CourseFolder course)
    {
        ArgumentNullException.ThrowIfNull(course);
        string folder = Path.Combine(course.Notebooks, "solutions");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).SelectMany(file => Read(File.ReadAllText(file)))]
            : [];
    }

    /// <summary>Finds the solution of one exercise.</summary>
    /// <param name="course">The checkout that contains it.</param>
    /// <param name="id">The exercise, for example <c>02.learn</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message names the closest id, or all ids if none is close.</exception>
    public static Solution Find(CourseFolder course, string id)
    {
        IReadOnlyList<Solution> all = All(course);
        return all.FirstOrDefault(solution => solution.Id == id)
            ?? throw new ArgumentException(DidYouMean.For("exercise", id, all.Select(solution => solution.Id)));
    }

    private static IEnumerable<Solution> Read(string text)
    {
        MarkdownDocument document = Markdown.Parse(text);
        HeadingBlock[] headings = [.. document.OfType<HeadingBlock>().Where(heading => heading.Level == Level)];
        foreach ((HeadingBlock heading, int end) in headings.Zip([.. headings.Skip(1).Select(next => next.Span.Start), text.Length]))
        {
            FencedCodeBlock? code = document.OfType<FencedCodeBlock>()
                .FirstOrDefault(block => block.Info == Language && block.Span.Start > heading.Span.Start && block.Span.Start < end);
            string title = text.Substring(heading.Span.Start, heading.Span.Length).TrimStart('#', ' ');
            yield return new Solution(title.Split(':')[0], text[heading.Span.Start..end].Trim(), code?.Lines.ToString() ?? "");
        }
    }
}

/// <summary>The published solution of one exercise.</summary>
/// <param name="Id">The exercise, for example <c>02.learn</c>.</param>
/// <param name="Text">The section of <c>notebooks/solutions</c> that explains it, in Markdown, including the code.</param>
/// <param name="Code">Only the code, which replaces the stub.</param>
public sealed record Solution(string Id, string Text, string Code);
