namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 01, or do the most helpful part of them.</summary>
internal static class Lesson01
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("01.majority", """
            bool Answer(bool[] votes) =>
                new §McCullochPittsNeuron(votes.Length / 2 + 1, [.. votes.Select(_ => 1)], [.. votes.Select(_ => false)]).Fires(votes);
            """),
        ("01.nand-xor",
            """bool[] Answer(bool a, bool b) => [§BooleanFunction.Parse("1110").Evaluate(a, b), §BooleanFunction.Parse("0110").Evaluate(a, b)];"""),
        ("01.counter", """
            int[] Answer(bool[] pulses)
            {
                var history = §LogicNets.SerialAdder().Run(pulses.Length, ("a", string.Concat(pulses.Select(p => p ? '1' : '0'))), ("b", ""));
                return [.. pulses.Select((_, t) => history.Firing(t).Count)];
            }
            """),
        ("01.separable", """
            bool Answer(bool[] outputs) =>
                §LinearSeparability.Decide(§LinearSeparability.Corners(System.Numerics.BitOperations.Log2((uint)outputs.Length)), outputs).IsSeparable;
            """),
    ];
}
