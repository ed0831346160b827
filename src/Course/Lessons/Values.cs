using System.Globalization;

namespace Course;

/// <summary>Compares, copies and writes the plain values that exercises pass: numbers, booleans, strings, arrays of them.</summary>
internal static class Values
{
    /// <summary>Equality with a tolerance for numbers; NaN equals NaN; arrays element by element.</summary>
    internal static bool AreEqual(object? expected, object? got, double tolerance) => (expected, got) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (double or float, double or float) => Close(Convert.ToDouble(expected, CultureInfo.InvariantCulture), Convert.ToDouble(got, CultureInfo.InvariantCulture), tolerance),
        (Array a, Array b) => a.Rank == b.Rank && Enumerable.Range(0, a.Rank).All(i => a.GetLength(i) == b.GetLength(i)) && a.Cast<object?>().Zip(b.Cast<object?>()).All(pair => AreEqual(pair.First, pair.Second, tolerance)),
        _ => expected.Equals(got),
    };

    /// <summary>A copy that shares nothing that can be changed.</summary>
    internal static object? Copy(object? value)
    {
        if (value is not Array array) return value;
        var copy = (Array)array.Clone();
        if (array.Rank == 1 && array.GetType().GetElementType()!.IsArray)
        {
            for (int i = 0; i < copy.Length; i++) copy.SetValue(Copy(copy.GetValue(i)), i);
        }

        return copy;
    }

    /// <summary>A value as a C# programmer would write it, cut where it is long.</summary>
    internal static string Write(object? value) => value switch
    {
        null => "null",
        string text => $"\"{(text.Length > 60 ? text[..57] + "..." : text)}\"",
        bool truth => truth ? "true" : "false",
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        float number => number.ToString("0.######", CultureInfo.InvariantCulture),
        Array { Rank: 2 } table => $"[{string.Join(", ", Enumerable.Range(0, table.GetLength(0)).Select(row => Write(Enumerable.Range(0, table.GetLength(1)).Select(column => table.GetValue(row, column)).ToArray())))}]",
        Array array => $"[{string.Join(", ", array.Cast<object?>().Take(16).Select(Write))}{(array.Length > 16 ? $", ... {array.Length} in all" : "")}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static bool Close(double a, double b, double tolerance) =>
        a.Equals(b) || Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Abs(a));
}
