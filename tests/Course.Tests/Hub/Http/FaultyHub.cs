using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Course.Tests.Hub.Http;

/// <summary>A request that came to a <see cref="FaultyHub"/>.</summary>
internal sealed record Asked(string Method, string Target, string Head)
{
    internal string? Header(string name) => Head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    internal bool IsFile => Target.Contains("/resolve/", StringComparison.Ordinal);
}

/// <summary>
/// Stands before a hub, hands requests and answers on over real connections, and does to the answers what a test asks for.
/// </summary>
internal sealed class FaultyHub : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Uri? hub;
    private readonly Task serving;

    /// <param name="hub">The hub behind it; null for none.</param>
    internal FaultyHub(Uri? hub = null)
    {
        this.hub = hub;
        listener.Start();
        Address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
        serving = ServeAsync();
    }

    internal Uri Address { get; }

    /// <summary>The requests that came.</summary>
    internal List<Asked> Requests { get; } = [];

    /// <summary>Answers a request in the hub's place; null lets the hub answer.</summary>
    internal Func<Asked, byte[]?> Instead { get; set; } = _ => null;

    /// <summary>Changes the bytes of an answer.</summary>
    internal Func<Asked, byte[], byte[]> Change { get; set; } = (_, answer) => answer;

    /// <summary>How long an answer waits, or the silence lasts.</summary>
    internal TimeSpan Delay { get; set; }

    /// <summary>After how many bytes of a body the line falls silent for that long; null if it does not.</summary>
    internal int? SilentAfter { get; set; }

    /// <summary>An answer, its body announced in full.</summary>
    internal static byte[] Reply(int status, string body = "", params string[] headers) => Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status} x\r\n{string.Concat(headers.Select(line => line + "\r\n"))}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    /// <summary>An answer in JSON.</summary>
    internal static byte[] Json(string body, params string[] headers) => Reply(200, body, ["Content-Type: application/json", .. headers]);

    /// <summary>Where the body of an answer begins.</summary>
    internal static int BodyOf(byte[] answer) => answer.AsSpan().IndexOf("\r\n\r\n"u8) + 4;

    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested) return;
        await stop.CancelAsync();
        listener.Stop();
        await serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
                await AnswerAsync(client);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            NetworkStream stream = client.GetStream();
            var head = new MemoryStream();
            var one = new byte[1];
            while (!head.ToArray().AsSpan().EndsWith("\r\n\r\n"u8) && await stream.ReadAsync(one, stop.Token) > 0) head.Write(one);
            string text = Encoding.Latin1.GetString(head.ToArray());
            if (text.Split(' ') is not [var method, var target, ..]) return;
            var asked = new Asked(method, target, text);
            Requests.Add(asked);
            if (SilentAfter is null && Delay > TimeSpan.Zero) await Task.Delay(Delay, stop.Token);
            byte[] answer = Change(asked, Instead(asked) ?? await ForwardAsync(head.ToArray()));
            if (SilentAfter is { } count && BodyOf(answer) + count < answer.Length)
            {
                TimeSpan silence = Delay;
                (SilentAfter, Delay) = (null, TimeSpan.Zero);
                await stream.WriteAsync(answer.AsMemory(0, BodyOf(answer) + count), stop.Token);
                await Task.Delay(silence, stop.Token);
                return;
            }

            await stream.WriteAsync(answer, stop.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            limit.CancelAfter(1000);
            await stream.CopyToAsync(Stream.Null, limit.Token);
        }
        catch (Exception error) when (error is IOException or SocketException
            || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
        }
    }

    private async Task<byte[]> ForwardAsync(byte[] request)
    {
        using var behind = new TcpClient();
        await behind.ConnectAsync(IPAddress.Loopback, hub!.Port, stop.Token);
        await behind.GetStream().WriteAsync(request, stop.Token);
        using var answer = new MemoryStream();
        await behind.GetStream().CopyToAsync(answer, stop.Token);
        return answer.ToArray();
    }
}
