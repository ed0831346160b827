namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 15.</summary>
internal static class Lesson15
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("15.power-law", """
            double[] Answer(double[] x, double[] y)
            {
                var law = §PowerLawFit.Of(x, y).Law;
                return [law.Scale, law.Exponent];
            }
            """),
        ("15.flops", """
            double Answer(int layers, int width, int vocabulary, int context, double tokens) =>
                new §DecoderSize(layers, width, vocabulary, context).TrainingFlops * tokens;
            """),
        ("15.chinchilla", """
            double[] Answer(double C, double A, double alpha, double B, double beta)
            {
                var best = new §ChinchillaLaw(0, A, B, alpha, beta).Best(C);
                return [best.Parameters, best.Tokens];
            }
            """),
        ("15.metric", """
            double[] Answer(string[] written, string[] right)
            {
                double exact = written.Zip(right).Average(pair => pair.First == pair.Second ? 1.0 : 0);
                return [exact, new §AnswerScores(right.Length, right[0].Length, 0, exact, exact).WrongTokens];
            }
            """),
    ];
}
