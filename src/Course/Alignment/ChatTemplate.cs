namespace Course.Alignment;

/// <summary>What one side of a conversation says. Defined in lesson 16.</summary>
/// <param name="Role">Who says it: <c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Text">Words between blanks.</param>
public sealed record ChatMessage(string Role, string Text)
{
    /// <summary>Its tokens, the role's and the end's included.</summary>
    public int Length => ChatWords.Encode(Text).Length + 2;

    /// <summary>What the operator says before the conversation begins.</summary>
    public static ChatMessage System(string text) => new("system", text);

    /// <summary>What the user says.</summary>
    public static ChatMessage User(string text) => new("user", text);

    /// <summary>What the machine says.</summary>
    public static ChatMessage Assistant(string text) => new("assistant", text);
}

/// <summary>
/// The template that turns a conversation into one text, which a language model can go on with. Each message stands between its role and
/// an end. It is the idea of OpenAI's ChatML of 2023, with other words. Defined in lesson 16.
/// </summary>
public static class ChatTemplate
{
    /// <summary>The whole text up to where the assistant is to speak.</summary>
    /// <param name="messages">The conversation.</param>
    /// <returns><c>&lt;user&gt; what is 3 + 4 ? &lt;end&gt; &lt;assistant&gt;</c>, for example.</returns>
    public static string Render(IEnumerable<ChatMessage> messages) => string.Join(' ', [.. messages.Select(Render), "<assistant>"]);

    /// <summary>One message.</summary>
    /// <param name="message">The message.</param>
    public static string Render(ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return $"<{message.Role}> {message.Text} <end>";
    }

    /// <summary>A whole conversation as tokens, and which of them the assistant says.</summary>
    /// <param name="messages">The conversation.</param>
    /// <returns>The tokens, and for each whether it is the assistant's, ends included and roles not.</returns>
    public static (long[] Tokens, bool[] Spoken) Encode(IEnumerable<ChatMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        List<long> tokens = [];
        List<bool> spoken = [];
        foreach (ChatMessage message in messages)
        {
            long[] more = ChatWords.Encode(Render(message));
            tokens.AddRange(more);
            spoken.AddRange(more.Select((_, n) => n > 0 && message.Role == "assistant"));
        }
        return ([.. tokens], [.. spoken]);
    }
}
