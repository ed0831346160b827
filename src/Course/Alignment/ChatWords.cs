using Course.Generation;

namespace Course.Alignment;

/// <summary>
/// The words of a small world: each is one token. The three that mark a role belong to the template of a conversation. Defined in
/// lesson 16.
/// </summary>
public static class ChatWords
{
    private static readonly string[] frame =
    [
        "<pad>", "<page>", "<end>", "<system>", "<user>", "<assistant>", "?", ".", ":", "+", "what", "is", "please", "add", "and", "now",
        "compute", "plus", "who", "was", "behind", "the", "tell", "me", "built", "it", "say", "hello", "to", "greet", "my", "friend",
        "name", "be", "polite", "brief", "user",
    ];

    /// <summary>The number that fills short rows.</summary>
    public const long Padding = 0;

    /// <summary>The polite words.</summary>
    public static IReadOnlyList<string> Polite { get; } = ["gladly", "thanks", "welcome", "cheers"];

    /// <summary>The users' names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "ada", "alan", "anna", "ben", "clara", "emma", "felix", "grace", "hans", "ida", "karl", "lena", "max", "nora", "otto", "rosa",
    ];

    /// <summary>Machines of the earlier lessons, and the first of those who described them.</summary>
    public static IReadOnlyList<(string Machine, string Person)> Facts { get; } =
    [
        ("neuron", "mcculloch"), ("perceptron", "rosenblatt"), ("lenet", "lecun"), ("lstm", "hochreiter"), ("alexnet", "krizhevsky"),
        ("transformer", "vaswani"), ("gpt", "radford"), ("bert", "devlin"),
    ];

    /// <summary>All tokens, by their numbers. The first, 0, fills short rows; the second begins a page; the third ends a message.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. frame, .. Enumerable.Range(0, 2 * Questions.Numbers - 1).Select(number => FormattableString.Invariant($"{number}")),
        .. Polite, .. Names,
        .. Facts.Select(fact => fact.Machine), .. Facts.Select(fact => fact.Person),
    ];

    private static readonly Dictionary<string, long> numbers = All.Index().ToDictionary(word => word.Item, word => (long)word.Index);

    /// <summary>A model of this world.</summary>
    /// <param name="width">d_model.</param>
    /// <param name="layers">Blocks.</param>
    /// <param name="heads">Heads of attention.</param>
    public static Gpt2Settings Model(int width = 48, int layers = 2, int heads = 4) =>
        new(All.Count, Context: 72, width, layers, heads) { Spread = 1 / Math.Sqrt(width) };

    /// <summary>A text as tokens.</summary>
    /// <param name="text">Words between blanks; the vocabulary has each.</param>
    /// <exception cref="ArgumentException">A word is unknown.</exception>
    public static long[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];
    }

    /// <summary>Tokens as a text.</summary>
    /// <param name="tokens">The tokens.</param>
    public static string Decode(IEnumerable<long> tokens) => string.Join(' ', tokens.Select(token => All[(int)token]));

    /// <summary>The number of a word.</summary>
    /// <param name="word">The word.</param>
    /// <exception cref="ArgumentException">It is unknown.</exception>
    public static long Number(string word) =>
        numbers.TryGetValue(word, out long number)
            ? number : throw new ArgumentException($"This world has no word '{word}'.", nameof(word));
}
