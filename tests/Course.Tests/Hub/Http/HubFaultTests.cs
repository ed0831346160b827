using System.Globalization;
using System.Text;
using Course.Hub;
using Course.Hub.Http;
using Course.Hub.Repositories;

namespace Course.Tests.Hub.Http;

/// <summary>Networks that fail, servers that are overloaded, and servers that lie.</summary>
public sealed class HubFaultTests : HubFixture
{
    private const string Large = "model.safetensors";

    private string Part => Path.Combine(ModelFolder, "blobs", Hub[Model].Find("main", Large)!.ETag + ".incomplete");

    [Fact]
    public async Task A_connection_that_is_cut_is_made_again_and_goes_on_from_there()
    {
        Line.Change = (asked, answer) => asked.Method == "GET" && FilesAsked <= 2 ? answer[..(FaultyHub.BodyOf(answer) + 70_000)] : answer;

        string file = await Client.DownloadAsync(Model, Large, cancel: Cancel);

        Assert.Equal(Contents[Large], File.ReadAllBytes(file));
        Assert.Equal([null, "bytes=70000-", "bytes=140000-"],
            Line.Requests.Where(asked => asked.Method == "GET").Select(asked => asked.Header("Range")));
        Assert.Equal([1, 2], Clock.Waits);
        Assert.False(File.Exists(Part));
    }

    [Fact]
    public async Task What_came_before_the_hub_went_away_is_kept_for_the_next_call()
    {
        Line.Change = (asked, answer) => asked.Method != "GET" ? answer
            : FilesAsked == 1 ? answer[..(FaultyHub.BodyOf(answer) + 100_000)] : FaultyHub.Reply(503);
        var error = await Assert.ThrowsAsync<HubUnreachableException>(() => Client.DownloadAsync(Model, Large, cancel: Cancel));
        Assert.Contains("failed after 5 attempts", error.Message, StringComparison.Ordinal);
        Assert.Equal(100_000, new FileInfo(Part).Length);
        Assert.Empty(Cached);

        Line.Change = (_, answer) => answer;
        Line.Requests.Clear();
        string file = await Client.DownloadAsync(Model, Large, cancel: Cancel);

        Assert.Equal("bytes=100000-", Line.Requests[^1].Header("Range"));
        Assert.Equal(Contents[Large], File.ReadAllBytes(file));
    }

