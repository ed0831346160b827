namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 12.</summary>
internal static class Lesson12
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("12.look", """
            double[] Answer(double[] q, double[][] K) => §Attention.ScaledDotProduct([q], K, K).Weights[0];
            """),
        ("12.position", """
            double[] Answer(int pos, int d) => §Positions.Of(pos, d);
            """),
        ("12.causal", """
            double[][] Answer(double[][] matches)
            {
                double root = Math.Sqrt(matches.Length);
                double[][] one = matches.Select((_, t) => matches.Select((_, s) => s == t ? root : 0).ToArray()).ToArray();
                return §Attention.ScaledDotProduct(matches, one, one, §Attention.Causal(matches.Length)).Weights;
            }
            """),
        ("12.beam", """
            int[] Answer(double[][] logP, int length, int width)
            {
                float[] Next(int[] tokens) => logP[tokens.Length == 0 ? 0 : tokens[^1]].Select(p => (float)p).ToArray();
                return new §BeamSearch(beginnings => beginnings.Select(Next).ToArray(), null, length).Beam(width, 0)[0].Tokens;
            }
            """),
    ];
}
