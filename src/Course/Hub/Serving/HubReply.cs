using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Course.Hub.Serving;

/// <summary>An answer of HTTP/1.1: a status, headers, and some bytes of a content.</summary>
/// <param name="status">The status.</param>
/// <param name="headers">The headers, without the length.</param>
/// <param name="content">The whole content, which can seek; it is disposed of with the answer.</param>
internal sealed class HubReply(int status, IEnumerable<(string Name, string Value)> headers, Stream content) : IDisposable
{
    private readonly List<(string Name, string Value)> headers = [.. headers];
    private int status = status;
    private long start;
    private long length = content.Length;

    /// <summary>An answer in JSON.</summary>
    internal static HubReply Json(object value) => new(200, [("Content-Type", "application/json; charset=utf-8")],
        new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web)));

    /// <summary>An answer that says no, in the Hub's way: a code for programs, a message for people.</summary>
    internal static HubReply Refuse(int status, string code, string message) => new(status,
        [("Content-Type", "application/json; charset=utf-8"), ("X-Error-Code", code), ("X-Error-Message", Plain(message))],
        new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { error = message }, JsonSerializerOptions.Web)));

    /// <summary>Sends some of the bytes alone, if that is asked for (RFC 9110, 14): from A to B, from A on, or the last N.</summary>
    /// <param name="range">The header Range. Several ranges at once, or what is no range, are answered with everything.</param>
    /// <returns>This answer.</returns>
    internal HubReply Part(string? range)
    {
        if (range is null || !range.StartsWith("bytes=", StringComparison.Ordinal) || range["bytes=".Length..].Split('-') is not [var a, var b])
            return this;
        long all = content.Length;
        bool hasFrom = Number(a, out long from), hasTo = Number(b, out long to);
        if ((a.Length > 0 && !hasFrom) || (b.Length > 0 && !hasTo) || (!hasFrom && !hasTo) || (hasFrom && hasTo && to < from)) return this;
        (long first, long last) = hasFrom ? (from, hasTo ? Math.Min(to, all - 1) : all - 1) : (Math.Max(0, all - to), all - 1);
        if (first >= all)
        {
            (status, length) = (416, 0);
            headers.Add(("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes */{all}")));
            return this;
        }

        (status, start, length) = (206, first, last - first + 1);
        headers.Add(("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{last}/{all}")));
        return this;
    }

    /// <summary>Writes the answer.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="withBody">Whether the bytes follow the headers.</param>
    /// <param name="patience">How long the caller may take for each piece.</param>
    /// <param name="cancel">Stops it.</param>
    internal async Task WriteAsync(Stream stream, bool withBody, TimeSpan patience, CancellationToken cancel)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {(status < 300 ? "OK" : "No")}\r\n");
        foreach ((string name, string value) in headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\nConnection: close\r\n\r\n");
        byte[] first = Encoding.ASCII.GetBytes(head.ToString());
        await stream.WriteAsync(first, cancel).AsTask().WaitAsync(patience, cancel).ConfigureAwait(false);
        if (!withBody) return;
        content.Position = start;
        var buffer = new byte[1 << 16];
        for (long left = length; left > 0;)
        {
            int count = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancel).ConfigureAwait(false);
            if (count == 0) return;                         // shorter than it was: the caller sees that bytes are missing
            await stream.WriteAsync(buffer.AsMemory(0, count), cancel).AsTask().WaitAsync(patience, cancel).ConfigureAwait(false);
            left -= count;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => content.Dispose();

    private static bool Number(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>A message as a header may hold it.</summary>
    private static string Plain(string message) => string.Concat(message.Select(letter => letter is >= ' ' and <= '~' ? letter : '?'));
}
