using System.Runtime.Loader;
using Course.Notebooks.Lessons;

namespace Course.Cli;

/// <summary>Finds Course.dll where notebooks find it, so that there is one library, and only for commands that use it.</summary>
internal static class CourseLibrary
{
    /// <summary>Answers for assemblies that do not lie beside this program.</summary>
    public static void AnswerFrom(CourseFolder course)
    {
        string folder = Path.GetDirectoryName(course.Library)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            string file = Path.Combine(folder, $"{name.Name}.dll");
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };
    }
}
