namespace Course.History;

/// <summary>The exercises of lesson 00: what is asked, the cases a learner sees, and wrong answers with their hints.</summary>
internal static class Lesson00Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<LongestGapAnswer>("00.longest-gap", "The longest gap", points: 1)
            .Case([Years(1943, 1957, 1969)], expected: 14, note: "1957 − 1943 = 14, and 1969 − 1957 = 12")
            .Case([Years(2012, 2016, 2017)], expected: 4, note: "the first gap is the longest")
            .Case([Years(1986, 1989, 1997, 2006)], expected: 9, note: "the last gap is the longest")
            .Case([Years(1950, 1952, 1960, 1963)], expected: 8, note: "the gap in the middle is the longest")
            .Case([Years(1980, 1980)], expected: 0, note: "two in one year")
            .Case([Years(1943)], expected: 0, note: "a single year has no gap: return 0")
            .WrongAnswer("That is the time from the first year to the last. Compare each year with the one before it.",
                26, 5, 20, 13, 0, 0)
            .WrongAnswer("That is the shortest gap: keep the larger of two.", 12, 1, 3, 2, 0, 0)
            .WrongAnswer("You stop too early: the gap before the last year counts, too.", 14, 4, 8, 8, 0, 0)
            .WrongAnswer("You return the year in which the gap ends. How long is it?", 1957, 2016, 2006, 1960, 1980, 0)
            .WrongAnswer("You start too late: the gap after the first year counts, too.", 12, 1, 9, 8, 0, 0),

        Exercise.Define<JoinAnswer>("00.join", "Join two tables", points: 2)
            .Case([Words("LeNet", "AlexNet"), Numbers(9760, 60e6), Words("AlexNet", "LeNet"), Numbers(4.7e17, 6.5e10)],
                expected: Pairs([9760, 6.5e10], [60e6, 4.7e17]), note: "the same names in another order")
            .Case([Words("Neuron", "AlexNet"), Numbers(1, 60e6), Words("AlexNet"), Numbers(4.7e17)],
                expected: Pairs([60e6, 4.7e17]), note: "the neuron has no partner: it is left out")
            .Case([Words("GPT-3"), Numbers(175e9), Words("GPT-4", "GPT-3", "BERT"), Numbers(2.1e25, 3.14e23, 5.33e20)],
                expected: Pairs([175e9, 3.14e23]), note: "two rows of the second table have no partner")
            .Case([Words("GPT-4"), Numbers(2), Words("GPT-4", "LSTM", "GPT-4"), Numbers(21, 3, 40)],
                expected: Pairs([2, 21], [2, 40]), note: "two partners: the row comes twice")
            .Case([Words("LSTM"), Numbers(5), Words("lstm"), Numbers(6)], expected: Pairs(), note: "not the same name: capitals matter")
            .Case([Words("GPT-4", "BERT", "GPT-4"), Numbers(1, 2, 3), Words("GPT-4"), Numbers(9)], expected: Pairs([1, 9], [3, 9]),
                note: "a name that stands twice in the first table")
            .Case([Words("BERT", "BERT"), Numbers(1, 2), Words("BERT", "BERT"), Numbers(8, 9)],
                expected: Pairs([1, 8], [1, 9], [2, 8], [2, 9]), note: "twice in both tables: four rows")
            .WrongAnswer<double[][]>("You pair the first row with the first, the second with the second. Pair rows of the same name.",
                [[9760, 4.7e17], [60e6, 6.5e10]], [[1, 4.7e17]], [[175e9, 2.1e25]], [[2, 21]], [[5, 6]], [[1, 9]],
                [[1, 8], [2, 9]])
            .WrongAnswer<double[][]>("A row without a partner is left out, not filled with 0.",
                [[9760, 6.5e10], [60e6, 4.7e17]], [[1, 0], [60e6, 4.7e17]], [[175e9, 3.14e23]], [[2, 21], [2, 40]], [[5, 0]],
                [[1, 9], [2, 0], [3, 9]], [[1, 8], [1, 9], [2, 8], [2, 9]])
            .WrongAnswer<double[][]>("You stop at the first partner. A row with two partners comes twice.",
                [[9760, 6.5e10], [60e6, 4.7e17]], [[60e6, 4.7e17]], [[175e9, 3.14e23]], [[2, 21]], [], [[1, 9], [3, 9]],
                [[1, 8], [2, 8]])
            .WrongAnswer<double[][]>("Your rows stand in the second table's order. The first table's order comes first.",
                [[60e6, 4.7e17], [9760, 6.5e10]], [[60e6, 4.7e17]], [[175e9, 3.14e23]], [[2, 21], [2, 40]], [], [[1, 9], [3, 9]],
                [[1, 8], [2, 8], [1, 9], [2, 9]])
            .WrongAnswer<double[][]>("The first table's number comes first in each pair.",
                [[6.5e10, 9760], [4.7e17, 60e6]], [[4.7e17, 60e6]], [[3.14e23, 175e9]], [[21, 2], [40, 2]], [], [[9, 1], [9, 3]],
                [[8, 1], [9, 1], [8, 2], [9, 2]]),

        Exercise.Define<DoublingAnswer>("00.doubling-time", "How fast does it double?", points: 3)
            .Case([Numbers(2000, 2001, 2002), Numbers(1, 2, 4)], expected: 12.0, note: "twice as much each year: 12 months")
            .Case([Numbers(2010, 2012), Numbers(1, 16)], expected: 6.0, note: "16 times in two years: four doublings in 24 months")
            .Case([Numbers(2000, 2001, 2003), Numbers(1, 128, 128)], expected: 6.0,
                note: "the logarithms are 0, 7 and 7, and the line rises by 2 each year")
            .Case([Numbers(2000, 2004), Numbers(10, 40)], expected: 24.0, note: "four times in four years")
            .Case([Numbers(2000, 2001), Numbers(8, 2)], expected: -6.0, note: "what shrinks has a time below 0: it halves in six months")
            .Case([Numbers(2002, 2000, 2001), Numbers(16, 1, 4)], expected: 6.0, note: "the years are not in order")
            .WrongAnswer("Those are years. Months are asked.", 1.0, 0.5, 0.5, 2.0, -0.5, 0.5)
            .WrongAnswer("That is the time to grow e = 2.718 times. Use the logarithm to the base 2.",
                17.312340490667562, 8.656170245333781, 8.656170245333781, 34.624680981335125, -8.656170245333781,
                8.656170245333781)
            .WrongAnswer("You use the first and the last amount alone. All of them have a say in the line.",
                12.0, 6.0, 36.0 / 7, 24.0, -6.0, 6.0)
            .WrongAnswer("That is the slope, doublings per year. How many months does one doubling take?",
                1.0, 2.0, 2.0, 0.5, -2.0, 2.0)
            .WrongAnswer("You fit the amounts themselves. Take their logarithms first.",
                8.0, 1.6, 168.0 / 508, 1.6, -2.0, 1.6)
            .Within(1e-6),
    ];

    private static int[] Years(params int[] years) => years;

    private static double[] Numbers(params double[] numbers) => numbers;

    private static string[] Words(params string[] words) => words;

    private static double[][] Pairs(params double[][] pairs) => pairs;

    internal delegate int LongestGapAnswer(int[] years);

    internal delegate double[][] JoinAnswer(string[] names, double[] parameters, string[] trained, double[] operations);

    internal delegate double DoublingAnswer(double[] years, double[] amounts);
}
