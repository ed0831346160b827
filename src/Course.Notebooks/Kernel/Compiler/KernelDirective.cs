namespace Course.Notebooks.Kernel.Compiler;

/// <summary>A directive, with which a cell addresses the kernel itself.</summary>
/// <param name="Name">Its first word, for example <c>#!time</c>.</param>
/// <param name="Description">What it does, in one sentence.</param>
internal sealed record KernelDirective(string Name, string Description)
{
    /// <summary>The magics that this kernel knows, in alphabetical order.</summary>
    internal static IReadOnlyList<KernelDirective> Magics { get; } =
    [
        new("#!csharp", "What follows is C#, as everything is that nothing else is said of."),
        new("#!html", "What follows is HTML to show."),
        new("#!import", "Runs the cells of another file (.ipynb, .dib, .csx or .cs) as if they stood here."),
        new("#!markdown", "What follows is Markdown to show."),
        new("#!mermaid", "What follows is a Mermaid diagram, shown as a block of Markdown."),
        new("#!time", "Shows how long the cell took."),
        new("#!who", "Lists the variables that cells have declared."),
        new("#!whos", "Lists the variables that cells have declared, with their types and values."),
    ];

    /// <summary><c>#r</c>, which names a library or a package.</summary>
    internal static KernelDirective Reference { get; } =
        new("#r", "Makes a library available: #r \"path/to/Library.dll\", or a package: #r \"nuget: Name, Version\".");
}

/// <summary>A line addressed to the kernel cannot be executed.</summary>
internal sealed class DirectiveException(string message, int line) : Exception(message)
{
    /// <summary>The line of the cell, from 1.</summary>
    internal int Line { get; } = line;
}
