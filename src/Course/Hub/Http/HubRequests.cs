using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Course.Hub.Http;

/// <summary>
/// Sends one request to the Hub. Redirects are followed here and not by .NET, so that the token goes to the Hub's own host alone. A status
/// becomes the exception that says what it means, by the Hub's header <c>X-Error-Code</c> where there is one.
/// </summary>
/// <param name="settings">Where the Hub is, and who asks.</param>
internal sealed partial class HubRequests(HubSettings settings) : IDisposable
{
    private const int MostRedirects = 10;
    private const int LongestJson = 32 << 20;

    private static readonly JsonSerializerOptions json = new(JsonSerializerOptions.Web) { MaxDepth = 32 };

    private readonly HubAddresses hub = new(settings.Endpoint);

    // No decompression: what is hashed is what was stored. No cookies: a host learns nothing of earlier requests.
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        ConnectTimeout = settings.Patience,
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Sends a request.</summary>
    /// <param name="method">GET or HEAD.</param>
    /// <param name="address">Where to.</param>
    /// <param name="range">The bytes that are asked for; null for all.</param>
    /// <param name="elsewhere">Whether to follow a redirect to another host. If not, that answer is returned: the Hub tells in its headers
    /// what the file is that another host stores.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>A success, the answer that no such bytes are there (416), or a redirect to another host.</returns>
    /// <exception cref="HubException">The Hub says no.</exception>
    /// <exception cref="TransientException">The Hub says not now.</exception>
    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, RangeHeaderValue? range, bool elsewhere,
        CancellationToken cancel)
    {
        Uri first = address;
        for (int hop = 0; hop <= MostRedirects; hop++)
        {
            using var request = new HttpRequestMessage(method, address);
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("course-hub", "1.0"));
            request.Headers.Range = range;
            if (hub.Own(address)) request.Headers.Authorization = settings.Token?.Header();
            HttpResponseMessage response = await PatientlyAsync(
                patience => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience), cancel).ConfigureAwait(false);
            if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable) return response;
            bool moved = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
            if (!moved)
            {
                using (response) throw Refusal(response, address);
            }

            Uri next = response.Headers.Location is { } location ? new Uri(address, location)
                : throw new HubUnreachableException($"{HubAddresses.Shown(address)} redirects without saying where.");
            if (!elsewhere && !HubAddresses.SameHost(address, next)) return response;
            response.Dispose();
            if (next.Scheme != Uri.UriSchemeHttps && (next.Scheme != Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
                throw new HubUnreachableException($"{HubAddresses.Shown(address)} redirects to {next.Scheme}:, which is not followed.");
            address = next;
        }

        throw new HubUnreachableException($"{HubAddresses.Shown(first)} redirects more than {MostRedirects} times.");
    }

    /// <summary>Gets an answer in JSON.</summary>
    /// <returns>The answer, and the address of its next page if there is one.</returns>
    /// <exception cref="HubFileException">The answer is something else.</exception>
    internal async Task<(T Value, Uri? Next)> JsonAsync<T>(Uri address, CancellationToken cancel)
        where T : class
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, address, null, elsewhere: false, cancel).ConfigureAwait(false);
        string shown = HubAddresses.Shown(address), type = response.Content.Headers.ContentType?.MediaType ?? "nothing";
        if (!response.IsSuccessStatusCode || !type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
            throw new HubFileException($"{shown} answers with {type}, not with JSON: is that the address of a hub?");
        byte[] bytes = await PatientlyAsync(patience => ReadAsync(response, shown, patience), cancel).ConfigureAwait(false);
        try
        {
            T value = JsonSerializer.Deserialize<T>(bytes, json) ?? throw new HubFileException($"{shown} answers with nothing.");
            return (value, NextPage(response, address));
        }
        catch (JsonException error)
        {
            throw new HubFileException($"{shown} answers with JSON that is cut or of another form.", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(settings.Patience);
        return await work(patience.Token).ConfigureAwait(false);
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, string shown, CancellationToken cancel)
    {
        Stream source = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using var _ = source.ConfigureAwait(false);
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = await source.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0;)
        {
            all.Write(buffer, 0, count);
            if (all.Length > LongestJson) throw new HubFileException($"{shown} answers with more than {LongestJson >> 20} MB of JSON.");
        }

        return all.ToArray();
    }

    private Uri? NextPage(HttpResponseMessage response, Uri address)
    {
        if (!response.Headers.TryGetValues("Link", out IEnumerable<string>? links)) return null;
        if (Next().Match(string.Join(", ", links)) is not { Success: true } match) return null;
        return Uri.TryCreate(address, match.Groups[1].Value, out Uri? next) && hub.Own(next) ? next
            : throw new HubFileException($"{HubAddresses.Shown(address)} names a next page that is not on the hub.");
    }

    private Exception Refusal(HttpResponseMessage response, Uri address)
    {
        string shown = HubAddresses.Shown(address);
        string code = response.Headers.TryGetValues("X-Error-Code", out IEnumerable<string>? codes) ? codes.First() : "";
        int status = (int)response.StatusCode;
        return (status, code) switch
        {
            (429 or 408 or >= 500, _) => new TransientException($"{shown} answers {status}", AskedToWait(response)),
            (_, "GatedRepo") => new HubAccessException($"{shown} is given only to those whom its owner lets in: ask on its page, and set HF_TOKEN."),
            (_, "RepoNotFound") => new RepositoryNotFoundException(
                $"The hub has no such repository, or hides it from those without a right to it: {shown}"),
            (_, "RevisionNotFound") => new RevisionNotFoundException($"The repository has no such revision: {shown}"),
            (_, "EntryNotFound") => new EntryNotFoundException($"The repository has no such file: {shown}"),
            (401 or 403, _) => new HubAccessException($"{shown} answers {status}: a token is missing (HF_TOKEN), or has no right to this."),
            (404, _) => new EntryNotFoundException($"{shown} is not there (404)."),
            _ => new HubUnreachableException($"{shown} answers {status}."),
        };
    }

    private TimeSpan? AskedToWait(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - settings.Clock.GetUtcNow() : null;

    [GeneratedRegex("<([^>]*)>;\\s*rel=\"?next\"?")]
    private static partial Regex Next();
}
