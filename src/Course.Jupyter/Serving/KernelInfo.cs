using System.Text.Json.Nodes;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Serving;

/// <summary>The kernel's description of itself.</summary>
internal static class KernelInfo
{
    private static readonly string release = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);

    /// <summary>The content of a <c>kernel_info_reply</c>.</summary>
    public static JsonObject Content() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = KernelProtocol.Version,
        ["implementation"] = "course",
        ["implementation_version"] = release,
        // VS Code maps this name to its own C#.
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = $"The history of deep learning, in C#: kernel {release} on .NET {Environment.Version}",
        ["debugger"] = false,
        ["help_links"] = new JsonArray(new JsonObject { ["text"] = "C#", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" }),
    };
}
