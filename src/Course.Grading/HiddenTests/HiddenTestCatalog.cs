using System.Globalization;
using System.Reflection;

namespace Course.Grading.HiddenTests;

/// <summary>
/// The hidden tests of all exercises. There is no list: each lesson's static class in this namespace offers its tests as <c>All</c>, and is
/// found by reflection. A new lesson only adds its file.
/// </summary>
public static class HiddenTestCatalog
{
    /// <summary>Every hidden test, lesson by lesson.</summary>
    /// <exception cref="ArgumentException">A hidden test is for an exercise that does not exist.</exception>
    /// <exception cref="InvalidOperationException">An exercise has two hidden tests.</exception>
    public static IReadOnlyList<HiddenTest> All => field ??= Of(typeof(HiddenTestCatalog).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(HiddenTestCatalog).Namespace && type != typeof(HiddenTestCatalog)));

    /// <summary>The hidden tests of one lesson; none if it has no exercises.</summary>
    /// <param name="number">The lesson's number.</param>
    public static IReadOnlyList<HiddenTest> OfLesson(int number) =>
        [.. All.Where(test => test.Id.StartsWith(number.ToString("00.", CultureInfo.InvariantCulture), StringComparison.Ordinal))];

    /// <summary>Finds a hidden test.</summary>
    /// <param name="id">The exercise, for example <c>02.learn</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message names the closest id, or all ids if none is close.</exception>
    public static HiddenTest Find(string id) =>
        All.FirstOrDefault(test => test.Id == id)
        ?? throw new ArgumentException(DidYouMean.For("exercise", id, All.Select(test => test.Id)));

    /// <summary>The hidden tests that some types offer, in the order of the types' names.</summary>
    internal static IReadOnlyList<HiddenTest> Of(IEnumerable<Type> types)
    {
        (Type Lesson, HiddenTest Test)[] all =
        [
            .. from type in types.OrderBy(type => type.Name, StringComparer.Ordinal)
               from test in OfferedBy(type)
               select (type, test),
        ];
        foreach (var same in all.GroupBy(found => found.Test.Id).Where(same => same.Count() > 1))
        {
            string lessons = string.Join(" and ", same.Select(found => found.Lesson.Name));
            throw new InvalidOperationException($"Exercise {same.Key} has {same.Count()} hidden tests, in {lessons}; it needs one.");
        }

        return [.. all.Select(found => found.Test)];
    }

    private static IReadOnlyList<HiddenTest> OfferedBy(Type type) =>
        type.GetProperty(nameof(All), BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) is { } all
        && all.PropertyType == typeof(IReadOnlyList<HiddenTest>)
            ? (IReadOnlyList<HiddenTest>)all.GetMethod!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!
            : [];
}
