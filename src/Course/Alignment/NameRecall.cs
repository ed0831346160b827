using Course.Generation;

namespace Course.Alignment;

/// <summary>
/// Does it remember? A user says his name, asks other questions, and then asks for his name. Many conversations go on side by side.
/// Defined in lesson 16.
/// </summary>
/// <param name="Window">The most tokens of a prompt.</param>
/// <param name="Conversations">How many.</param>
public sealed record NameRecall(int Window = 48, int Conversations = 160)
{
    /// <summary>The question at the end.</summary>
    public const string Asking = "what is my name ?";

    /// <summary>Decides the names and the questions.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether forgotten messages are summarised: the machine itself is asked for the name while it can still see it.</summary>
    public bool Summarises { get; init; }

    /// <summary>What a user says first.</summary>
    public static string Introduction(string name) => "hello my name is " + name;

    /// <summary>What a summary says.</summary>
    public static string Summary(string name) => "the user is " + name;

    /// <summary>Holds the conversations, and asks for the name after each question, on the side.</summary>
    /// <param name="model">A fine-tuned model.</param>
    /// <param name="questions">The questions between.</param>
    /// <returns>For 0, 1, ... questions: the share of names recalled, and the share of conversations in which some message with it
    /// was still in the window.</returns>
    public IReadOnlyList<(double Recalled, double InWindow)> Run(Gpt2 model, int questions)
    {
        var random = new Random(Seed + 500);
        var sampler = new AnswerSampler(model) { Temperature = 0 };
        string[] names = [.. Enumerable.Range(0, Conversations).Select(n => ChatWords.Names[n % ChatWords.Names.Count])];
        Conversation[] all = [.. names.Select(_ => new Conversation(Window))];
        List<(double, double)> results = [];
        for (int asked = 0; asked <= questions; asked++)
        {
            Turn(sampler, all, n => asked == 0 ? Introduction(names[n])
                : Questions.Draw(random, kind: random.Next(3) < 2 ? QuestionKind.Sum : QuestionKind.Fact).Text);
            // On the side, so that asking does not remind the machine.
            Conversation[] asking = [.. all.Select(Branch)];
            foreach (Conversation one in asking) Say(sampler, one, ChatMessage.User(Asking));
            Answer[] answers = sampler.Say([.. asking.Select(one => one.Prompt)]);
            results.Add((answers.Zip(names, (answer, name) => answer.Words.FirstOrDefault() == name ? 1.0 : 0).Average(),
                asking.Zip(names, (one, name) => one.Kept.Any(message => message.Text.Split(' ').Contains(name)) ? 1.0 : 0).Average()));
        }
        return results;
    }

    private void Turn(AnswerSampler sampler, Conversation[] all, Func<int, string> text)
    {
        for (int n = 0; n < all.Length; n++) Say(sampler, all[n], ChatMessage.User(text(n)));
        Answer[] answers = sampler.Say([.. all.Select(one => one.Prompt)]);
        for (int n = 0; n < all.Length; n++) Say(sampler, all[n], ChatMessage.Assistant(answers[n].Text));
    }

    // Before a message makes others fall out, what they say of the name is written down.
    private void Say(AnswerSampler sampler, Conversation one, ChatMessage message)
    {
        if (Summarises && one.Summary.Length == 0 && one.Messages.Count > 0)
        {
            Conversation next = Branch(one);
            next.Add(message);
            if (next.FirstKept > 0)
            {
                string name = sampler.Say([[.. ChatWords.Encode(ChatTemplate.Render([.. one.Kept.Take(2), ChatMessage.User(Asking)]))]])[0]
                    .Words.FirstOrDefault() ?? "";
                one.Summary = Summary(name);
            }
        }
        one.Add(message);
    }

    private static Conversation Branch(Conversation one)
    {
        var branch = new Conversation(one.Window) { Summary = one.Summary };
        foreach (ChatMessage message in one.Messages) branch.Add(message);
        return branch;
    }
}
