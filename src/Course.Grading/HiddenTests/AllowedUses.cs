using Course.Notebooks.Kernel;
using Course.Notebooks.Protocol;

namespace Course.Grading.HiddenTests;

/// <summary>
/// What every answer may use of the course's library. Everything else is forbidden, because it might answer for the learner. So authors who
/// add to the library need not think of the grader.
/// </summary>
internal static class AllowedUses
{
    /// <summary>The library: this namespace and all namespaces below it.</summary>
    public const string Library = nameof(Course);

    /// <summary>Forbidden too, unless an exercise allows it.</summary>
    public const string Torch = nameof(TorchSharp);

    /// <summary>The data and the pictures.</summary>
    public static IReadOnlyList<string> Namespaces { get; } = [typeof(Data.Datasets).Namespace!, typeof(Plots.Palette).Namespace!];

    /// <summary>The display helpers of lessons, and the check itself.</summary>
    public static IReadOnlyList<string> Symbols { get; } =
    [
        NameOf(typeof(Lesson), nameof(Lesson.Begin)),
        NameOf(typeof(Display)),
        NameOf(typeof(Course.DisplayHandle)),
        NameOf(typeof(Progress)),
        NameOf(typeof(Source)),
        NameOf(typeof(SourceText)),
        NameOf(typeof(Exercises), nameof(Exercises.Check)),
        NameOf(typeof(CellFunctions)),
        NameOf(typeof(Notebooks.Kernel.DisplayHandle)),
    ];

    /// <summary>A type's full name in the form of <see cref="SymbolUse"/>: without type parameters.</summary>
    /// <param name="type">The type.</param>
    /// <param name="member">A member of it, or null.</param>
    public static string NameOf(Type type, string? member = null)
    {
        string name = string.Join('.', type.FullName!.Split('.', '+').Select(part => part.Split('`')[0]));
        return member is null ? name : $"{name}.{member}";
    }
}
