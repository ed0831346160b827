using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>A piece of C# for display in a notebook, with the notebook's own highlighting.</summary>
/// <param name="Code">The text, with lines ended by \n.</param>
[TypeFormatterSource(typeof(MimeFormatter<SourceText>), PreferredMimeTypes = [Mime.Markdown, Mime.Plain])]
public sealed record SourceText(string Code) : IMimeRenderable
{
    string? IMimeRenderable.Face(string mimeType) => mimeType switch
    {
        Mime.Markdown => $"```csharp\n{Code}\n```",
        Mime.Plain => Code,
        _ => null,
    };
}
