using System.Collections;
using System.Globalization;

namespace Course;

/// <summary>
/// What an exercise takes and returns: numbers, bools, strings, and arrays of them, jagged or rectangular. Values are deep-copied, compared
/// within a tolerance, and shown as C# would write them.
/// </summary>
internal static class PlainValue
{
    /// <summary>The number of array items to show: nobody reads 196 numbers.</summary>
    private const int MostItemsShown = 12;

    /// <summary>A deep copy.</summary>
    internal static object? Copy(object? value)
    {
        if (value is not Array array)
        {
            return value;
        }

        var copy = (Array)array.Clone();
        if (array.GetType().GetElementType()!.IsArray)
        {
            foreach (int[] place in Places(array))
            {
                copy.SetValue(Copy(array.GetValue(place)), place);
            }
        }

        return copy;
    }

    /// <summary>Whether two values are equal for a learner: numbers within the tolerance, NaN equal to NaN, arrays item by item.</summary>
    internal static bool Same(object? got, object? expected, double tolerance)
    {
        if (got is null || expected is null)
        {
            return got is null && expected is null;
        }

        if (got is Array a && expected is Array b)
        {
            return SameShape(a, b) && a.Cast<object?>().Zip(b.Cast<object?>()).All(pair => Same(pair.First, pair.Second, tolerance));
        }

        return IsReal(got) && IsReal(expected)
            ? Near(Convert.ToDouble(got, CultureInfo.InvariantCulture), Convert.ToDouble(expected, CultureInfo.InvariantCulture), tolerance)
            : got.Equals(expected);
    }

    /// <summary>The value as a learner would write it: <c>[1, 0.5]</c>, <c>"and"</c>, <c>true</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="exact">Shows all digits, if six would hide the difference.</param>
    internal static string Show(object? value, bool exact = false) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        double number => Number(number, exact ? "R" : "G6"),
        float number => Number(number, exact ? "R" : "G6"),
        Array { Rank: 1 } array => $"[{Items(array, exact)}]",
        Array { Rank: 2 } array => $"[{Rows(array, exact)}]",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    internal static bool SameShape(Array a, Array b) =>
        a.Rank == b.Rank && Enumerable.Range(0, a.Rank).All(axis => a.GetLength(axis) == b.GetLength(axis));

    /// <summary>Whether the value is NaN or contains one.</summary>
    internal static bool HoldsNaN(object? value) => value switch
    {
        double number => double.IsNaN(number),
        float number => float.IsNaN(number),
        Array array => array.Cast<object?>().Any(HoldsNaN),
        _ => false,
    };

    private static bool IsReal(object value) => value is double or float;

    private static bool Near(double got, double expected, double tolerance) =>
        got.Equals(expected) || (double.IsFinite(expected) && Math.Abs(got - expected) <= tolerance * Math.Max(1, Math.Abs(expected)));

    private static string Number(double number, string format) => number switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "-∞",
        _ => (number == 0 ? 0 : number).ToString(format, CultureInfo.InvariantCulture),
    };

    private static string Items(IEnumerable items, bool exact)
    {
        string[] shown = [.. items.Cast<object?>().Select(item => Show(item, exact))];
        return shown.Length <= MostItemsShown
            ? string.Join(", ", shown)
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", shown.Take(MostItemsShown))}, … {shown.Length} in all");
    }

    private static string Rows(Array array, bool exact) => string.Join(", ", Enumerable.Range(0, array.GetLength(0)).Select(row =>
        $"[{Items(Enumerable.Range(0, array.GetLength(1)).Select(column => array.GetValue(row, column)), exact)}]"));

    private static IEnumerable<int[]> Places(Array array)
    {
        IEnumerable<int[]> places = [[]];
        for (int axis = 0; axis < array.Rank; axis++)
        {
            int length = array.GetLength(axis);
            places = places.SelectMany(place => Enumerable.Range(0, length), (place, index) => (int[])[.. place, index]);
        }

        return places;
    }
}
