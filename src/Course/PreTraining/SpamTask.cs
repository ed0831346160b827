using Course.Data.Texts;

namespace Course.PreTraining;

/// <summary>Texts with their classes. Defined in lesson 13.</summary>
/// <param name="Texts">The tokens of each.</param>
/// <param name="Labels">The class of each.</param>
public sealed record LabelledTexts(int[][] Texts, int[] Labels);

/// <summary>
/// Spam with few labels: most messages are given without saying which are spam, a few with a label, and others are for the test. Defined in
/// lesson 13.
/// </summary>
public sealed class SpamTask
{
    private readonly SpamMessage[] pool;
    private readonly int longest;

    /// <summary>Divides the messages.</summary>
    /// <param name="messages">All messages.</param>
    /// <param name="seed">Decides which are for the test.</param>
    /// <param name="tests">The number of those.</param>
    /// <param name="longest">The tokens that are kept of each message.</param>
    /// <param name="words">Whole words among the tokens.</param>
    /// <param name="ends">Ends of words among the tokens.</param>
    public SpamTask(
        IReadOnlyList<SpamMessage> messages, int seed, int tests = 1_000, int longest = 64, int words = 3_000, int ends = 200)
    {
        this.longest = longest;
        SpamMessage[] mixed = [.. messages];
        new Random(seed).Shuffle(mixed);
        pool = mixed[tests..];
        Pieces = WordPieces.Learn(pool.Select(message => message.Text), words, ends);   // the test's words are not looked at
        Unlabelled = [.. pool.Select(Encode)];
        Test = Labelled(mixed[..tests]);
    }

    /// <summary>The tokens, learnt from the messages that are not for the test.</summary>
    public WordPieces Pieces { get; }

    /// <summary>All messages that are not for the test, without labels.</summary>
    public IReadOnlyList<int[]> Unlabelled { get; }

    /// <summary>The messages for the test.</summary>
    public LabelledTexts Test { get; }

    /// <summary>Some messages of the pool with their labels: 1 for spam, 0 for wanted.</summary>
    /// <param name="each">The number of each class.</param>
    /// <param name="seed">Decides which.</param>
    public LabelledTexts Draw(int each, int seed)
    {
        SpamMessage[] mixed = [.. pool];
        new Random(seed).Shuffle(mixed);
        return Labelled([.. mixed.Where(message => message.IsSpam).Take(each), .. mixed.Where(message => !message.IsSpam).Take(each)]);
    }

    /// <summary>The mean of the shares of right answers in each class, so that naming one class always gives 0.5.</summary>
    /// <param name="labels">The classes, 0 or 1, both of them present.</param>
    /// <param name="answers">The answers.</param>
    public static double BalancedAccuracy(IReadOnlyList<int> labels, IReadOnlyList<int> answers) =>
        labels.Zip(answers).GroupBy(one => one.First).Average(group => group.Average(one => one.First == one.Second ? 1.0 : 0));

    private int[] Encode(SpamMessage message)
    {
        int[] tokens = Pieces.Encode(message.Text);
        return tokens[..Math.Min(longest, tokens.Length)];
    }

    private LabelledTexts Labelled(SpamMessage[] messages) =>
        new([.. messages.Select(Encode)], [.. messages.Select(message => message.IsSpam ? 1 : 0)]);
}
