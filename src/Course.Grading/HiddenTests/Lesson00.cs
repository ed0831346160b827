using static Course.Grading.HiddenTests.Answers.Lesson00Answers;
using static Course.History.Lesson00Exercises;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 00.</summary>
internal static class Lesson00
{
    internal static IReadOnlyList<HiddenTest> All => [Gap(), Join(), Doubling()];

    private static HiddenTest<LongestGapAnswer> Gap() =>
        HiddenTest.Define<LongestGapAnswer>("00.longest-gap", years => Longest(Gaps(years)))
            .Edge(EdgeKind.One, "a single year", [new[] { 1969 }])
            .Edge(EdgeKind.Special, "two years", [new[] { 1957, 1986 }])
            .Edge(EdgeKind.Special, "the gap in the middle is the longest", [new[] { 1950, 1951, 1971, 1972 }])
            .Edge(EdgeKind.Tie, "two gaps are equally long, and the last is not", [new[] { 1900, 1910, 1920, 1921 }])
            .Edge(EdgeKind.Many, "a hundred years", random => [SomeYears(100, random)])
            .Random(12, random => [SomeYears(random.Next(4, 10), random)])
            .WrongAnswer("That is the time from the first", years => years[^1] - years[0])
            .WrongAnswer("That is the shortest gap", years => Gaps(years).DefaultIfEmpty().Min())
            .WrongAnswer("You stop too early", years => Longest(Gaps(years).SkipLast(1)))
            .WrongAnswer("You return the year", years => years.Length < 2
                ? 0 : years[Array.IndexOf(Gaps(years), Longest(Gaps(years))) + 1])
            .WrongAnswer("You start too late", years => Longest(Gaps(years).Skip(1)))
            .HiddenWrongAnswer("the last gap", years => Longest(Gaps(years).TakeLast(1)))
            .HiddenWrongAnswer("counts the years between", years => Longest(Gaps(years).Select(gap => gap - 1)));

    private static HiddenTest<JoinAnswer> Join() =>
        HiddenTest.Define<JoinAnswer>("00.join", (names, parameters, trained, operations) => Joined(names, parameters, trained, operations))
            .Edge(EdgeKind.Empty, "an empty first table", [Array.Empty<string>(), Array.Empty<double>(), new[] { "GPT-1" }, new[] { 8.3 }])
            .Edge(EdgeKind.One, "one row in each", [new[] { "GPT-1" }, new[] { 117.0 }, new[] { "GPT-1" }, new[] { 8.3 }])
            .Edge(EdgeKind.Special, "two rows of one name in each table make four",
                [new[] { "A", "B", "A" }, new[] { 1.0, 2, 3 }, new[] { "A", "A", "C" }, new[] { 10.0, 20, 30 }])
            .Edge(EdgeKind.Special, "capital letters matter", [new[] { "lstm", "LSTM" }, new[] { 1.0, 2 }, new[] { "LSTM" }, new[] { 5.0 }])
            .Edge(EdgeKind.Many, "sixty rows", random => SomeTables(60, random))
            .Random(12, random => SomeTables(random.Next(4, 9), random))
            .WrongAnswer("You pair the first row", (names, parameters, _, operations) =>
                [.. parameters.Zip(operations, (one, other) => new[] { one, other })])
            .WrongAnswer("A row without a partner", (names, parameters, trained, operations) => [.. names.Index().SelectMany(one =>
                trained.Contains(one.Item)
                    ? Joined([one.Item], [parameters[one.Index]], trained, operations) : [[parameters[one.Index], 0]])])
            .WrongAnswer("You stop at the first", (names, parameters, trained, operations) => [.. names.Index().Where(one =>
                trained.Contains(one.Item)).Select(one => new[] { parameters[one.Index], operations[Array.IndexOf(trained, one.Item)] })])
            .WrongAnswer("Your rows stand in the second", (names, parameters, trained, operations) =>
                [.. Joined(trained, operations, names, parameters).Select(pair => new[] { pair[1], pair[0] })])
            .WrongAnswer("The first table's number", (names, parameters, trained, operations) =>
                [.. Joined(names, parameters, trained, operations).Select(pair => new[] { pair[1], pair[0] })])
            .HiddenWrongAnswer("does not tell LSTM from lstm", (names, parameters, trained, operations) =>
                Joined(names, parameters, trained, operations, StringComparison.OrdinalIgnoreCase))
            .HiddenWrongAnswer("each name of the first table once", (names, parameters, trained, operations) =>
                Joined([.. names.Distinct()], [.. names.Distinct().Select(name => parameters[Array.IndexOf(names, name)])],
                    trained, operations));

    private static HiddenTest<DoublingAnswer> Doubling() =>
        HiddenTest.Define<DoublingAnswer>("00.doubling-time", (years, amounts) => 12 / Slope(years, Log2(amounts)))
            .Edge(EdgeKind.Special, "the years are not in order", [new[] { 2003.0, 2001, 2002 }, new[] { 64.0, 2, 4 }])
            .Edge(EdgeKind.Special, "months within a year", [new[] { 2012.75, 2013, 2013.5 }, new[] { 3.0, 4, 9 }])
            .Edge(EdgeKind.VeryLarge, "from AlexNet to GPT-3", [new[] { 2012.7, 2017.5, 2020.4 }, new[] { 4.7e17, 3.3e18, 3.14e23 }])
            .Edge(EdgeKind.Special, "it shrinks", [new[] { 1990.0, 1991, 1993 }, new[] { 9.0, 5, 0.5 }])
            .Edge(EdgeKind.Many, "forty amounts", random => SomeGrowth(40, random))
            .Random(12, random => SomeGrowth(random.Next(3, 9), random))
            .WrongAnswer("Those are years", (years, amounts) => 1 / Slope(years, Log2(amounts)))
            .WrongAnswer("That is the time to grow", (years, amounts) => 12 / Slope(years, Array.ConvertAll(amounts, Math.Log)))
            .WrongAnswer("You use the first", (years, amounts) => 12 * (years[^1] - years[0]) / Math.Log2(amounts[^1] / amounts[0]))
            .WrongAnswer("That is the slope", (years, amounts) => Slope(years, Log2(amounts)))
            .WrongAnswer("You fit the amounts", (years, amounts) => 12 / Slope(years, amounts))
            .HiddenWrongAnswer("years and logarithms are exchanged", (years, amounts) => 12 * Slope(Log2(amounts), years))
            .HiddenWrongAnswer("the mean of the steps", (years, amounts) => 12 / years.Zip(years.Skip(1), (a, b) => b - a)
                .Zip(Log2(amounts).Zip(Log2(amounts).Skip(1), (a, b) => b - a), (time, rise) => rise / time).Average());
}
