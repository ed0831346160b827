namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 03, or do the most helpful part of them.</summary>
internal static class Lesson03
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("03.certificate", """
            bool Answer(int[][] on, int[][] off, int[] timesOn, int[] timesOff) =>
                new §InseparabilityProof([.. timesOn.Concat(timesOff).Select(times => new System.Numerics.BigInteger(times))])
                    .Holds([.. on, .. off], [.. on.Select(_ => true), .. off.Select(_ => false)]);
            """),
        ("03.cycle", """
            int[] Answer(int[][] on, int[][] off) =>
                §LinearSeparability.Decide([.. on, .. off], [.. on.Select(_ => true), .. off.Select(_ => false)]) is §InseparabilityProof mixture
                    ? [.. mixture.Times.Select(times => (int)times)]
                    : [];
            """),
        ("03.count", "int Answer(int n, int m) => §ThresholdFunctions.Count(n);"),
        ("03.parity", """
            int[] Answer(int[] x) =>
                [.. x.Select((_, k) => x.Sum() > k ? 1 : 0), §Parity.Of(x.Length).Evaluate([.. x.Select(on => on == 1)]) ? 1 : 0];
            """),
        ("03.masks", """
            int[] Answer(int[] table)
            {
                int n = System.Numerics.BitOperations.Log2((uint)table.Length);
                var features = table.Select((_, row) => §Masks.Features(row, §Masks.UpTo(n, n))).ToArray();
                return features[^1];
            }
            """),
    ];
}
