namespace Course.Hub;

/// <summary>Something on a hub is not there, or not what it should be; the message says in one line what. Defined in lesson 17.</summary>
/// <param name="message">The line.</param>
/// <param name="inner">What was thrown below; null for nothing.</param>
public class HubException(string message, Exception? inner = null) : Exception(OneLine(message), inner)
{
    private const int Longest = 600;

    /// <summary>A text as an error shows it: on one line, and not without end. Much of it may be a stranger's.</summary>
    private static string OneLine(string text)
    {
        string line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length > Longest ? line[..Longest] + "..." : line;
    }
}

/// <summary>A hub has no such repository. Defined in lesson 17.</summary>
/// <param name="message">The line that says so.</param>
public sealed class RepositoryNotFoundException(string message) : HubException(message);

/// <summary>A repository has no such branch, tag or commit. Defined in lesson 17.</summary>
/// <param name="message">The line that says so.</param>
public sealed class RevisionNotFoundException(string message) : HubException(message);

/// <summary>A repository has no such file at that revision. Defined in lesson 17.</summary>
/// <param name="message">The line that says so.</param>
public sealed class EntryNotFoundException(string message) : HubException(message);

/// <summary>
/// A file of a hub is malformed, or would have to be trusted: it is not read. Files of a hub are strangers' files. Defined in lesson 17.
/// </summary>
/// <param name="message">The line that says what is wrong with it.</param>
/// <param name="inner">What was thrown below; null for nothing.</param>
public sealed class HubFileException(string message, Exception? inner = null) : HubException(message, inner);
