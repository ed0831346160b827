using System.Runtime.Loader;

namespace Course.Notebooks.Lessons;

/// <summary>Finds Course.dll where notebooks find it, so that there is one library, and only for programs that use it.</summary>
public static class CourseLibrary
{
    /// <summary>Answers for assemblies that do not lie beside this program.</summary>
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
