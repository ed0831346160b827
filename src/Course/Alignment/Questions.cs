using System.Globalization;

namespace Course.Alignment;

/// <summary>A question whose right answer is known. Defined in lesson 16.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Text">Six words, so that all prompts are equally long.</param>
/// <param name="Answer">The right answer, without manners.</param>
public sealed record Question(QuestionKind Kind, string Text, string Answer)
{
    /// <summary>The tokens of a prompt, with roles and end.</summary>
    public const int PromptLength = 9;

    /// <summary>The question in the template, up to where the assistant is to speak.</summary>
    public long[] Prompt => ChatWords.Encode(ChatTemplate.Render([ChatMessage.User(Text)]));

    /// <summary>The question as it stands on a page, without template.</summary>
    public long[] Bare => ChatWords.Encode("<page> " + Text);
}

/// <summary>What a question asks for. Defined in lesson 16.</summary>
public enum QuestionKind
{
    /// <summary>A sum of two digits.</summary>
    Sum,

    /// <summary>Who described a machine.</summary>
    Fact,

    /// <summary>A greeting with a name.</summary>
    Greeting,
}

/// <summary>Which ways of asking, and which names. Defined in lesson 16.</summary>
public enum QuestionSet
{
    /// <summary>All.</summary>
    All,

    /// <summary>The ways and names that people compare answers to.</summary>
    Compared,

    /// <summary>Those that no comparison has.</summary>
    HeldOut,
}

/// <summary>Asks: half of the questions are sums, a quarter are facts, a quarter greetings. Defined in lesson 16.</summary>
public static class Questions
{
    /// <summary>The numbers that are added, from 0 on.</summary>
    internal const int Numbers = 6;

    private const int NamesCompared = 12;

    // The last way of each kind is held out.
    private static readonly string[] sums = ["what is {0} + {1} ?", "please add {0} and {1} .", "now compute {0} plus {1} ."];
    private static readonly string[] facts = ["who was behind the {0} ?", "tell me who built {0} .", "{0} : who built it ?"];
    private static readonly string[] greetings = ["please say hello to {0} .", "say hello to {0} now .", "now greet my friend {0} ."];

    /// <summary>Draws a question.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="set">Which ways of asking, and which names.</param>
    /// <param name="kind">What it asks for; null to draw that, too.</param>
    public static Question Draw(Random random, QuestionSet set = QuestionSet.All, QuestionKind? kind = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        int chance = random.Next(4), way = set switch { QuestionSet.All => random.Next(3), QuestionSet.Compared => random.Next(2), _ => 2 };
        kind ??= chance < 2 ? QuestionKind.Sum : chance < 3 ? QuestionKind.Fact : QuestionKind.Greeting;
        switch (kind)
        {
            case QuestionKind.Sum:
                int a = random.Next(Numbers), b = random.Next(Numbers);
                return new(QuestionKind.Sum, Fill(sums[way], a, b), FormattableString.Invariant($"{a + b}"));
            case QuestionKind.Fact:
                (string machine, string person) = ChatWords.Facts[random.Next(ChatWords.Facts.Count)];
                return new(QuestionKind.Fact, Fill(facts[way], machine), person);
            default:
                string name = Name(random, set);
                return new(QuestionKind.Greeting, Fill(greetings[way], name), "hello " + name);
        }
    }

    /// <summary>Draws questions.</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="set">Which ways of asking, and which names.</param>
    public static Question[] Draw(int count, Random random, QuestionSet set = QuestionSet.All) =>
        [.. Enumerable.Range(0, count).Select(_ => Draw(random, set))];

    /// <summary>Draws a name.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="set">Which names.</param>
    public static string Name(Random random, QuestionSet set = QuestionSet.All)
    {
        ArgumentNullException.ThrowIfNull(random);
        (int from, int to) = set switch
        {
            QuestionSet.All => (0, ChatWords.Names.Count),
            QuestionSet.Compared => (0, NamesCompared),
            _ => (NamesCompared, ChatWords.Names.Count),
        };
        return ChatWords.Names[random.Next(from, to)];
    }

    private static string Fill(string way, params object[] words) => string.Format(CultureInfo.InvariantCulture, way, words);
}
