namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 16.</summary>
internal static class Lesson16
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("16.template", """
            string Answer(string[] roles, string[] texts) =>
                §ChatTemplate.Render(roles.Zip(texts, (role, text) => new §ChatMessage(role, text)));
            """),
        ("16.preference-loss", """
            double Answer(double[] better, double[] worse) =>
                §Preferences.Loss(TorchSharp.torch.tensor(better), TorchSharp.torch.tensor(worse)).item<double>();
            """),
        ("16.gae", """
            double[] Answer(double[] rewards, double[] values, double gamma, double lambda) =>
                §Advantages.Of(rewards, values, gamma, lambda);
            """),
        ("16.window", """
            int[] Answer(string[] roles, int[] lengths, int window)
            {
                var conversation = new §Conversation(window);
                return [conversation.FirstKept];
            }
            """),
    ];
}
