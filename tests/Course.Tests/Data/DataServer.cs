using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Course.Tests.Data;

/// <summary>A server of one file on this machine, with the faults that a test asks for.</summary>
internal sealed class DataServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly byte[] content;
    private readonly Task serving;

    internal DataServer(byte[] content)
    {
        this.content = content;
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>Where each request began to read.</summary>
    internal List<long?> Ranges { get; } = [];

    /// <summary>How many bytes of the body go out before the line is cut; null sends all.</summary>
    internal int? CutAfter { get; set; }

    internal bool KnowsRanges { get; set; } = true;

    internal int Status { get; set; } = 200;

    internal Uri AddressOf(string name) =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/{name}"));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
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
        while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } line)
        {
            if (line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase))
                from = long.Parse(line["Range: bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        }

        Ranges.Add(from);
        (int status, byte[] body, string more) = Answer(from);
        string head = string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} x\r\nContent-Length: {body.Length}\r\n{more}Connection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stop.Token);
        await stream.WriteAsync(body.AsMemory(0, Math.Min(body.Length, CutAfter ?? body.Length)), stop.Token);
        await stream.FlushAsync(stop.Token);
    }

    private (int Status, byte[] Body, string More) Answer(long? from)
    {
        if (Status != 200) return (Status, [], "");
        if (from is not { } start || !KnowsRanges) return (200, content, "");
        if (start >= content.Length) return (416, [], "");
        return (206, content[(int)start..], string.Create(CultureInfo.InvariantCulture,
            $"Content-Range: bytes {start}-{content.Length - 1}/{content.Length}\r\n"));
    }
}
