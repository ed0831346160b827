using Course.Backpropagation;
using Course.Data;
using Course.ExpertSystems;
using Course.Nn;
using Course.Nn.Optimizers;
using Course.Nn.Training;

namespace Course.Tests.Backpropagation;

public class NetTalkNetworkTests
{
    private static readonly SpokenWord cab = new("cab", "k@b", ">1<");

    [Fact]
    public void The_middle_of_the_window_is_the_letter_that_is_spoken()
    {
        var (x, targets) = NetTalkNetwork.Examples([cab]);

        Assert.Equal("___cab_", Seen(x[0]));
        Assert.Equal("__cab__", Seen(x[1]));
        Assert.Equal("_cab___", Seen(x[2]));
        Assert.All(x, window => Assert.Equal((203, 7), (window.Length, window.Sum())));
        Assert.All(targets, target => Assert.Equal(26, target.Length));
        Assert.Equal(["back1", "stop"], Features(targets[0]));
        Assert.Equal(["front2", "low"], Features(targets[1]));
        Assert.Equal(["front1", "stop", "voiced"], Features(targets[2]));
        Assert.NotEqual(targets[0], targets[1]);
    }

    [Fact]
    public void Each_phoneme_has_a_code_of_its_own_but_for_the_two_that_the_paper_gives_the_same()
    {
        Assert.Equal((55, 21), (NetTalkCodes.Phonemes.Count, NetTalkCodes.PhonemeFeatures.Count));
        Assert.Equal((6, 5), (NetTalkCodes.Stresses.Count, NetTalkCodes.StressFeatures.Count));
        string[] shared = [.. NetTalkCodes.Phonemes.GroupBy(phoneme => string.Join(' ', phoneme.Value))
            .Where(code => code.Count() > 1).Select(code => string.Concat(code.Select(phoneme => phoneme.Key).Order()))];
        Assert.Equal(["GJ"], shared);
        Assert.Equal(NetTalkCodes.Stresses.Count, NetTalkCodes.Stresses.Values.Select(code => string.Join(' ', code)).Distinct().Count());
    }

    [Fact]
    public void The_best_guess_has_the_smallest_angle_whatever_the_length()
    {
        double[] weakly = [.. NetTalkCodes.Phonemes['k'].Select(feature => 0.1 * feature)];

        Assert.Equal(NetTalkCodes.Phonemes['k'], NetTalkCodes.BestGuess(weakly, NetTalkCodes.Phonemes.Values));
    }

    [Fact]
    public void Guesses_are_counted_for_phonemes_and_stresses_apart()
    {
        var (x, targets) = NetTalkNetwork.Examples([cab]);
        var (_, others) = NetTalkNetwork.Examples([new SpokenWord("cab", "k@p", "111")]);
        var network = new Mlp([NetTalkNetwork.Inputs, 20, NetTalkNetwork.Outputs], Activation.Tanh, Activation.Identity, new Random(1));
        var learner = new ScratchTrainer(network, new SquaredError(), new Adam(network.Parameters, rate: 0.01), x, targets);
        new TrainingLoop(learner, x.Length) { Epochs = 200, Title = "" }.Run();

        Assert.Equal((1, 1), NetTalkNetwork.BestGuesses(network, x, targets));
        Assert.Equal((2 / 3.0, 1 / 3.0), NetTalkNetwork.BestGuesses(network, x, others));
    }

    [Fact]
    public void The_dictionary_has_its_published_counts_and_no_sign_without_an_output()
    {
        Assert.SkipUnless(Datasets.IsPresent("nettalk"), "NETtalk's dictionary is not on this machine.");

        NetTalk english = NetTalk.Load();

        Assert.Equal(20_007, english.Words.Count);
        Assert.Equal(1_000, english.Common.Count);
        Assert.Equal(english.Words.Sum(word => word.Letters.Length), NetTalkNetwork.Examples(english.Words).Targets.Length);
    }

    private static IEnumerable<string> Features(double[] target) =>
        NetTalkCodes.PhonemeFeatures.Where((_, place) => target[place] == 1);

    private static string Seen(double[] window) =>
        string.Concat(window.Chunk(NetTalkNetwork.Alphabet)
        .Select(units => Array.IndexOf(units, 1) is var unit && unit < 26 ? (char)('a' + unit) : '_'));
}
