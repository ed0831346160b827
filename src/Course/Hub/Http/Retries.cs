namespace Course.Hub.Http;

/// <summary>
/// Tries again what failed for reasons that pass: the connection, an overload (429 and 5xx). The wait doubles from attempt to attempt,
/// 1, 2, 4, 8 and 8 seconds, as huggingface_hub's does, and is longer where the server asks for it (<c>Retry-After</c>, RFC 9110, 10.2.3).
/// </summary>
/// <param name="attempts">How often it is tried in all.</param>
/// <param name="clock">The clock that waits.</param>
internal sealed class Retries(int attempts, TimeProvider clock)
{
    private const double LongestWait = 8;
    private static readonly TimeSpan longestAsked = TimeSpan.FromMinutes(2);

    /// <summary>Runs an attempt until it succeeds.</summary>
    /// <param name="what">What is attempted, for an error.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancel">Ends the waiting too.</param>
    /// <exception cref="HubUnreachableException">It failed each time, or the server asks to wait for longer than anyone likes.</exception>
    internal async Task<T> RunAsync<T>(string what, Func<Task<T>> attempt, CancellationToken cancel)
    {
        for (int number = 1; ; number++)
        {
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested && IsTransient(error))
            {
                TimeSpan asked = (error as TransientException)?.Wait ?? TimeSpan.Zero;
                string tried = number == 1 ? "" : $" after {number} attempts";
                if (asked > longestAsked)
                    throw new HubUnreachableException($"{what} failed: {Reason(error)}, and asks to wait {asked.TotalSeconds:0} s.", error);
                if (number >= attempts) throw new HubUnreachableException($"{what} failed{tried}: {Reason(error)}.", error);
                var usual = TimeSpan.FromSeconds(Math.Min(LongestWait, Math.Pow(2, number - 1)));
                await Task.Delay(asked > usual ? asked : usual, clock, cancel).ConfigureAwait(false);
            }
        }
    }

    private static bool IsTransient(Exception error) =>
        error is TransientException or HttpRequestException or IOException or TimeoutException or OperationCanceledException;

    private static string Reason(Exception error) => error switch
    {
        OperationCanceledException => "no answer came in time",
        HttpRequestException { InnerException: { } inner } => inner.Message.TrimEnd('.'),
        _ => error.Message.TrimEnd('.'),
    };
}
