using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Course.Generation.Charts;

/// <summary>
/// Texts cut into tokens: each token has a box in one of four colours, and on request its number below it. Blanks show as ␣, ends of lines
/// as ⏎; a token of half a character shows its bytes. Defined in lesson 14.
/// </summary>
public sealed class TokenPicture : IHtmlContent
{
    // Okabe and Ito's colours, faint enough for black and for white letters.
    private static readonly string[] colours = ["#0072B255", "#E69F0055", "#009E7355", "#CC79A755"];
    private readonly (string Title, (string Text, int Number)[] Tokens)[] texts;
    private readonly bool numbers;

    /// <summary>Cuts texts.</summary>
    /// <param name="encoding">What knows the tokens.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="numbers">Whether to show the tokens' numbers.</param>
    public TokenPicture(BytePairEncoding encoding, IEnumerable<string> texts, bool numbers = false)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        ArgumentNullException.ThrowIfNull(texts);
        this.numbers = numbers;
        this.texts = [.. texts.Select(text =>
        {
            int[] tokens = encoding.Encode(text);
            string title = string.Create(CultureInfo.InvariantCulture,
                $"{new StringInfo(text).LengthInTextElements} characters, {tokens.Length} tokens");
            return (title, tokens.Select(token => (Shown(encoding, token), token)).ToArray());
        })];
    }

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        foreach ((string title, (string Text, int Number)[] tokens) in texts)
        {
            writer.Write("<figure style=\"margin:0 0 12px 0\"><div style=\"display:flex;flex-wrap:wrap;gap:2px;font-family:monospace;font-size:15px\">");
            foreach ((int place, (string text, int number)) in tokens.Index())
            {
                writer.Write($"<span style=\"background:{colours[place % colours.Length]};border-radius:3px;padding:1px 2px;text-align:center\">");
                writer.Write(encoder.Encode(text));
                if (numbers)
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"<br><small style=\"opacity:0.85;font-size:11px\">{number}</small>"));
                writer.Write("</span>");
            }
            writer.Write($"</div><figcaption style=\"font-size:12px;margin-top:2px\">{encoder.Encode(title)}</figcaption></figure>");
        }
    }

    /// <summary>The tokens in plain text, with a stroke between two.</summary>
    public override string ToString() =>
        string.Join("\n", texts.Select(text => $"{string.Join('|', text.Tokens.Select(token => token.Text))}   ({text.Title})"));

    private static string Shown(BytePairEncoding encoding, int token)
    {
        string text = encoding[token];
        return text.Contains('\uFFFD', StringComparison.Ordinal)
            ? string.Join(' ', encoding.BytesOf(token).ToArray().Select(value => value.ToString("X2", CultureInfo.InvariantCulture)))
            : text.Replace(' ', '␣').Replace("\n", "⏎", StringComparison.Ordinal);
    }
}
