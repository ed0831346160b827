using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Html;

/// <summary>A cell's outputs as HTML: for each, the richest representation that a page can show.</summary>
/// <param name="prose">Renders Markdown outputs.</param>
/// <param name="shared">Takes out what the pages of a site share.</param>
internal sealed partial class OutputHtml(Prose prose, SharedScripts shared)
{
    private static readonly JsonSerializerOptions readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The outputs of one cell in their frame; empty if there is nothing to see or run.</summary>
    internal string ToHtml(IEnumerable<CellOutput> outputs)
    {
        string[] parts = [.. Joined(outputs).Select(ToHtml).Where(part => part.Length > 0)];
        if (parts.Length == 0) return "";
        bool silent = parts.All(part => part.StartsWith(Silent, StringComparison.Ordinal));
        return $"<div class=\"outputs{(silent ? " silent" : "")}\">\n{string.Join('\n', parts)}\n</div>";
    }

    private const string Silent = "<div class=\"script\">";

    private string ToHtml(CellOutput output) => output switch
    {
        StreamOutput stream => Stream(stream),
        DisplayOutput display => Bundle(display.Data),
        ResultOutput result => Bundle(result.Data),
        ErrorOutput error => Error(error),
        _ => "",
    };

    // Output arrives in pieces, as it was written; a line on the page must not break where a piece ended.
    private static IEnumerable<CellOutput> Joined(IEnumerable<CellOutput> outputs)
    {
        StreamOutput? open = null;
        foreach (CellOutput output in outputs)
        {
            if (output is StreamOutput piece && open?.Name == piece.Name)
            {
                open = new StreamOutput(open.Name, open.Text + piece.Text);
                continue;
            }

            if (open is not null) yield return open;
            open = output as StreamOutput;
            if (open is null) yield return output;
        }

        if (open is not null) yield return open;
    }

    private static string Stream(StreamOutput stream)
    {
        string text = ConsoleText.Plain(stream.Text).TrimEnd('\n');
        string kind = stream.Name == "stderr" ? "stderr" : "stdout";
        return text.Length == 0 ? "" : $"<div class=\"output {kind}\"><pre>{Escape(text)}</pre></div>";
    }

    private static string Error(ErrorOutput error)
    {
        string head = error.Name.Length > 0 ? error.Name : "Error";
        string body = error.Traceback.Count > 0 ? string.Join('\n', error.Traceback) : error.Value;
        return $"<div class=\"output error\" role=\"alert\"><p>{Escape(ConsoleText.Plain(head))}</p>"
            + $"<pre>{Escape(ConsoleText.Plain(body))}</pre></div>";
    }

    private string Bundle(MimeBundle data)
    {
        if (data.Text("text/html") is { } html) return Html(shared.Without(html));
        if (data.Text("text/markdown") is { } markdown)
            return $"<div class=\"output markdown\">{prose.ToHtml(markdown, listed: false)}</div>";
        if (data.Text("image/svg+xml") is { } svg) return $"<div class=\"output image\">{ClosedHtml.Of(XmlHead().Replace(svg, ""))}</div>";
        if (data.Text("text/latex") is { } tex) return $"<div class=\"output\">{prose.Formula(tex)}</div>";
        foreach (string type in (string[])["image/png", "image/jpeg", "image/gif", "image/webp"])
        {
            if (data.Text(type) is { } picture)
            {
                string alt = Escape(data.Text("text/plain") ?? "");
                string bytes = NotBase64().Replace(picture, "");
                return $"<div class=\"output image\"><img alt=\"{alt}\" src=\"data:{type};base64,{bytes}\"></div>";
            }
        }

        if (data.Text("application/javascript") is { } script)
            return $"{Silent}<script>{EndTag().Replace(script, "<\\/$1")}</script></div>";
        string? text = data.Text("text/plain") ?? data.Contents.Values.Select(Readable).FirstOrDefault();
        return text is null ? "" : $"<div class=\"output\"><pre>{Escape(ConsoleText.Plain(text))}</pre></div>";
    }

    private string Html(string html) =>
        OneScript().IsMatch(html) ? $"{Silent}{html}</div>" : $"<div class=\"output html\">{prose.Contain(html)}</div>";

    private static string Readable(JsonNode? content) =>
        content is JsonValue value && value.TryGetValue(out string? text) ? text : content?.ToJsonString(readable) ?? "null";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex(@"\A\s*(<\?xml.*?\?>\s*)?(<!DOCTYPE[^>\[]*(\[[^\]]*\])?[^>]*>)?", RegexOptions.Singleline)]
    private static partial Regex XmlHead();

    [GeneratedRegex("[^A-Za-z0-9+/=]")]
    private static partial Regex NotBase64();

    [GeneratedRegex(@"</(script)", RegexOptions.IgnoreCase)]
    private static partial Regex EndTag();

    // Only a script: it works without being visible, and takes no space.
    [GeneratedRegex(@"\A\s*<script\b(?:(?!</script).)*</script\s*>\s*\z", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex OneScript();
}
