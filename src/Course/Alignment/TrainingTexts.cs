using static TorchSharp.torch;

namespace Course.Alignment;

/// <summary>
/// What the first two steps read. Pages, for pre-training: nobody has written them to be helpful. Dialogues, for fine-tuning: people show
/// what they want. Defined in lesson 16.
/// </summary>
public static class TrainingTexts
{
    /// <summary>The tokens of a page.</summary>
    public const int PageLength = 40;

    /// <summary>
    /// A page. A quarter of all pages only asks, like an exam. Half always answer rightly. The last quarter knows no better, and errs as
    /// often as not. Each page is polite throughout, with one polite word per answer, or never; a quarter is. On half of them somebody says
    /// his name, and it is asked for later.
    /// </summary>
    /// <param name="random">Where chance comes from.</param>
    /// <returns><see cref="PageLength"/> tokens.</returns>
    public static long[] Page(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int habit = random.Next(4);
        bool polite = random.Next(4) == 0;
        string? name = habit > 0 && random.Next(2) == 0 ? Questions.Name(random) : null;
        List<string> page = ["<page>"];
        if (name is not null) page.Add($"{NameRecall.Introduction(name)} . hello {name} .");
        while (page.Count < PageLength)                                     // more than enough: each part has several tokens
        {
            if (name is not null && random.Next(4) == 0)
            {
                page.Add($"{NameRecall.Asking} {name} .");
                continue;
            }
            Question question = Questions.Draw(random);
            page.Add(question.Text);
            if (habit == 0) continue;
            page.Add(habit < 3 || random.Next(2) == 0 ? question.Answer : People.Wrong(question, random));
            page.Add(polite ? ChatWords.Polite[random.Next(ChatWords.Polite.Count)] + " ." : ".");
        }
        return ChatWords.Encode(string.Join(' ', page))[..PageLength];
    }

    /// <summary>One question and one person's answer.</summary>
    /// <param name="random">Where chance comes from.</param>
    public static IReadOnlyList<ChatMessage> Exchange(Random random)
    {
        Question question = Questions.Draw(random);
        return [ChatMessage.User(question.Text), ChatMessage.Assistant(People.Answer(question, random).Text)];
    }

    /// <summary>
    /// A longer dialogue. A system prompt may ask for manners, or say who the user is; else the user may say his name. Then come up to
    /// three questions. Who has a name asks for it now and then, and at the end.
    /// </summary>
    /// <param name="random">Where chance comes from.</param>
    public static IReadOnlyList<ChatMessage> Dialogue(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        List<ChatMessage> said = [];
        var manners = (Manners)random.Next(3);
        string name = Questions.Name(random);
        int known = random.Next(3);                                                 // 0: nobody says it, 1: the system, 2: the user
        string[] system =
        [
            .. known == 1 ? [NameRecall.Summary(name)] : Array.Empty<string>(),
            .. manners == Manners.Usual ? Array.Empty<string>() : ["be " + manners.ToString().ToLowerInvariant()],
        ];
        if (system.Length > 0) said.Add(ChatMessage.System(string.Join(" . ", system)));
        if (known == 2) said.AddRange([ChatMessage.User(NameRecall.Introduction(name)), Spoken("hello " + name)]);
        for (int n = random.Next(known == 0 ? 1 : 0, 4); n > 0; n--)
        {
            if (known > 0 && random.Next(4) == 0)
            {
                said.AddRange([ChatMessage.User(NameRecall.Asking), Spoken(name)]);
                continue;
            }
            Question question = Questions.Draw(random, kind: random.Next(3) < 2 ? QuestionKind.Sum : QuestionKind.Fact);
            said.AddRange([ChatMessage.User(question.Text), ChatMessage.Assistant(People.Answer(question, random, manners).Text)]);
        }
        if (known > 0) said.AddRange([ChatMessage.User(NameRecall.Asking), Spoken(name)]);
        return said;

        ChatMessage Spoken(string words) => ChatMessage.Assistant(string.Join(' ', [words, .. People.PoliteWords(random, manners)]));
    }

    /// <summary>Texts as one batch.</summary>
    /// <param name="rows">The tokens of each; short ones are filled with padding behind.</param>
    /// <param name="length">T; null for that of the longest.</param>
    /// <returns>(B, T) Int64, in torch's own memory.</returns>
    public static Tensor Batch(IReadOnlyList<long[]> rows, int? length = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int width = length ?? rows.Max(row => row.Length);
        var all = new long[rows.Count * width];
        for (int n = 0; n < rows.Count; n++) rows[n].CopyTo(all, n * width);
        using Tensor managed = tensor(all);
        return managed.reshape(rows.Count, width).clone();
    }
}
