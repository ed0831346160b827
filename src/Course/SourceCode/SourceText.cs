using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>A piece of C# to be read in a notebook, highlighted by the notebook's own means.</summary>
/// <param name="Code">The text, its lines ended by \n.</param>
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
