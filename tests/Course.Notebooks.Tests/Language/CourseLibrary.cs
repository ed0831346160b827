namespace Course.Notebooks.Tests.Language;

/// <summary>The course's own library, which the build lays beside this test program; here it is read, never loaded.</summary>
internal static class CourseLibrary
{
    internal static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    internal static string Path { get; } = System.IO.Path.Combine(Root, "artifacts", "course", "Course.dll");

    private static string FindRoot(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "Course.sln")) ? folder : FindRoot(System.IO.Path.GetDirectoryName(System.IO.Path.TrimEndingDirectorySeparator(folder))!);
}
