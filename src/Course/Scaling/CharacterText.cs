using static TorchSharp.torch;

namespace Course.Scaling;

/// <summary>
/// A text, character by character, whose last tenth is held out of training. Number 0 is left to padding. Defined in lesson 15.
/// </summary>
public sealed class CharacterText
{
    private readonly char[] alphabet;
    private readonly long[] train, held;

    /// <summary>Numbers the characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="heldOut">The share that is held out, taken from the end.</param>
    public CharacterText(string text, double heldOut = 0.1)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        alphabet = [.. text.Distinct().Order()];
        Dictionary<char, long> numbers = alphabet.Select((letter, n) => (letter, n)).ToDictionary(one => one.letter, one => one.n + 1L);
        long[] all = [.. text.Select(letter => numbers[letter])];
        int cut = (int)(all.Length * (1 - heldOut));
        (train, held) = (all[..cut], all[cut..]);
    }

    /// <summary>The number of different characters, and padding.</summary>
    public int Vocabulary => alphabet.Length + 1;

    /// <summary>The characters that may be trained on.</summary>
    public int Length => train.Length;

    /// <summary>The characters that are held out.</summary>
    public int HeldOut => held.Length;

    /// <summary>The character with that number, from 1.</summary>
    public char this[int number] => alphabet[number - 1];

    /// <summary>All windows of the training text, each moved by one character; nothing is copied.</summary>
    /// <param name="width">Characters of a window.</param>
    /// <param name="characters">Only the first so many characters of the text are used; null for all.</param>
    /// <returns>(windows, width) Int64.</returns>
    public Tensor Windows(int width, int? characters = null) => Own(train[..(characters ?? train.Length)]).unfold(0, width, 1);

    /// <summary>Windows of the held-out text, one behind the other; if they are too many, some that are spread evenly.</summary>
    /// <param name="width">Characters of a window; the last of each is the first of the next, which is guessed but not yet read.</param>
    /// <param name="most">The most windows.</param>
    /// <returns>(windows, width) Int64.</returns>
    public Tensor HeldOutWindows(int width, int most)
    {
        using var scope = NewDisposeScope();
        Tensor all = Own(held).unfold(0, width, width - 1);
        long count = Math.Min(most, all.shape[0]);
        long[] chosen = [.. Enumerable.Range(0, (int)count).Select(n => n * all.shape[0] / count)];
        return all.index_select(0, Own(chosen)).MoveToOuterDisposeScope();
    }

    // A tensor made from an array would use the array's memory, whose place differs from run to run.
    private static Tensor Own(long[] numbers)
    {
        using Tensor managed = tensor(numbers);
        return managed.clone();
    }
}
