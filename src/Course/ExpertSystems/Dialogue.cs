namespace Course.ExpertSystems;

/// <summary>
/// A simulated user of a <see cref="Consultation"/>, with replies prepared attribute by attribute. Each "why" before a reply asks for the
/// reason, and a further "why" asks for the goal behind it. The whole conversation is printed, the user's words after two stars as in
/// MYCIN. Defined in lesson 04.
/// </summary>
/// <param name="replies">The user's reply for each attribute: <c>rod</c>, <c>rod 0.8</c>, <c>why why rod</c>; the user does not know an
/// absent attribute.</param>
/// <param name="output">Where the conversation is printed.</param>
public sealed class Dialogue(IReadOnlyDictionary<string, string> replies, TextWriter output)
{
    private int questions;

    /// <summary>Answers one question.</summary>
    public string? Reply(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        output.WriteLine($"{++questions}) {question.Text} ({string.Join(", ", question.Choices)})");
        string[] words = replies.GetValueOrDefault(question.Attribute, "unknown").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int whys = words.TakeWhile(word => word == "why").Count();
        for (int higher = 0; higher < whys; higher++)
        {
            output.WriteLine($"   ** WHY\n{Indented(question.Why(higher))}");
        }

        string reply = string.Join(' ', words[whys..]);
        output.WriteLine($"   ** {reply}");
        return reply is "" or "unknown" ? null : reply;
    }

    private static string Indented(string text) => string.Join('\n', text.Split('\n').Select(line => "      " + line));
}
