using System.Text.Json;
using Course.Hub;
using Course.Hub.Http;
using Course.Hub.Repositories;

namespace Course.Tests.Hub.Http;

/// <summary>The token goes to the Hub and nowhere else, and the environment is read as huggingface_hub reads it.</summary>
public sealed class TokenTests : HubFixture
{
    private const string Secret = "hf_abcdefghijklmnopqrstuvwxyz";

    [Fact]
    public async Task It_goes_to_the_hub_with_every_request_and_to_no_other_host()
    {
        byte[] content = Contents["config.json"];
        string sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        await using var store = new FaultyHub { Instead = _ => FaultyHub.Reply(200, System.Text.Encoding.UTF8.GetString(content)) };
        Line.Instead = asked => asked.Target switch
        {
            var target when !asked.IsFile => null,
            var target when !target.StartsWith("/moved", StringComparison.Ordinal) => FaultyHub.Reply(307, "", $"Location: /moved{target}"),
            _ => FaultyHub.Reply(302, "", $"Location: {store.Address}stored", $"X-Repo-Commit: {Commit}", $"X-Linked-Etag: \"{sha}\"",
                $"X-Linked-Size: {content.Length}"),
        };
        using var client = new HubClient(Settings with { Token = new AccessToken($" {Secret}\n") });

        await client.CommitAsync(Model, cancel: Cancel);
        await client.DownloadAsync(Model, "config.json", cancel: Cancel);

        Assert.Equal(5, Line.Requests.Count);
        Assert.All(Line.Requests, asked => Assert.Equal($"Bearer {Secret}", asked.Header("Authorization")));
        Assert.Null(Assert.Single(store.Requests).Header("Authorization"));
        Assert.DoesNotContain(store.Requests, asked => asked.Head.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_not_sent_to_the_hubs_machine_at_another_port_or_by_another_name()
    {
        await using var other = new FaultyHub { Instead = _ => FaultyHub.Reply(404) };
        foreach (string place in (string[])[$"{other.Address}x", $"http://localhost:{other.Address.Port}/x", $"http://127.0.0.1:{other.Address.Port}/x"])
        {
            Line.Instead = asked => asked.Method == "GET" && asked.IsFile ? FaultyHub.Reply(302, "", $"Location: {place}") : null;
            using var client = new HubClient(Settings with { Token = new AccessToken(Secret) });
            await Assert.ThrowsAnyAsync<HubException>(() => client.DownloadAsync(Model, "config.json", cancel: Cancel));
        }

        Assert.NotEmpty(other.Requests);
        Assert.All(other.Requests, asked => Assert.Null(asked.Header("Authorization")));
    }

    [Fact]
    public async Task No_text_shows_it()
    {
        HubSettings settings = Settings with { Token = new AccessToken(Secret) };
        using var client = new HubClient(settings);
        Line.Instead = _ => FaultyHub.Reply(403);
        Exception refused = await Assert.ThrowsAsync<HubAccessException>(() => client.SnapshotAsync(Model, cancel: Cancel));
        Line.Instead = _ => FaultyHub.Reply(503);
        Exception overloaded = await Assert.ThrowsAsync<HubUnreachableException>(() => client.SnapshotAsync(Model, cancel: Cancel));
        Exception broken = Assert.Throws<ArgumentException>(() => new AccessToken(Secret + "\nX-Injected: 1"));

        string[] texts =
        [
            settings.ToString(), settings.Token.ToString()!, JsonSerializer.Serialize(settings.Token), $"{client}", refused.ToString(),
            overloaded.ToString(), broken.ToString(),
        ];
        Assert.All(texts, text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_environment_says_where_and_who()
    {
        HubSettings plain = From();
        Assert.Equal("https://huggingface.co/", plain.Endpoint.AbsoluteUri);
        Assert.EndsWith(Path.Combine(".cache", "huggingface", "hub"), plain.CacheFolder, StringComparison.Ordinal);
        Assert.Null(plain.Token);
        Assert.False(plain.Offline);
        Assert.True(plain.Links);

        HubSettings set = From("HF_ENDPOINT=http://127.0.0.1:80/hub", "HF_HOME=/home", $"HF_TOKEN={Secret}", "HF_HUB_OFFLINE=true",
            "HF_HUB_DISABLE_SYMLINKS=1");
        Assert.Equal("http://127.0.0.1/hub", set.Endpoint.AbsoluteUri);
        Assert.Equal(Path.Combine("/home", "hub"), set.CacheFolder);
        Assert.NotNull(set.Token);
        Assert.True(set.Offline);
        Assert.False(set.Links);

        Assert.Equal("/cache", From("HF_HUB_CACHE=/cache", "HF_HOME=/home").CacheFolder);
        Assert.Equal(Path.Combine("/xdg", "huggingface", "hub"), From("XDG_CACHE_HOME=/xdg").CacheFolder);
        Assert.Null(From("HF_TOKEN=  ").Token);
    }

    [Theory]
    [InlineData("HF_ENDPOINT=huggingface.co")]
    [InlineData("HF_ENDPOINT=ftp://huggingface.co")]
    [InlineData("HF_ENDPOINT=https://ada:hf_abcdefghijklmnopqrstuvwxyz@huggingface.co")]
    [InlineData("HF_TOKEN=hf_abcdefghijklmnopqrstuvwxyz with a space")]
    public void What_the_environment_cannot_mean_is_refused_by_the_variables_name_and_not_repeated(string variable)
    {
        var error = Assert.Throws<ArgumentException>(() => From(variable));

        Assert.StartsWith(variable.Split('=')[0], error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_below_a_path_is_asked_there()
    {
        Line.Instead = asked => FaultyHub.Json($"{{\"sha\": \"{Commit}\"}}");
        using var client = new HubClient(Settings with { Endpoint = new Uri(Line.Address, "mirror/hub/") });

        await client.CommitAsync(RepoId.Dataset("ada/words"), "refs/pr/1", Cancel);

        Assert.Equal("/mirror/hub/api/datasets/ada/words/revision/refs%2Fpr%2F1", Line.Requests[0].Target);
        Assert.Equal(Commit, File.ReadAllText(Path.Combine(CacheFolder, "datasets--ada--words", "refs", "refs", "pr", "1")));
    }

    private static HubSettings From(params string[] variables)
    {
        var all = variables.Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return HubSettings.From(all.GetValueOrDefault);
    }
}
