using Course.Data;
using Course.Nn;

namespace Course.Backpropagation;

/// <summary>
/// How NETtalk maps letters to phonemes: it sees a window of seven letters and pronounces the middle one. Sejnowski and Rosenberg, Complex
/// Systems 1, 1987, pp. 145-168. Their 26 outputs are articulatory features and stress; ours are one output per phoneme and one per stress.
/// Defined in lesson 06.
/// </summary>
public static class NetTalkNetwork
{
    /// <summary>The number of letters seen at once.</summary>
    public const int Window = 7;

    /// <summary>Inputs per letter: 26 letters and, as in the paper, 3 for anything else.</summary>
    public const int Alphabet = 29;

    /// <summary>Inputs of the network, 203.</summary>
    public const int Inputs = Window * Alphabet;

    /// <summary>Outputs of the network, 56: one per phoneme, then one per stress.</summary>
    public static int Outputs => Phonemes.Length + Stresses.Length;

    private static string Phonemes => "-xtnrIsklimpd@EbRaeofAvLSgz^cJYwhuGCTWXNUyODMZ*#+K!";

    private static string Stresses => "012<>";

    /// <summary>One example per letter of every word: its window and its pronunciation.</summary>
    /// <param name="words">The words.</param>
    public static (double[][] X, double[][] Targets) Examples(IReadOnlyList<SpokenWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return ([.. words.SelectMany(word => Enumerable.Range(0, word.Letters.Length).Select(at => Seen(word.Letters, at)))],
            [.. words.SelectMany(word => word.Phonemes.Zip(word.Stresses, Said))]);
    }

    /// <summary>The share of letters for which the strongest phoneme is the right one, and the same for the stress.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The windows.</param>
    /// <param name="targets">The target outputs.</param>
    public static (double Phonemes, double Stresses) BestGuesses(IModel network, double[][] x, double[][] targets)
    {
        ArgumentNullException.ThrowIfNull(network);
        bool[][] right =
        [
            .. x.Zip(targets, (window, target) =>
            {
                double[] said = network.Forward(window);
                return new[] { Best(said[..Phonemes.Length]) == Best(target[..Phonemes.Length]),
                    Best(said[Phonemes.Length..]) == Best(target[Phonemes.Length..]) };
            }),
        ];
        return (right.Average(both => both[0] ? 1.0 : 0), right.Average(both => both[1] ? 1.0 : 0));
    }

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

    private static double[] Said(char phoneme, char stress)
    {
        var target = new double[Outputs];
        target[Phonemes.IndexOf(phoneme)] = 1;
        target[Phonemes.Length + Stresses.IndexOf(stress)] = 1;
        return target;
    }

    private static int Best(double[] outputs) => Array.IndexOf(outputs, outputs.Max());
}
