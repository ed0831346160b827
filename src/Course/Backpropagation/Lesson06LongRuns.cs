using Course.Data;
using Course.Nn;
using Course.Nn.Optimizers;
using Course.Nn.Training;

namespace Course.Backpropagation;

/// <summary>The long runs of lesson 06.</summary>
internal static class Lesson06LongRuns
{
    private const int CommonEpochs = 50, DictionaryEpochs = 5;

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun { Id = "06.nettalk", Lesson = 6, Title = "NETtalk learns to read aloud, from 1,000 words and from a dictionary",
            Needs = ["nettalk"], Run = NetTalk },
    ];

    private static void NetTalk()
    {
        NetTalk english = Data.NetTalk.Load();
        var common = NetTalkNetwork.Examples(english.Common);
        var all = NetTalkNetwork.Examples(english.Words);

        Mlp flat = Network();
        Train(flat, common, CommonEpochs, "1,000 words, no hidden units");
        Report("no-hidden", flat, common,
            "The paper's outputs are features of the mouth, each of which serves many phonemes; one output a phoneme may well ask less "
                + "of a single layer.");

        Mlp deep = Network(120);
        Train(deep, common, CommonEpochs, "1,000 words, 120 hidden units");
        Report("hidden-120", deep, common);
        Report("new-words", deep, all);

        Train(deep, all, DictionaryEpochs, "the dictionary, 120 hidden units");
        Report("dictionary", deep, all);
    }

    private static Mlp Network(params int[] hidden) =>
        new([NetTalkNetwork.Inputs, .. hidden, NetTalkNetwork.Outputs], Activation.Sigmoid, Activation.Sigmoid, new Random(1), range: 0.3);

    /// <summary>Errors below 0.1 count as none, and the weights change after about a word, as in the paper.</summary>
    private static void Train(Mlp network, (double[][] X, double[][] Targets) letters, int epochs, string title)
    {
        var learner = new ScratchTrainer(network, new SquaredError(tolerance: 0.1), new Momentum(network.Parameters, rate: 0.2, alpha: 0.9),
            letters.X, letters.Targets);
        new TrainingLoop(learner, letters.X.Length) { Batch = 6, Epochs = epochs, Title = title }.Run();
    }

    private static void Report(string name, Mlp network, (double[][] X, double[][] Targets) letters, string remark = "")
    {
        var (phonemes, stresses) = NetTalkNetwork.BestGuesses(network, letters.X, letters.Targets);
        Claim.Report($"1987.sejnowski.nettalk.{name}",
            note: FormattableString.Invariant($"The stress is right for {stresses:0.0 %}. {remark}").TrimEnd(), measured: phonemes);
    }
}
