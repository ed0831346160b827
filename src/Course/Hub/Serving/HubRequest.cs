using System.Globalization;
using System.Text;

namespace Course.Hub.Serving;

/// <summary>A request of HTTP/1.1 (RFC 9112).</summary>
/// <param name="Method">GET, HEAD or POST.</param>
/// <param name="Path">The parts of the path, each decoded.</param>
/// <param name="Query">What follows the question mark, decoded.</param>
/// <param name="Headers">The headers; names do not differ by capitals.</param>
/// <param name="Body">What a POST brings.</param>
internal sealed record HubRequest(string Method, string[] Path, IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private const int LongestHead = 16 << 10;
    private const int LongestBody = 1 << 20;

    /// <summary>A header's value; null if it is not there.</summary>
    internal string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Reads a request.</summary>
    /// <returns>The request; null if it is none, or too long.</returns>
    internal static async Task<HubRequest?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var head = new byte[LongestHead];
        int filled = 0, end = -1;
        while (end < 0 && filled < head.Length)
        {
            int count = await stream.ReadAsync(head.AsMemory(filled), cancel).ConfigureAwait(false);
            if (count == 0) return null;
            filled += count;
            end = head.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }

        if (end < 0) return null;
        string[] lines = Encoding.Latin1.GetString(head, 0, end).Split("\r\n");
        if (lines[0].Split(' ') is not ["GET" or "HEAD" or "POST", ['/', ..], "HTTP/1.1" or "HTTP/1.0"] first) return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines[1..])
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || !headers.TryAdd(line[..colon], line[(colon + 1)..].Trim())) return null;
        }

        int length = 0;
        if (headers.ContainsKey("Transfer-Encoding")) return null;
        if (headers.TryGetValue("Content-Length", out string? told)
            && !(int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out length) && length <= LongestBody)) return null;
        var body = new byte[length];
        int here = Math.Min(length, filled - end - 4);
        head.AsSpan(end + 4, here).CopyTo(body);
        await stream.ReadExactlyAsync(body.AsMemory(here), cancel).ConfigureAwait(false);

        string[] target = first[1].Split('?', 2);
        string[] path = [.. target[0][1..].Split('/').Select(Uri.UnescapeDataString)];
        return new(first[0], path, ReadQuery(target.ElementAtOrDefault(1)), headers, body);
    }

    private static Dictionary<string, string> ReadQuery(string? query)
    {
        var values = new Dictionary<string, string>();
        foreach (string pair in (query ?? "").Split('&'))
        {
            string[] sides = pair.Split('=', 2);
            values[Uri.UnescapeDataString(sides[0])] = Uri.UnescapeDataString(sides.ElementAtOrDefault(1) ?? "");
        }

        return values;
    }
}
