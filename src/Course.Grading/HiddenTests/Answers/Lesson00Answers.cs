namespace Course.Grading.HiddenTests.Answers;

/// <summary>What the references and the wrong answers of lesson 00 share.</summary>
internal static class Lesson00Answers
{
    /// <summary>The time between each year and the one before it.</summary>
    internal static int[] Gaps(int[] years) => [.. years.Zip(years.Skip(1), (one, next) => next - one)];

    /// <summary>The largest of some gaps; 0 if there are none.</summary>
    internal static int Longest(IEnumerable<int> gaps) => gaps.DefaultIfEmpty().Max();

    /// <summary>Each row of the first table with each of the second that has the same name.</summary>
    /// <param name="names">The first table's names.</param>
    /// <param name="parameters">Its numbers.</param>
    /// <param name="trained">The second table's names.</param>
    /// <param name="operations">Its numbers.</param>
    /// <param name="alike">What counts as the same name.</param>
    internal static double[][] Joined(
        string[] names, double[] parameters, string[] trained, double[] operations, StringComparison alike = StringComparison.Ordinal) =>
        [.. from one in names.Index()
            from other in trained.Index()
            where string.Equals(one.Item, other.Item, alike)
            select new[] { parameters[one.Index], operations[other.Index] }];

    /// <summary>How much the line through some points rises per unit of x.</summary>
    internal static double Slope(double[] x, double[] y)
    {
        double middle = x.Average(), level = y.Average();
        return x.Zip(y, (a, b) => (a - middle) * (b - level)).Sum() / x.Sum(a => (a - middle) * (a - middle));
    }

    internal static double[] Log2(double[] amounts) => Array.ConvertAll(amounts, Math.Log2);

    internal static int[] SomeYears(int count, Random random)
    {
        int year = 1900 + random.Next(50);
        return [.. Enumerable.Range(0, count).Select(_ => year += random.Next(1, 12))];
    }

    /// <summary>Two tables that share some names; one name stands twice in each.</summary>
    internal static object?[] SomeTables(int rows, Random random)
    {
        string[] names = [.. Enumerable.Range(0, rows).Select(n => $"machine {n}")];
        string[] left = [.. names, names[random.Next(rows / 2)]];
        string[] right = [.. names.Skip(rows / 3), .. Enumerable.Range(0, 3).Select(n => $"other {n}"), names[^1]];
        random.Shuffle(left);
        random.Shuffle(right);
        return [left, SomeNumbers(left.Length, random), right, SomeNumbers(right.Length, random)];
    }

    /// <summary>Amounts that roughly double each year or so.</summary>
    internal static object?[] SomeGrowth(int count, Random random)
    {
        double year = 1950 + random.Next(60), rate = 0.3 + 2 * random.NextDouble(), first = year;
        double[] years = [.. Enumerable.Range(0, count).Select(_ => year += 0.2 + random.NextDouble())];
        return [years, Array.ConvertAll(years, when => Math.Pow(2, rate * (when - first) + 2 * random.NextDouble()))];
    }

    private static double[] SomeNumbers(int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(1, 1000))];
}
