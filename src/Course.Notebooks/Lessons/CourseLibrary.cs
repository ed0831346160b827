using System.Runtime.Loader;

namespace Course.Notebooks.Lessons;

/// <summary>Finds Course.dll in the same place as notebooks do, so that there is one copy, and only for programs that use it.</summary>
public static class CourseLibrary
{
    /// <summary>Resolves assemblies that are not beside this program.</summary>
    /// <param name="course">The checkout whose library it is.</param>
    public static void AnswerFrom(CourseFolder course)
    {
        ArgumentNullException.ThrowIfNull(course);
        string folder = Path.GetDirectoryName(course.Library)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            string file = Path.Combine(folder, $"{name.Name}.dll");
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };
    }
}
