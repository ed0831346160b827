using System.Runtime.CompilerServices;
using Course.Notebooks.Lessons;

namespace Course.Grading.Tests;

/// <summary>The repository that these tests were built from.</summary>
internal static class Repository
{
    internal static CourseFolder Course { get; } = CourseFolder.Find(AppContext.BaseDirectory)
        ?? throw new InvalidOperationException($"No Course.sln above {AppContext.BaseDirectory}.");

#pragma warning disable CA2255 // The program is ours: before its first test asks for Course.dll, it must be known where that lies.
    [ModuleInitializer]
    internal static void LoadTheCourseFromWhereNotebooksDo() => CourseLibrary.AnswerFrom(Course);
#pragma warning restore CA2255
}
