using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Course.Tests.Data;

/// <summary>A server of one file on this machine, with the faults that a test asks for.</summary>
internal sealed class DataServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _content;
    private readonly Task _serving;

    internal DataServer(byte[] content)
    {
        _content = content;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where each request began to read.</summary>
    internal List<long?> Ranges { get; } = [];

    /// <summary>How many bytes of the body go out before the line is cut; null sends all.</summary>
    internal int? CutAfter { get; set; }

    internal bool KnowsRanges { get; set; } = true;

    internal int Status { get; set; } = 200;

    internal Uri AddressOf(string name) =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/{name}"));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        long? from = null;
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
        {
            if (line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase))
                from = long.Parse(line["Range: bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        }

        Ranges.Add(from);
        (int status, byte[] body, string more) = Answer(from);
        string head = string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} x\r\nContent-Length: {body.Length}\r\n{more}Connection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
        await stream.WriteAsync(body.AsMemory(0, Math.Min(body.Length, CutAfter ?? body.Length)), _stop.Token);
        await stream.FlushAsync(_stop.Token);
    }

    private (int Status, byte[] Body, string More) Answer(long? from)
    {
        if (Status != 200) return (Status, [], "");
        if (from is not { } start || !KnowsRanges) return (200, _content, "");
        if (start >= _content.Length) return (416, [], "");
        return (206, _content[(int)start..], string.Create(CultureInfo.InvariantCulture,
            $"Content-Range: bytes {start}-{_content.Length - 1}/{_content.Length}\r\n"));
    }
}
