using Course.Data;
using Course.Nn;
using Course.Nn.Optimizers;

namespace Course.Backpropagation;

/// <summary>The long runs of lesson 06.</summary>
internal static class Lesson06LongRuns
{
    private const int CommonPasses = 55, DictionaryPasses = 5;

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun { Id = "06.nettalk", Lesson = 6, Title = "NETtalk learns to read aloud, from 1,000 words and from a dictionary",
            Needs = ["nettalk"], Run = NetTalk },
    ];

    private static void NetTalk()
    {
        NetTalk english = Data.NetTalk.Load();
        Mlp flat = Network();
        Train(flat, english.Common, CommonPasses, "1,000 words, no hidden units");
        Report("no-hidden", flat, english.Common);

        Mlp deep = Network(120);
        Train(deep, english.Common, CommonPasses, "1,000 words, 120 hidden units");
        Report("hidden-120", deep, english.Common);
        Report("new-words", deep, english.Words);

        Train(deep, english.Words, 1, "the dictionary, first pass");
        Report("dictionary-first", deep, english.Words);
        Train(deep, english.Words, DictionaryPasses - 1, "the dictionary, further passes");
        Report("dictionary", deep, english.Words);
    }

    private static Mlp Network(params int[] hidden) =>
        new([NetTalkNetwork.Inputs, .. hidden, NetTalkNetwork.Outputs], Activation.Sigmoid, Activation.Sigmoid, new Random(1), range: 0.3);

    /// <summary>
    /// Each pass shows all words in a new order. The weights change after each word, by the sum over its letters, and errors below 0.1
    /// count as none. The paper smooths the gradient, Δw ← α Δw + (1 − α) ∂E/∂w, and then subtracts ε Δw; so the rate here is
    /// ε (1 − α).
    /// </summary>
    private static void Train(Mlp network, IReadOnlyList<SpokenWord> words, int passes, string title)
    {
        const double epsilon = 1, alpha = 0.9;
        var loss = new SquaredError(tolerance: 0.1);
        var optimizer = new Momentum(network.Parameters, rate: epsilon * (1 - alpha), alpha);
        var letters = words.Select(word => NetTalkNetwork.Examples([word])).ToArray();
        var random = new Random(1);
        foreach (int pass in Progress.Over(Enumerable.Range(1, passes), title))
        {
            random.Shuffle(letters);
            foreach (var (x, targets) in letters)
            {
                double[] y = network.Forward(Examples.Flat(x), x.Length), gradient = new double[y.Length];
                loss.LossAndGradient(y, Examples.Flat(targets), NetTalkNetwork.Outputs, gradient);
                optimizer.ZeroGradient();
                network.Backward(gradient);
                optimizer.Step();
            }
        }
    }

    private static void Report(string name, Mlp network, IReadOnlyList<SpokenWord> words)
    {
        var (x, targets) = NetTalkNetwork.Examples(words);
        var (phonemes, stresses) = NetTalkNetwork.BestGuesses(network, x, targets);
        Claim.Report($"1987.sejnowski.nettalk.{name}", note: FormattableString.Invariant($"The stress is right for {stresses:0.0 %}."),
            measured: phonemes);
    }
}
