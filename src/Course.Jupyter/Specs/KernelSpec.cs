using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Jupyter.Specs;

/// <summary>A kernelspec, which tells a front end how to start a kernel.</summary>
/// <param name="Name">The name by which notebooks ask for it.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="DisplayName">The name shown to users.</param>
/// <param name="Arguments">The program and its arguments; <c>{connection_file}</c> stands for the file's path.</param>
/// <param name="Variables">Additional environment variables.</param>
/// <param name="Checkout">The checkout of this course that it belongs to; null if it is not this course's.</param>
public sealed record KernelSpec(
    string Name, string Folder, string DisplayName, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Variables,
    string? Checkout)
{
    /// <summary>The file name that every kernelspec has.</summary>
    internal const string FileName = "kernel.json";

    /// <summary>The placeholder in the arguments for the connection file's path.</summary>
    internal const string ConnectionFilePlaceholder = "{connection_file}";

    private const string Mark = "course";
    private const string MarkedCheckout = "checkout";

    /// <summary>The owner, in words.</summary>
    public string Owner => Checkout is not null ? $"this course, in {Checkout}"
        : Arguments.Any(argument => argument.Contains("interactive", StringComparison.OrdinalIgnoreCase)) ? ".NET Interactive"
        : Arguments.Count > 0 ? Path.GetFileName(Arguments[0])
        : "unknown";

    /// <summary>The kernelspecs that Jupyter finds, in its order.</summary>
    /// <param name="folders">The folders in which it looks.</param>
    /// <returns>The kernelspecs; of two with the same name the second is left out, as in Jupyter.</returns>
    public static IReadOnlyList<KernelSpec> FindAll(JupyterFolders folders) =>
    [
        .. folders.All.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            .Select(TryRead)
            .OfType<KernelSpec>()
            .DistinctBy(spec => spec.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Reads a kernelspec; null if there is none, or it cannot be read.</summary>
    internal static KernelSpec? TryRead(string folder)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(Path.Combine(folder, FileName))) is not JsonObject content)
                return null;
            return new KernelSpec(
                Path.GetFileName(folder),
                folder,
                content["display_name"]?.GetValue<string>() ?? "",
                [.. (content["argv"] as JsonArray ?? []).Select(argument => argument?.GetValue<string>() ?? "")],
                (content["env"] as JsonObject ?? []).ToDictionary(variable => variable.Key, variable => variable.Value?.GetValue<string>()
                    ?? ""),
                content["metadata"]?[Mark]?[MarkedCheckout]?.GetValue<string>());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException
            or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Writes it completely or not at all.</summary>
    internal void Write()
    {
        var content = new JsonObject
        {
            ["argv"] = new JsonArray([.. Arguments.Select(argument => (JsonNode)argument)]),
            ["display_name"] = DisplayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = new JsonObject(Variables.Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value))),
            ["metadata"] = new JsonObject { ["debugger"] = false, [Mark] = new JsonObject { [MarkedCheckout] = Checkout } },
        };
        Directory.CreateDirectory(Folder);
        string file = Path.Combine(Folder, FileName);
        string whole = $"{file}.{Environment.ProcessId}";
        File.WriteAllText(whole,
            content.ToJsonString(new JsonSerializerOptions
            {
                WriteIndented = true,
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
            }) + "\n");
        File.Move(whole, file, overwrite: true);
    }
}
