namespace Course.Alignment;

/// <summary>
/// The people whom a machine learns from: they show answers, and they compare answers. They are in a hurry, and err. Of InstructGPT's
/// people two agreed with each other in about 73 % of the comparisons. Defined in lesson 16.
/// </summary>
public static class People
{
    /// <summary>The share of their answers that are right.</summary>
    public const double Right = 0.6;

    /// <summary>Answers a question as one of them would: no, one or two polite words in 50, 40 and 10 % of the cases.</summary>
    /// <param name="question">The question.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="manners">What the system prompt asks of them.</param>
    /// <param name="names">Which names a wrong greeting may have.</param>
    public static Answer Answer(
        Question question, Random random, Manners manners = Manners.Usual, QuestionSet names = QuestionSet.All)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(random);
        string said = random.NextDouble() < Right ? question.Answer : Wrong(question, random, names);
        return new(string.Join(' ', [said, .. PoliteWords(random, manners)]));
    }

    /// <summary>Two different answers to a question, and which of them one person likes better.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="flipped">The share of comparisons in which the worse one is chosen.</param>
    /// <param name="set">The questions.</param>
    /// <param name="names">Which names wrong greetings may have.</param>
    public static Comparison Compare(Random random, double flipped, QuestionSet set, QuestionSet names = QuestionSet.All)
    {
        Question question = Questions.Draw(random, set);
        while (true)
        {
            Answer one = Answer(question, random, names: names), other = Answer(question, random, names: names);
            double preference = TrueScore.Prefers(question, one, other);
            if (preference == 0.5) continue;                        // nobody would know what to say
            if (random.NextDouble() < flipped) preference = 1 - preference;
            return preference == 1 ? new(question, one, other) : new(question, other, one);
        }
    }

    /// <summary>Many comparisons.</summary>
    /// <param name="count">How many.</param>
    /// <param name="flipped">The share in which the worse answer is chosen.</param>
    /// <param name="set">The questions.</param>
    /// <param name="seed">Decides all of them.</param>
    /// <param name="names">Which names wrong greetings may have.</param>
    public static Comparison[] Compare(int count, double flipped, QuestionSet set, int seed, QuestionSet names = QuestionSet.All)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Compare(random, flipped, set, names))];
    }

    /// <summary>Something that is not the answer.</summary>
    internal static string Wrong(Question question, Random random, QuestionSet names = QuestionSet.All)
    {
        while (true)
        {
            string said = question.Kind switch
            {
                QuestionKind.Sum => FormattableString.Invariant($"{random.Next(2 * Questions.Numbers - 1)}"),
                QuestionKind.Fact => ChatWords.Facts[random.Next(ChatWords.Facts.Count)].Person,
                _ => "hello " + Questions.Name(random, names),
            };
            if (said != question.Answer) return said;
        }
    }

    internal static IEnumerable<string> PoliteWords(Random random, Manners manners)
    {
        double chance = random.NextDouble();
        int count = manners switch
        {
            Manners.Brief => 0,
            Manners.Polite => chance < 0.5 ? 1 : 2,
            _ => chance < 0.5 ? 0 : chance < 0.9 ? 1 : 2,
        };
        return [.. Enumerable.Range(0, count).Select(_ => ChatWords.Polite[random.Next(ChatWords.Polite.Count)])];
    }
}

/// <summary>How polite someone is asked to be. Defined in lesson 16.</summary>
public enum Manners
{
    /// <summary>Nothing was asked.</summary>
    Usual,

    /// <summary>One or two polite words.</summary>
    Polite,

    /// <summary>None.</summary>
    Brief,
}

/// <summary>A question with two answers, as someone compared them. Defined in lesson 16.</summary>
/// <param name="Question">The question.</param>
/// <param name="Better">The one that was preferred.</param>
/// <param name="Worse">The other.</param>
public sealed record Comparison(Question Question, Answer Better, Answer Worse);
