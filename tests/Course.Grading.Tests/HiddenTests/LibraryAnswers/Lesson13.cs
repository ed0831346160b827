namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 13.</summary>
internal static class Lesson13
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("13.perplexity", """
            double Answer(int[] text, double[][] p) =>
                §LanguageModel.Perplexity(new §Gpt(new §GptSettings(p.Length, text.Length, 2, 0, 1)), []);
            """),
        ("13.mask", """
            int[][] Answer(int[] text, double[] u, double[] v, int[] other)
            {
                var masked = §MaskedText.Of(text, 60, new Random(1));
                return [masked.Input, masked.Targets];
            }
            """),
        ("13.head", """
            double[] Answer(double[][] states, int[] text, double[][] W, double[] b) =>
                [new §GptClassifier(new §Gpt(new §GptSettings(60, text.Length, states[0].Length, 0, 1)), b.Length).GetHashCode()];
            """),
        ("13.safetensors", """
            int[] Answer(int[] file, string name)
            {
                var header = §SafetensorsHeader.Parse(file.Skip(8).Select(b => (byte)b).ToArray(), 8, "file");
                return header.Tensors.Where(one => one.Name == name).SelectMany(one => new[] { (int)one.Begin, (int)one.End }).ToArray();
            }
            """),
    ];
}
