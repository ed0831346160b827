using Course.Data;
using Course.Nn;

namespace Course.Backpropagation;

/// <summary>
/// How NETtalk maps letters to phonemes: it sees a window of seven letters and pronounces the middle one. Sejnowski and Rosenberg, Complex
/// Systems 1, 1987, pp. 145-168. Its 26 outputs are features: how the mouth makes the phoneme, and how the syllable is stressed (<see
/// cref="NetTalkCodes"/>). Defined in lesson 06.
/// </summary>
public static class NetTalkNetwork
{
    /// <summary>The number of letters seen at once.</summary>
    public const int Window = 7;

    /// <summary>Inputs per letter: 26 letters and, as in the paper, 3 for anything else.</summary>
    public const int Alphabet = 29;

    /// <summary>Inputs of the network, 203.</summary>
    public const int Inputs = Window * Alphabet;

    /// <summary>Outputs of the network, 26: the features of the phoneme, then those of the stress.</summary>
    public static int Outputs => Features + NetTalkCodes.StressFeatures.Count;

    private static int Features => NetTalkCodes.PhonemeFeatures.Count;

    /// <summary>One example per letter of every word: its window and its pronunciation.</summary>
    /// <param name="words">The words.</param>
    public static (double[][] X, double[][] Targets) Examples(IReadOnlyList<SpokenWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return ([.. words.SelectMany(word => Enumerable.Range(0, word.Letters.Length).Select(at => Seen(word.Letters, at)))],
            [.. words.SelectMany(word => word.Phonemes.Zip(word.Stresses, Said))]);
    }

    /// <summary>
    /// The share of letters for which the code nearest to the outputs, by its angle, is that of the right phoneme; and the same for the
    /// stress.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The windows.</param>
    /// <param name="targets">The target outputs.</param>
    public static (double Phonemes, double Stresses) BestGuesses(IModel network, double[][] x, double[][] targets)
    {
        ArgumentNullException.ThrowIfNull(network);
        int phonemes = 0, stresses = 0;
        foreach (var (window, target) in x.Zip(targets))
        {
            double[] said = network.Forward(window);
            if (Guess(said[..Features], NetTalkCodes.Phonemes, target[..Features])) phonemes++;
            if (Guess(said[Features..], NetTalkCodes.Stresses, target[Features..])) stresses++;
        }
        return (phonemes / (double)x.Length, stresses / (double)x.Length);
    }

    // Codes are compared, not signs: two phonemes have the same code.
    private static bool Guess(double[] said, IReadOnlyDictionary<char, double[]> codes, double[] target) =>
        NetTalkCodes.BestGuess(said, codes.Values).AsSpan().SequenceEqual(target);

    private static double[] Seen(string letters, int middle)
    {
        var window = new double[Inputs];
        for (int place = 0; place < Window; place++)
        {
            int at = middle + place - Window / 2;
            int unit = at >= 0 && at < letters.Length ? letters[at] - 'a' : Alphabet - 1;       // the last unit: beyond the word
            window[place * Alphabet + unit] = 1;
        }
        return window;
    }

    private static double[] Said(char phoneme, char stress) => [.. NetTalkCodes.Phonemes[phoneme], .. NetTalkCodes.Stresses[stress]];
}
