using System.Numerics.Tensors;

namespace Course.Backpropagation;

/// <summary>
/// What NETtalk's outputs mean: 21 features of a phoneme and 5 of stress and syllable. The table is appendix A of Sejnowski and Rosenberg,
/// Complex Systems 1, 1987, as the corpus carries it in its file nettalk.names. In it <c>G</c> (sing) and <c>J</c> (gin) have the same
/// code. Defined in lesson 06.
/// </summary>
public static class NetTalkCodes
{
    private static readonly string[] phonemeFeatures =
    [
        // Where the mouth is narrow, from the lips (for consonants: labial) to the throat (glottal).
        "front1", "front2", "central1", "central2", "back1", "back2",
        "stop", "nasal", "fricative", "affricative", "glide", "liquid", "voiced", "tensed",
        "high", "medium", "low",
        "silent", "elide", "pause", "full-stop",
    ];

    private static readonly string[] stressFeatures = ["right", "left", "strong", "weak", "boundary"];

    /// <summary>The features of a phoneme, 21: the first outputs of the network.</summary>
    public static IReadOnlyList<string> PhonemeFeatures => phonemeFeatures;

    /// <summary>The features of stress and syllable, 5: the last outputs of the network.</summary>
    public static IReadOnlyList<string> StressFeatures => stressFeatures;

    /// <summary>The code of each phoneme, 21 numbers: 1 for a feature that it has, else 0.</summary>
    public static IReadOnlyDictionary<char, double[]> Phonemes { get; } = Codes(phonemeFeatures,
        """
        a  low tensed central2                 b  voiced front1 stop
        c  medium back1                        d  voiced central1 stop
        e  medium tensed front2                f  front1 fricative
        g  voiced back1 stop                   h  back2 glide
        i  high tensed front1                  k  back1 stop
        l  voiced front2 liquid                m  voiced front1 nasal
        n  voiced central1 nasal               o  medium tensed back2
        p  front1 stop                         r  voiced central2 liquid
        s  central1 fricative                  t  central1 stop
        u  high tensed back2                   v  voiced front1 fricative
        w  voiced front1 glide                 x  medium central2
        y  voiced central2 glide               z  voiced central1 fricative
        A  medium tensed front2 central1       C  central2 affricative
        D  voiced front2 fricative             E  medium front1 front2
        G  voiced back1 nasal                  I  high front1
        J  voiced back1 nasal                  K  central2 fricative back1 affricative
        L  voiced central1 liquid              M  voiced front2 nasal
        N  voiced central2 nasal               O  medium tensed central1 central2
        Q  voiced front1 back1 affricative stop
        R  voiced back1 liquid                 S  central2 fricative
        T  front2 fricative                    U  high back1
        W  high medium tensed central2 back1   X  affricative front2 central1
        Y  high tensed front1 front2 central1
        Z  voiced central2 fricative           @  low front2
        !  front1 front2 affricative           #  voiced central2 back1 affricative
        *  voiced glide front1 low central1    |  high front1 front2
        ^  low central1                        +  medium tensed central2
        -  silent elide                        _  pause elide
        .  pause full-stop
        """);

    /// <summary>The code of each stress, 5 numbers; <c>-</c> is the end of a word.</summary>
    public static IReadOnlyDictionary<char, double[]> Stresses { get; } = Codes(stressFeatures,
        """
        >  right          <  left           0  weak
        1  strong weak    2  strong         -  right left boundary
        """);

    /// <summary>
    /// The code that makes the smallest angle with some outputs: the network's best guess, as the paper calls it.
    /// </summary>
    /// <param name="outputs">The outputs, as many as a code has numbers.</param>
    /// <param name="codes">The codes to choose from.</param>
    public static double[] BestGuess(double[] outputs, IEnumerable<double[]> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return codes.MaxBy(code => TensorPrimitives.CosineSimilarity<double>(code, outputs))!;
    }

    // A word of one character is a sign; the words after it are the features it has.
    private static Dictionary<char, double[]> Codes(string[] features, string table)
    {
        var codes = new Dictionary<char, double[]>();
        double[] code = [];
        foreach (string word in table.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length == 1) codes.Add(word[0], code = new double[features.Length]);
            else code[Array.IndexOf(features, word)] = 1;
        }
        return codes;
    }
}
