using System.Net;
using System.Net.Http.Headers;

namespace Course.Data.Downloads;

/// <summary>
/// Fetches a file by HTTP into a part on this machine. A part that an earlier attempt left is continued (<c>Range</c>, RFC 9110, section
/// 14), and what is wrong in the end is thrown away.
/// </summary>
/// <param name="send">Sends a request and returns when the headers are here; <see cref="HttpClient.SendAsync(HttpRequestMessage, HttpCompletionOption, CancellationToken)"/>,
/// say.</param>
/// <param name="patience">How long to wait for more bytes.</param>
internal sealed class ResumableDownload(
    Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, TimeSpan patience)
{
    private const int BufferSize = 1 << 16;

    /// <summary>Fetches the file and checks it.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="part">The part's path. It stays if the connection fails, and the next call goes on from there.</param>
    /// <param name="most">The most bytes that it may have; null if that is not known.</param>
    /// <param name="wrong">Says what is wrong with the part once all is here; null if nothing is.</param>
    /// <param name="report">Receives the bytes that are here, and those in all if the server tells.</param>
    /// <param name="cancel">Stops the download.</param>
    /// <returns>What is wrong with what came, of which nothing is kept; null if nothing is, and the part is the file.</returns>
    /// <exception cref="HttpRequestException">The server cannot be reached or does not give the file.</exception>
    /// <exception cref="IOException">The connection was cut.</exception>
    /// <exception cref="TimeoutException">No byte came for too long.</exception>
    internal async Task<string?> FetchAsync(Uri address, string part, long? most, Func<string?> wrong, Action<long, long?> report,
        CancellationToken cancel)
    {
        bool resumed = await FetchAsync(address, part, most, report, cancel).ConfigureAwait(false);
        string? found = wrong();
        if (found is not null && resumed)
        {
            // The beginning may come from a different version than the end, so start over once.
            File.Delete(part);
            await FetchAsync(address, part, most, report, cancel).ConfigureAwait(false);
            found = wrong();
        }

        if (found is not null) File.Delete(part);
        return found;
    }

    /// <returns>Whether it resumed an earlier attempt.</returns>
    private async Task<bool> FetchAsync(Uri address, string part, long? most, Action<long, long?> report, CancellationToken cancel)
    {
        long here = File.Exists(part) ? new FileInfo(part).Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (here > 0) request.Headers.Range = new RangeHeaderValue(here, null);
        using HttpResponseMessage response = await send(request, cancel).ConfigureAwait(false);
        // Nothing is left to send. Either the whole file is here already, which its hash will show, or what is here is not the beginning of
        // it.
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && here > 0) return true;

        response.EnsureSuccessStatusCode();
        bool resumed = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == here;
        var target =
            new FileStream(part, resumed ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None, BufferSize, useAsync: true);
        await using var _ = target.ConfigureAwait(false);
        long? total = response.Content.Headers.ContentLength + (resumed ? here : 0);
        await CopyAsync(response.Content, target, most, received => report(received, total), cancel).ConfigureAwait(false);
        return resumed;
    }

    private async Task CopyAsync(HttpContent content, FileStream target, long? most, Action<long> report, CancellationToken cancel)
    {
        Stream source = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using var _ = source.ConfigureAwait(false);
        var buffer = new byte[BufferSize];
        while (true)
        {
            int count = await source.ReadAsync(buffer, cancel).AsTask().WaitAsync(patience, cancel).ConfigureAwait(false);
            if (count == 0) return;
            await target.WriteAsync(buffer.AsMemory(0, count), cancel).ConfigureAwait(false);
            report(target.Position);
            if (target.Position > most) return;             // its size will be seen to be wrong; the disk need not fill up first
        }
    }
}
