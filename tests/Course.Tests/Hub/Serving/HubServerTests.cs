using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Course.Hub.Repositories;
using Course.Hub.Serving;
using Course.Tests.Hub.Http;

namespace Course.Tests.Hub.Serving;

public sealed class HubServerTests : HubFixture
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };

    [Theory]
    [InlineData("bytes=0-0", 206, 0, 1)]
    [InlineData("bytes=10-19", 206, 10, 10)]
    [InlineData("bytes=299990-", 206, 299_990, 10)]
    [InlineData("bytes=299990-900000", 206, 299_990, 10)]
    [InlineData("bytes=-7", 206, 299_993, 7)]
    [InlineData("bytes=-900000", 206, 0, 300_000)]
    [InlineData("bytes=300000-", 416, 0, 0)]
    [InlineData("bytes=-0", 416, 0, 0)]
    [InlineData("bytes=5-4", 200, 0, 300_000)]
    [InlineData("bytes=0-1,3-4", 200, 0, 300_000)]
    [InlineData("bytes=-", 200, 0, 300_000)]
    [InlineData("bytes=a-b", 200, 0, 300_000)]
    [InlineData("bytes=99999999999999999999-", 200, 0, 300_000)]
    [InlineData("lines=0-1", 200, 0, 300_000)]
    public async Task A_range_gives_those_bytes(string range, int status, int from, int length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.Address, "ada/digits/resolve/main/model.safetensors"));
        request.Headers.TryAddWithoutValidation("Range", range);
        using HttpResponseMessage answer = await http.SendAsync(request, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(Contents["model.safetensors"].AsSpan(from, length).ToArray(), await answer.Content.ReadAsByteArrayAsync(Cancel));
        if (status == 206) Assert.Equal(new ContentRangeHeaderValue(from, from + length - 1, 300_000), answer.Content.Headers.ContentRange);
    }

    [Fact]
    public async Task The_headers_are_the_Hubs()
    {
        HubFile large = Hub[Model].Find("main", "model.safetensors")!, small = Hub[Model].Find("main", "config.json")!;
        using HttpResponseMessage of = await AskAsync("HEAD", "ada/digits/resolve/main/model.safetensors");
        Assert.Equal(($"\"{large.LfsSha256}\"", "300000", Commit, 300_000L), (Header(of, "X-Linked-Etag"), Header(of, "X-Linked-Size"),
            Header(of, "X-Repo-Commit"), of.Content.Headers.ContentLength));
        Assert.Empty(await of.Content.ReadAsByteArrayAsync(Cancel));

        using HttpResponseMessage other = await AskAsync("HEAD", $"ada/digits/resolve/{Commit}/config.json");
        Assert.Equal(($"\"{small.BlobId}\"", null, Commit), (Header(other, "ETag"), Header(other, "X-Linked-Etag"), Header(other, "X-Repo-Commit")));

        using HttpResponseMessage raw = await AskAsync("GET", "ada/digits/raw/main/model.safetensors");
        Assert.Equal(new LfsPointer(large.LfsSha256!, 300_000).Write(), await raw.Content.ReadAsStringAsync(Cancel));
        Assert.Equal($"\"{large.BlobId}\"", Header(raw, "ETag"));
    }

    [Fact]
    public async Task The_list_of_files_goes_folder_by_folder_or_all_at_once()
    {
        Assert.Equal([".gitattributes", "README.md", "config.json", "empty.txt", "model.safetensors", "notes"], await TreeAsync(""));
        Assert.Equal(["notes/deep er"], await TreeAsync("/notes"));
        Assert.Equal(["notes/deep er/日月.txt"], await TreeAsync("/notes/deep%20er"));
        Assert.Equal([".gitattributes", "README.md", "config.json", "empty.txt", "model.safetensors", "notes", "notes/deep er", "notes/deep er/日月.txt"],
            await TreeAsync("?recursive=true"));

        JsonNode? large = (await JsonAsync("api/models/ada/digits/tree/main?expand=true")).AsArray().First(one => (string?)one!["path"] == "model.safetensors");
        Assert.Equal((300_000, 131), ((int)large!["lfs"]!["size"]!, (int)large["lfs"]!["pointerSize"]!));
        Assert.Equal((Commit, "A model"), ((string?)large["lastCommit"]!["id"], (string?)large["lastCommit"]!["title"]));
    }

    [Fact]
    public async Task It_tells_what_it_has()
    {
        Hub.Create(RepoId.Dataset("ada/words"));
        JsonNode about = await JsonAsync("api/models/ada/digits");
        Assert.Equal(("ada/digits", Commit), ((string?)about["id"], (string?)about["sha"]));
        Assert.Contains("config.json", about["siblings"]!.AsArray().Select(one => (string?)one!["rfilename"]));
        Assert.Equal("ada/words", (string?)Assert.Single((await JsonAsync("api/datasets")).AsArray())!["id"]);
        Assert.Empty((await JsonAsync("api/spaces")).AsArray());
        Assert.Equal(Commit, (string?)(await JsonAsync($"api/models/ada/digits/revision/{Commit}"))["sha"]);
    }

    [Fact]
    public async Task An_app_is_a_page_and_a_model_is_not()
    {
        RepoId app = RepoId.Space("ada/draw");
        Hub.Create(app).Commit("App", [HubChange.Text("index.html", "<script>alert(1)</script>"), HubChange.Text("app.js", "1")]);
        Hub[Model].Commit("Page", [HubChange.Text("index.html", "<script>alert(1)</script>")]);

        using HttpResponseMessage page = await http.GetAsync(Server.PageOf(app), Cancel);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("default-src 'self'", Header(page, "Content-Security-Policy"), StringComparison.Ordinal);
        using HttpResponseMessage script = await http.GetAsync(new Uri(Server.PageOf(app), "app.js"), Cancel);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
        using HttpResponseMessage model = await AskAsync("GET", "ada/digits/resolve/main/index.html");
        Assert.Equal(("text/plain", "sandbox", "nosniff"), (model.Content.Headers.ContentType?.MediaType,
            Header(model, "Content-Security-Policy"), Header(model, "X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("GET", "", 404, "NotFound")]
    [InlineData("GET", "api/models/ada/nothing", 404, "RepoNotFound")]
    [InlineData("GET", "api/datasets/ada/digits", 404, "RepoNotFound")]
    [InlineData("GET", "api/models/ada/digits/tree/nothing", 404, "RevisionNotFound")]
    [InlineData("GET", "api/models/ada/digits/tree/main/nothing", 404, "EntryNotFound")]
    [InlineData("GET", "ada/digits/resolve/main/nothing", 404, "EntryNotFound")]
    [InlineData("GET", "ada/digits/resolve/main/notes", 404, "EntryNotFound")]
    [InlineData("GET", "ada/digits/resolve/main/", 400, "BadRequest")]
    [InlineData("GET", "ada/digits/resolve/main/..%2F..%2Fconfig", 400, "BadRequest")]
    [InlineData("GET", "ada/digits/resolve/main/%2Fetc%2Fpasswd", 400, "BadRequest")]
    [InlineData("GET", "..%2Fada/digits/resolve/main/config.json", 400, "BadRequest")]
    [InlineData("GET", "ada/digits/resolve/main~1/config.json", 404, "RevisionNotFound")]
    [InlineData("POST", "ada/digits/resolve/main/config.json", 404, "NotFound")]
    [InlineData("POST", "api/models/ada/digits/paths-info/main", 400, "BadRequest")]
    [InlineData("PUT", "ada/digits/resolve/main/config.json", 400, "BadRequest")]
    [InlineData("DELETE", "api/models/ada/digits", 400, "BadRequest")]
    public async Task What_is_not_there_or_not_asked_as_it_should_be_gets_a_code(string method, string address, int status, string code)
    {
        using HttpResponseMessage answer = await AskAsync(method, address);

        Assert.Equal((status, code), ((int)answer.StatusCode, Header(answer, "X-Error-Code")));
    }

    [Theory]
    [InlineData("GET /ada/digits/resolve/main/../../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("GET /api/models/ada/digits HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403)]
    [InlineData("GET /api/models/ada/digits HTTP/1.1\r\n\r\n", 403)]
    [InlineData("GET /api/models/ada/digits HTTP/1.1\r\nHost: localhost:80\r\n\r\n", 200)]
    [InlineData("GET http://127.0.0.1/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("GET /a HTTP/2\r\nHost: 127.0.0.1\r\n\r\n", 400)]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nno colon\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n", 400)]
    public async Task A_request_that_is_malformed_or_meant_for_another_machine_is_refused(string request, int status) =>
        Assert.StartsWith($"HTTP/1.1 {status} ", await SendAsync(request), StringComparison.Ordinal);

    [Fact]
    public async Task Nobody_holds_up_the_others()
    {
        var idle = new List<TcpClient>();
        for (int i = 0; i < 10; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Server.Address.Port, Cancel);
            await client.GetStream().WriteAsync("GET /"u8.ToArray(), Cancel);
            idle.Add(client);
        }

        string[] answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => http.GetStringAsync(new Uri(Server.Address, "ada/digits/resolve/main/config.json"), Cancel)));
        Assert.All(answers, answer => Assert.Equal("{\"model_type\": \"softmax\"}", answer));
        Assert.Equal("HTTP/1.1 400 ", (await SendAsync(new string('x', 20_000)))[..13]);
        idle.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_server_that_is_closed_closes_what_is_open()
    {
        var server = new HubServer(Hub);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port, Cancel);

        await server.DisposeAsync();
        await server.DisposeAsync();

        await Assert.ThrowsAnyAsync<SocketException>(async () =>
        {
            using var other = new TcpClient();
            await other.ConnectAsync(IPAddress.Loopback, server.Address.Port, Cancel);
        });
    }

    [Fact]
    public async Task Hugging_Faces_own_package_downloads_the_same_files()
    {
        Assert.SkipUnless(Node.Path is not null, "Node is not here, so Hugging Face's package downloaded nothing (Debian: apt-get install nodejs npm).");
        Assert.SkipUnless(Directory.Exists(Path.Combine(Node.Packages, "@huggingface", "hub")),
            "Hugging Face's package is not here, so it downloaded nothing (npm install --prefix artifacts/npm @huggingface/hub@2.17.5).");
        string theirs = Path.Combine(Path.GetDirectoryName(CacheFolder)!, "theirs");
        // Of an empty file it asks for the first byte, which no server has.
        string commit = Hub[Model].Commit("Without the empty file", [HubChange.Delete("empty.txt")]);

        JsonNode output = JsonNode.Parse(await Node.RunAsync("Serving/download.js", [Server.Address.AbsoluteUri.TrimEnd('/'), theirs], Cancel))!;
        string ours = await Client.SnapshotAsync(Model, cancel: Cancel);

        // Their cache and ours: the same folders and the same files, and each works for the other.
        string snapshot = Path.Combine(theirs, "models--ada--digits", "snapshots", commit);
        Assert.Equal(snapshot, (string?)output["snapshot"]);
        Assert.Equal(FilesOf(ModelFolder).Where(path => !path.StartsWith("trees", StringComparison.Ordinal)), FilesOf(Path.Combine(theirs, "models--ada--digits")));
        Assert.All(FilesOf(ours), path =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(ours, path)), File.ReadAllBytes(Path.Combine(snapshot, path))));
        Assert.Equal(FilesOf(ours).Count(path => !path.Contains('/', StringComparison.Ordinal)), (int)output["scanned"]!);
        Assert.Equal(("true", "false"), ((string?)output["exists"], (string?)output["missing"]));
        Assert.Equal([.. Hub[Model].Files().Select(file => file.Path)], output["files"]!.AsArray().Select(path => (string?)path));
        Assert.Equal(Convert.ToHexStringLower(Contents["model.safetensors"].AsSpan(1000, 10)), (string?)output["slice"]);
        using var reader = new Course.Hub.Http.HubClient(Settings with { CacheFolder = theirs, Offline = true });
        Assert.Equal("{\"model_type\": \"softmax\"}", File.ReadAllText(await reader.DownloadAsync(Model, "config.json", cancel: Cancel)));
    }

    private async Task<string[]> TreeAsync(string rest) =>
        [.. (await JsonAsync($"api/models/ada/digits/tree/main{rest}")).AsArray().Select(one => (string?)one!["path"] ?? "").Order(StringComparer.Ordinal)];

    private async Task<JsonNode> JsonAsync(string address) =>
        JsonNode.Parse(await http.GetStringAsync(new Uri(Server.Address, address), Cancel))!;

    private async Task<HttpResponseMessage> AskAsync(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Server.Address, address));
        return await http.SendAsync(request, Cancel);
    }

    private async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Server.Address.Port, Cancel);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Cancel);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancel);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : null;
}
