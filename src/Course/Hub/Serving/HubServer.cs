using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Course.Hub.Repositories;

namespace Course.Hub.Serving;

/// <summary>
/// Serves a <see cref="LocalHub"/> to programs of this machine in the Hub's own language, so that whoever downloads from the Hub
/// downloads from it: <see cref="Http.HubClient"/>, Hugging Face's packages with <c>HF_ENDPOINT</c> set, an app in a browser. It gives and
/// takes nothing: files are pushed by Git. No other machine can reach it.
/// </summary>
public sealed class HubServer : IAsyncDisposable
{
    private const int MostConnections = 32;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener listener;
    private readonly HubRoutes routes;
    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim places = new(MostConnections);
    private readonly Task accepting;

    /// <summary>Starts it.</summary>
    /// <param name="hub">What it serves.</param>
    /// <param name="port">The port; 0 for one that is free.</param>
    /// <exception cref="SocketException">Another program has the port.</exception>
    public HubServer(LocalHub hub, int port = 0)
    {
        ArgumentNullException.ThrowIfNull(hub);
        routes = new(hub);
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        int own = ((IPEndPoint)listener.LocalEndpoint).Port;
        Address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{own}/"));
        accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Where it is: what <c>HF_ENDPOINT</c> is set to.</summary>
    public Uri Address { get; }

    /// <summary>Where a browser opens an app.</summary>
    /// <param name="space">The app's repository.</param>
    public Uri PageOf(RepoId space) => new(Address, $"{space}/resolve/{HubRepository.Main}/index.html");

    /// <summary>Stops it: open connections are closed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested) return;
        await stop.CancelAsync().ConfigureAwait(false);
        listener.Stop();
        await accepting.ConfigureAwait(false);
        for (int i = 0; i < MostConnections; i++) await places.WaitAsync().ConfigureAwait(false);
        stop.Dispose();
        places.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await places.WaitAsync(stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            try
            {
                TcpClient client = await listener.AcceptTcpClientAsync(stop.Token).ConfigureAwait(false);
                _ = Task.Run(() => ServeAsync(client));
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or InvalidOperationException)
            {
                places.Release();
            }
        }
    }

    /// <summary>Answers the one request of a connection. A caller that goes away or dawdles is nobody's error.</summary>
    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                NetworkStream stream = client.GetStream();
                await using var _ = stream.ConfigureAwait(false);
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
                limit.CancelAfter(patience);
                HubRequest? request = await HubRequest.ReadAsync(stream, limit.Token).ConfigureAwait(false);
                using HubReply reply = request is null ? HubReply.Refuse(400, "BadRequest", "That is no request of HTTP.") : Answer(request);
                await reply.WriteAsync(stream, withBody: request?.Method != "HEAD", patience, stop.Token).ConfigureAwait(false);
                client.Client.Shutdown(SocketShutdown.Send);
                // Read until the caller closes too: a socket closed with unread bytes in it takes back what was sent.
                await stream.CopyToAsync(Stream.Null, limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
        finally
        {
            places.Release();
        }
    }

    // A page from elsewhere could give its own name this machine's address, and read all that a browser here may read. It cannot choose
    // the header Host.
    private HubReply Answer(HubRequest request) =>
        request.Header("Host") is { } host && Uri.TryCreate($"http://{host}/", UriKind.Absolute, out Uri? asked) && asked.IsLoopback
            ? routes.Answer(request) : HubReply.Refuse(403, "Forbidden", "This hub is for this machine alone.");
}
