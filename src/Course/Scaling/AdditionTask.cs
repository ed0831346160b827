using System.Globalization;
using static TorchSharp.torch;

namespace Course.Scaling;

/// <summary>
/// Sums for a language model to finish, as in section 3.9.1 of GPT-3's paper (arXiv:2005.14165): <c>38+45=380</c>. The answer begins with
/// its last digit, in the order in which one adds. A sixteenth of all pairs is held out of training. Defined in lesson 15.
/// </summary>
/// <param name="Digits">Digits of each of the two numbers.</param>
public sealed record AdditionTask(int Digits)
{
    /// <summary>Ten digits, + and =, and padding, which is number 0 and does not occur.</summary>
    public const int Vocabulary = 13;

    private const string Signs = "·0123456789+=";

    /// <summary>L: the tokens of an answer, one more than the digits of a number.</summary>
    public int AnswerLength => Digits + 1;

    /// <summary>The tokens before the answer.</summary>
    public int PromptLength => 2 * Digits + 2;

    /// <summary>The tokens of a sum with its answer.</summary>
    public int Length => PromptLength + AnswerLength;

    /// <summary>A sum with its answer.</summary>
    /// <param name="first">The first number, not negative and of at most so many digits.</param>
    /// <param name="second">The second number.</param>
    /// <returns>The tokens.</returns>
    public long[] Encode(int first, int second)
    {
        string answer = string.Concat(Write(first + second, AnswerLength).Reverse());
        string sum = $"{Write(first, Digits)}+{Write(second, Digits)}={answer}";
        return [.. sum.Select(sign => (long)Signs.IndexOf(sign, StringComparison.Ordinal))];
    }

    /// <summary>Tokens as text.</summary>
    /// <param name="tokens">The tokens.</param>
    public static string Decode(IEnumerable<long> tokens) => string.Concat(tokens.Select(token => Signs[(int)token]));

    /// <summary>Draws sums.</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">The random number generator.</param>
    /// <param name="heldOut">Only those that are held out of training, or only the others.</param>
    /// <returns>(count, length) Int64, in torch's own memory.</returns>
    public Tensor Draw(int count, Random random, bool heldOut)
    {
        ArgumentNullException.ThrowIfNull(random);
        int numbers = (int)Math.Pow(10, Digits);
        var all = new long[count * Length];
        for (int n = 0; n < count;)
        {
            int first = random.Next(numbers), second = random.Next(numbers);
            if (IsHeldOut(first, second) != heldOut) continue;
            Encode(first, second).CopyTo(all, n++ * Length);
        }
        using Tensor managed = tensor(all);
        return managed.reshape(count, Length).clone();
    }

    /// <summary>Whether a pair is held out: a sixteenth of all, mixed by a multiplication as D. Knuth's hashing does.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="second">The second number.</param>
    public bool IsHeldOut(int first, int second) =>
        unchecked((uint)(first * (int)Math.Pow(10, Digits) + second) * 2_654_435_761) >> 28 == 7;

    private static string Write(int number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
