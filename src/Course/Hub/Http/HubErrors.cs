namespace Course.Hub.Http;

/// <summary>The Hub cannot be reached, or does not answer as it should, even after several attempts.</summary>
/// <param name="message">The line that says so.</param>
/// <param name="inner">What was thrown below; null for nothing.</param>
public sealed class HubUnreachableException(string message, Exception? inner = null) : HubException(message, inner);

/// <summary>The Hub gives this only to those that it knows: a token is missing, or has no right to it.</summary>
/// <param name="message">The line that says so.</param>
public sealed class HubAccessException(string message) : HubException(message);

/// <summary>A file is asked for without the network, and the cache does not have it.</summary>
/// <param name="message">The line that says so.</param>
public sealed class NotInCacheException(string message) : HubException(message);

/// <summary>An attempt failed, and another may not. <see cref="Retries"/> catches it.</summary>
/// <param name="message">What happened.</param>
/// <param name="wait">How long the server asks to wait; null if it does not say.</param>
internal sealed class TransientException(string message, TimeSpan? wait = null) : Exception(message)
{
    /// <summary>How long the server asks to wait; null if it does not say.</summary>
    internal TimeSpan? Wait { get; } = wait;
}
