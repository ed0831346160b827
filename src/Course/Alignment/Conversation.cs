namespace Course.Alignment;

/// <summary>
/// A conversation with a machine that remembers nothing: each time, the text so far is sent again. The window is what fits. If the text
/// becomes longer, the oldest messages fall out, but the system prompt stays. Defined in lesson 16.
/// </summary>
/// <param name="window">The most tokens of a prompt.</param>
/// <param name="system">What the operator says before; empty for nothing.</param>
public sealed class Conversation(int window, string system = "")
{
    private readonly List<ChatMessage> messages = [];

    /// <summary>The most tokens of a prompt.</summary>
    public int Window => window;

    /// <summary>All messages, the forgotten ones included, without the system prompt.</summary>
    public IReadOnlyList<ChatMessage> Messages => messages;

    /// <summary>What is left of forgotten messages; it stands in the system prompt.</summary>
    public string Summary { get; set; } = "";

    /// <summary>The system prompt with the summary; null if both are empty.</summary>
    public ChatMessage? System
    {
        get
        {
            string text = string.Join(" . ", new[] { Summary, system }.Where(part => part.Length > 0));
            return text.Length > 0 ? ChatMessage.System(text) : null;
        }
    }

    /// <summary>The number of the first message that is still sent: all from there on fit, and a user begins.</summary>
    public int FirstKept
    {
        get
        {
            int first = messages.Count, room = window - 1 - (System?.Length ?? 0);          // 1 for the sign that the assistant is to speak
            while (first > 0 && messages[first - 1].Length <= room) room -= messages[--first].Length;
            while (first < messages.Count && messages[first].Role != "user") first++;
            return first;
        }
    }

    /// <summary>The messages that fit.</summary>
    public IEnumerable<ChatMessage> Kept => messages.Skip(FirstKept);

    /// <summary>The tokens that the machine gets to read: the system prompt, what fits, and the sign that it is to speak.</summary>
    public long[] Prompt => ChatWords.Encode(ChatTemplate.Render(System is { } first ? Kept.Prepend(first) : Kept));

    /// <summary>Adds a message.</summary>
    /// <param name="message">The user's or the assistant's.</param>
    public void Add(ChatMessage message) => messages.Add(message);
}
