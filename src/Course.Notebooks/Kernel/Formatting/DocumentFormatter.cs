using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Notebooks.Kernel.Formatting;

/// <summary>
/// Shows JSON and XML as their text. The formatting library would show the nodes as objects, each with its parent and its root.
/// </summary>
internal static class DocumentFormatter
{
    private const int MostLines = 200;
    private const int MostCharacters = 50_000;

    private static readonly JsonSerializerOptions indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static void Register()
    {
        Register<JsonNode>(node => node.ToJsonString(indented));
        Register<JsonElement>(element => JsonSerializer.Serialize(element, indented));
        Register<JsonDocument>(document => JsonSerializer.Serialize(document.RootElement, indented));
        Register<XNode>(node => node.ToString());
        Register<XmlNode>(node =>
            node is XmlDocument { DocumentElement: { } root } ? XElement.Parse(root.OuterXml).ToString() : node.OuterXml);
    }

    private static void Register<T>(Func<T, string> text)
    {
        Formatter.Register<T>((value, writer) => writer.Write(Bounded(text(value))), PlainTextFormatter.MimeType);
        Formatter.Register<T>(
            (value, writer) => writer.Write($"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(Bounded(text(value)))}</pre></div>"),
            HtmlFormatter.MimeType);
    }

    private static string Bounded(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        string shown = lines.Length <= MostLines ? text : string.Create(CultureInfo.InvariantCulture,
            $"{string.Join('\n', lines.Take(MostLines))}\n... ({lines.Length - MostLines} more lines)");
        return shown.Length <= MostCharacters ? shown : string.Create(CultureInfo.InvariantCulture,
            $"{shown[..WholeCharacters.Fitting(shown, MostCharacters)]}\n... ({text.Length:N0} characters in all)");
    }
}
