using System.Net.Http.Headers;

namespace Course.Hub.Http;

/// <summary>
/// What tells the Hub who asks (https://huggingface.co/docs/hub/security-tokens). Nothing shows it: no text, no property, no error.
/// </summary>
public sealed class AccessToken
{
    private readonly string secret;

    /// <summary>Takes a token.</summary>
    /// <param name="secret">The token, for example <c>hf_...</c>; spaces around it are left out.</param>
    /// <exception cref="ArgumentException">It is empty or has letters that no token has.</exception>
    public AccessToken(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        this.secret = secret.Trim();
        // Checked here, since .NET's own error for a header would print it.
        if (this.secret.Length == 0 || this.secret.Any(letter => letter is <= ' ' or > '~'))
            throw new ArgumentException("The access token is empty, or has a letter that no token has.");
    }

    /// <summary>The header that carries it.</summary>
    internal AuthenticationHeaderValue Header() => new("Bearer", secret);

    /// <summary>Says that there is a token, and nothing of it.</summary>
    public override string ToString() => "an access token (not shown)";
}
