using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>A piece of C# to be read in a notebook, highlighted by the notebook's own means.</summary>
/// <param name="Code">The text.</param>
public sealed record SourceText(string Code)
{
    static SourceText()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(SourceText), "text/markdown", "text/plain");
        Formatter.Register<SourceText>(source => $"```csharp\n{source.Code}\n```", "text/markdown");
        Formatter.Register<SourceText>(source => source.Code, "text/plain");
    }
}
