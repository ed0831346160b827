namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 14.</summary>
internal static class Lesson14
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("14.merge", """
            string[] Answer(string[] tokens)
            {
                var learnt = §BytePairTrainer.Train([string.Concat(tokens)], 258);
                return learnt.Encode(string.Concat(tokens)).Select(token => learnt[token]).ToArray();
            }
            """),
        ("14.bits", """
            double Answer(double[] nats, string[] tokens) =>
                new §TextSurprise(nats.Sum(), tokens.Length).BitsPerByte(System.Text.Encoding.UTF8.GetByteCount(string.Concat(tokens)));
            """),
        ("14.top-p", """
            double[] Answer(double[] probabilities, double p) =>
                new §Sampling(TopP: p).Probabilities(probabilities.Select(one => (float)Math.Log(one)).ToArray());
            """),
        ("14.cache", """
            double[][] Answer(double[][] Q, double[][] K, double[][] V, int room)
            {
                bool[][] seen = Q.Select((_, t) => Q.Select((_, s) => s <= t && s > t - room).ToArray()).ToArray();
                return §Attention.ScaledDotProduct(Q, K, V, seen).Output;
            }
            """),
    ];
}