    [Fact]
    public async Task A_beginning_of_something_else_is_thrown_away()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Part)!);
        File.WriteAllBytes(Part, new byte[5000]);

        Assert.Equal(Contents[Large], File.ReadAllBytes(await Client.DownloadAsync(Model, Large, cancel: Cancel)));
        Assert.Equal(2, FilesAsked);
    }

    [Theory]
    [InlineData("config.json")]
    [InlineData(Large)]
    public async Task A_file_with_another_hash_is_refused_and_nothing_of_it_is_kept(string path)
    {
        Line.Change = (asked, answer) =>
        {
            if (asked.Method == "GET") answer[^1] ^= 1;
            return answer;
        };

        var error = await Assert.ThrowsAsync<HubFileException>(() => Client.DownloadAsync(Model, path, cancel: Cancel));

        Assert.Contains($"{path} of ada/digits is not what the hub announced: its ", error.Message, StringComparison.Ordinal);
        Assert.Empty(Cached);
        Assert.False(File.Exists(Part));
    }

    [Theory]
    [InlineData(10, "it has 10 bytes, not 300,000")]
    [InlineData(900_000, "bytes, not 300,000")]
    public async Task A_file_of_another_length_is_refused_and_a_longer_one_is_not_read_to_its_end(int length, string reason)
    {
        Line.Instead = asked => asked.Method == "GET" ? FaultyHub.Reply(200, new string('x', length)) : null;
        var error = await Assert.ThrowsAsync<HubFileException>(() => Client.DownloadAsync(Model, Large, cancel: Cancel));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Empty(Cached);
    }

    [Theory]
    [InlineData("Retry-After: 7", new double[] { 7 })]
    [InlineData("Retry-After: Thu, 01 Jan 2026 00:00:30 GMT", new double[] { 30 })]
    [InlineData("Retry-After: Thu, 01 Jan 2015 00:00:30 GMT", new double[] { 1 })]
    [InlineData("Retry-After: soon", new double[] { 1 })]
    [InlineData("X-Nothing: 1", new double[] { 1 })]
    public async Task Too_many_requests_wait_as_long_as_the_hub_asks(string header, double[] waits)
    {
        Line.Instead = asked => Line.Requests.Count == 1 ? FaultyHub.Reply(429, "", header) : null;

        await Client.DownloadAsync(Model, "config.json", cancel: Cancel);

        Assert.Equal(waits, Clock.Waits);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_hub_that_stays_overloaded_is_given_up_after_waits_that_double(int status)
    {
        Line.Instead = _ => FaultyHub.Reply(status, "<html>");
        var error = await Assert.ThrowsAsync<HubUnreachableException>(() => Client.SnapshotAsync(Model, cancel: Cancel));

        Assert.Equal([1, 2, 4, 8], Clock.Waits);
        Assert.Equal(5, Line.Requests.Count);
        Assert.EndsWith($"answers {status}.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_hub_that_asks_for_an_hour_is_not_waited_for()
    {
        Line.Instead = _ => FaultyHub.Reply(429, "", "Retry-After: 3600");
        var error = await Assert.ThrowsAsync<HubUnreachableException>(() => Client.SnapshotAsync(Model, cancel: Cancel));

        Assert.Contains("asks to wait 3600 s", error.Message, StringComparison.Ordinal);
        Assert.Empty(Clock.Waits);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(418)]
    public async Task A_no_is_not_asked_twice(int status)
    {
        Line.Instead = _ => FaultyHub.Reply(status);
        await Assert.ThrowsAnyAsync<HubException>(() => Client.SnapshotAsync(Model, cancel: Cancel));

        Assert.Single(Line.Requests);
        Assert.Empty(Clock.Waits);
    }

    [Fact]
    public async Task A_hub_that_does_not_answer_is_given_up()
    {
        using var hasty = new HubClient(Settings with { Patience = TimeSpan.FromMilliseconds(100), Attempts = 2 });
        Line.Delay = TimeSpan.FromSeconds(20);
        var error = await Assert.ThrowsAsync<HubUnreachableException>(() => hasty.SnapshotAsync(Model, cancel: Cancel));

        Assert.Equal("Asking for ada/digits failed after 2 attempts: no answer came in time.", error.Message);
    }

    [Fact]
    public async Task A_line_that_falls_silent_is_left_and_the_file_goes_on_from_there()
    {
        using var hasty = new HubClient(Settings with { Patience = TimeSpan.FromMilliseconds(500) });
        (Line.SilentAfter, Line.Delay) = (50_000, TimeSpan.FromSeconds(1));

        Assert.Equal(Contents[Large], File.ReadAllBytes(await hasty.DownloadAsync(Model, Large, cancel: Cancel)));
        Assert.StartsWith("bytes=", Line.Requests[^1].Header("Range"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cancels_gets_no_second_attempt()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Line.Instead = _ =>
        {
            cancel.Cancel();
            return FaultyHub.Reply(503);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client.SnapshotAsync(Model, cancel: cancel.Token));
        Assert.Single(Line.Requests);
    }

    [Fact]
    public async Task A_file_that_another_host_stores_is_fetched_there_and_checked_all_the_same()
    {
        await using var store = new FaultyHub { Instead = _ => null };
        byte[] content = Contents["config.json"];
        store.Instead = _ => FaultyHub.Reply(200, Encoding.UTF8.GetString(content));
        string sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        Line.Instead = asked => asked.IsFile ? FaultyHub.Reply(302, "", $"Location: {store.Address}stored?signature=secret",
            $"X-Repo-Commit: {Commit}", $"X-Linked-Etag: \"{sha}\"", $"X-Linked-Size: {content.Length}") : null;

        string file = await Client.DownloadAsync(Model, "config.json", cancel: Cancel);

        Assert.Equal(content, File.ReadAllBytes(file));
        Assert.Equal("/stored?signature=secret", Assert.Single(store.Requests).Target);
        store.Instead = _ => FaultyHub.Reply(410);
        File.Delete(file);
        File.Delete(Path.Combine(ModelFolder, "blobs", sha));
        var error = await Assert.ThrowsAsync<HubUnreachableException>(() => Client.DownloadAsync(Model, "config.json", cancel: Cancel));
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_that_moved_is_found()
    {
        Line.Instead = asked => asked.Target.Contains("old", StringComparison.Ordinal)
            ? FaultyHub.Reply(307, "", $"Location: {asked.Target.Replace("old", "digits", StringComparison.Ordinal)}") : null;

        string snapshot = await Client.SnapshotAsync(RepoId.Model("ada/old"), cancel: Cancel);

        Assert.Equal(Contents["config.json"], File.ReadAllBytes(Path.Combine(snapshot, "config.json")));
        Assert.Equal("models--ada--old", Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(snapshot))));
    }

    [Theory]
    [InlineData("Location: /again")]
    [InlineData("Location: file:///etc/passwd")]
    [InlineData("Location: ftp://127.0.0.1/file")]
    [InlineData("X-Nothing: 1")]
    public async Task A_redirect_without_end_or_to_no_web_address_is_refused(string header)
    {
        Line.Instead = asked => asked.Method == "GET" ? FaultyHub.Reply(302, "", header) : null;
        var error = await Assert.ThrowsAsync<HubUnreachableException>(() => Client.DownloadAsync(Model, Large, cancel: Cancel));

        Assert.Contains("redirects", error.Message, StringComparison.Ordinal);
        Assert.InRange(Line.Requests.Count, 2, 12);
        Assert.Empty(Cached);
    }

    public static TheoryData<string, string> Nonsense => new()
    {
        { "text/html", "<html>Please log in to this network</html>" },
        { "application/json", "" },
        { "application/json", "null" },
        { "application/json", "[" },
        { "application/json", "\"text\"" },
        { "application/json", "{\"sha\": 7}" },
        { "application/json", "{\"sha\": null}" },
        { "application/json", "{\"sha\": \"../../../etc\"}" },
        { "application/json", "{\"sha\": \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}" },
        { "application/json", new string('[', 100_000) },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task An_answer_that_is_none_of_a_hub_gives_one_clear_line(string type, string body)
    {
        Line.Instead = _ => FaultyHub.Reply(200, body, $"Content-Type: {type}");
        var error = await Assert.ThrowsAsync<HubFileException>(() => Client.SnapshotAsync(Model, cancel: Cancel));

        Assert.DoesNotContain('\n', error.Message);
        Assert.Single(Line.Requests);
        await Assert.ThrowsAsync<HubFileException>(() => Client.DownloadAsync(Model, "config.json", cancel: Cancel));
        Assert.Empty(Cached);
    }

    public static TheoryData<string> BadPaths =>
    [
        "../../x", "..", "a/../../x", "/etc/x", "C:\\\\x", "C:/x", "a\\\\..\\\\..\\\\x", "\\\\\\\\host\\\\x", "a\\u0000b", "a\\nb", "", "a//b", "./a", "a/.", "nul", "con.txt",
        "x/aux", "a.", "a ", ".git/config", "a:b",
    ];

    [Theory]
    [MemberData(nameof(BadPaths))]
    public async Task A_list_of_files_that_leads_out_of_the_cache_is_refused(string path)
    {
        string folder = Path.GetDirectoryName(CacheFolder)!;
        string[] before = FilesOf(folder);
        Line.Instead = asked => asked.Target.Contains("/tree/", StringComparison.Ordinal)
            ? FaultyHub.Json($$"""[{"type": "file", "path": "{{path}}", "oid": "{{new string('a', 40)}}", "size": 1}]""") : null;
        var error = await Assert.ThrowsAsync<HubFileException>(() => Client.SnapshotAsync(Model, cancel: Cancel));

        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(["cache/models--ada--digits/refs/main"], FilesOf(folder).Except(before));
        Assert.Equal(0, FilesAsked);
    }

    [Theory]
    [InlineData("\"oid\": \"../../../../x\", \"size\": 1")]
    [InlineData("\"oid\": \"0123\", \"size\": 1")]
    [InlineData("\"oid\": null, \"size\": 1")]
    [InlineData("\"oid\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"size\": -1")]
    [InlineData("\"oid\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"size\": 1e30")]
    [InlineData("\"oid\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"size\": 1, \"lfs\": {}")]
    [InlineData("\"oid\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"size\": 1, \"lfs\": {\"oid\": \"..\", \"size\": 1}")]
    public async Task A_list_of_files_with_other_hashes_or_sizes_is_refused(string entry)
    {
        Line.Instead = asked => asked.Target.Contains("/tree/", StringComparison.Ordinal)
            ? FaultyHub.Json($$"""[{"type": "file", "path": "a.txt", {{entry}}}]""") : null;

        await Assert.ThrowsAsync<HubFileException>(() => Client.SnapshotAsync(Model, cancel: Cancel));
        Assert.Equal(0, FilesAsked);
    }

    [Theory]
    [InlineData("X-Repo-Commit: ../../x", "ETag: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"")]
    [InlineData("X-Repo-Commit: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ETag: \"../../../x\"")]
    [InlineData("X-Repo-Commit: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "X-Nothing: 1")]
    [InlineData("X-Nothing: 1", "ETag: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"")]
    public async Task Headers_that_lead_out_of_the_cache_are_refused(string one, string other)
    {
        Line.Instead = asked => FaultyHub.Reply(200, "", one, other);

        await Assert.ThrowsAsync<HubFileException>(() => Client.DownloadAsync(Model, "config.json", cancel: Cancel));
        Assert.Empty(FilesOf(CacheFolder));
    }

    [Fact]
    public async Task A_commit_that_is_asked_for_is_not_exchanged_for_another()
    {
        string another = new('b', 40);
        Line.Change = (_, answer) =>
            Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(answer).Replace(Commit, another, StringComparison.Ordinal));

        await Assert.ThrowsAsync<HubFileException>(() => Client.DownloadAsync(Model, "config.json", Commit, cancel: Cancel));
    }

    [Fact]
    public async Task A_list_in_pages_is_read_to_its_end_but_not_elsewhere_and_not_for_ever()
    {
        string Entry(int i) => $$"""[{"type": "file", "path": "{{i}}.txt", "oid": "{{new string('a', 40)}}", "size": 1}, {"type": "directory", "path": "d", "oid": "", "size": 0}]""";
        Line.Instead = asked => !asked.Target.Contains("/tree/", StringComparison.Ordinal) ? null
            : asked.Target.EndsWith("page=2", StringComparison.Ordinal) ? FaultyHub.Json(Entry(2))
            : FaultyHub.Json(Entry(1), $"Link: <{Line.Address}api/models/ada/digits/tree/main?page=2>; rel=\"next\"");
        Assert.Equal(["1.txt", "2.txt"], (await Client.FilesAsync(Model, cancel: Cancel)).Select(file => file.Path));

        Hub[Model].Commit("More", [HubChange.Text("more.txt", "more")]);
        Line.Instead = asked => asked.Target.Contains("/tree/", StringComparison.Ordinal)
            ? FaultyHub.Json(Entry(1), "Link: <http://127.0.0.1:1/elsewhere>; rel=\"next\"") : null;
        await Assert.ThrowsAsync<HubFileException>(() => Client.FilesAsync(Model, cancel: Cancel));

        Line.Requests.Clear();
        Line.Instead = asked => asked.Target.Contains("/tree/", StringComparison.Ordinal)
            ? FaultyHub.Json(Entry(1), string.Create(CultureInfo.InvariantCulture, $"Link: </api/models/ada/digits/tree/{Line.Requests.Count}>; rel=\"next\"")) : null;
        var error = await Assert.ThrowsAsync<HubFileException>(() => Client.FilesAsync(Model, cancel: Cancel));
        Assert.Contains("has no end", error.Message, StringComparison.Ordinal);
    }
}
