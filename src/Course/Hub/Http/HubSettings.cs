namespace Course.Hub.Http;

/// <summary>Where the Hub is, where its files are kept, and how patient a <see cref="HubClient"/> is.</summary>
public sealed record HubSettings
{
    private readonly Uri endpoint = new("https://huggingface.co");

    /// <summary>The Hub's address: https, or http on this machine or for a mirror.</summary>
    /// <exception cref="ArgumentException">It is another kind of address, or holds a password.</exception>
    public Uri Endpoint
    {
        get => endpoint;
        init => endpoint = value is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" } ? value
            : throw new ArgumentException("The Hub's address begins with https:// or http:// and has no password and no question mark.");
    }

    /// <summary>The folder of the cache.</summary>
    public string CacheFolder { get; init; } = DefaultFolder(_ => null);

    /// <summary>Who asks; null for nobody in particular. It is sent to <see cref="Endpoint"/> and to no other host.</summary>
    public AccessToken? Token { get; init; }

    /// <summary>Whether to ask nobody and take all from the cache.</summary>
    public bool Offline { get; init; }

    /// <summary>Whether a snapshot is made of links to the blobs; otherwise, and where links are impossible, it is made of files.</summary>
    public bool Links { get; init; } = true;

    /// <summary>How often a request is made before it is given up.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>How long to wait for an answer, and then for each next part of it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The clock that waits between two attempts.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// The settings that huggingface_hub would take from the environment
    /// (https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables): <c>HF_ENDPOINT</c>, <c>HF_HUB_CACHE</c>,
    /// <c>HF_HOME</c>, <c>HF_TOKEN</c>, <c>HF_HUB_OFFLINE</c>, <c>HF_HUB_DISABLE_SYMLINKS</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The address or the token cannot be one; the message names the variable.</exception>
    public static HubSettings FromEnvironment() => From(Environment.GetEnvironmentVariable);

    /// <summary>The settings of given variables.</summary>
    internal static HubSettings From(Func<string, string?> environment)
    {
        var settings = new HubSettings
        {
            CacheFolder = DefaultFolder(environment),
            Offline = IsYes(environment("HF_HUB_OFFLINE")),
            Links = !IsYes(environment("HF_HUB_DISABLE_SYMLINKS")),
        };
        if (environment("HF_ENDPOINT") is { Length: > 0 } address)
        {
            settings = Uri.TryCreate(address, UriKind.Absolute, out Uri? endpoint) ? Named("HF_ENDPOINT", () => settings with { Endpoint = endpoint })
                : throw new ArgumentException("HF_ENDPOINT is no address.");
        }

        if (environment("HF_TOKEN") is { } token && !string.IsNullOrWhiteSpace(token))
            settings = Named("HF_TOKEN", () => settings with { Token = new AccessToken(token) });
        return settings;
    }

    private static HubSettings Named(string variable, Func<HubSettings> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException($"{variable}: {error.Message}");
        }
    }

    private static string DefaultFolder(Func<string, string?> environment)
    {
        if (environment("HF_HUB_CACHE") is { Length: > 0 } cache) return cache;
        if (environment("HF_HOME") is { Length: > 0 } home) return Path.Combine(home, "hub");
        string user = environment("XDG_CACHE_HOME") is { Length: > 0 } caches
            ? caches : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(user, "huggingface", "hub");
    }

    private static bool IsYes(string? value) => value?.ToUpperInvariant() is "1" or "ON" or "YES" or "TRUE";
}
