using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Kernel.References;

/// <summary>
/// What every cell may use without <c>#r</c>: .NET itself and the formatting library, in the versions that this process runs on. Read once
/// for all kernels.
/// </summary>
internal static class FrameworkReferences
{
    private static readonly string[] formatting =
    [
        "Course.Notebooks", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.AspNetCore.Html.Abstractions",
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, MetadataReference>> read = new(ReadAll);

    /// <summary>The references by assembly name.</summary>
    internal static IReadOnlyDictionary<string, MetadataReference> ByName => read.Value;

    private static Dictionary<string, MetadataReference> ReadAll()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var platform = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var references = new Dictionary<string, MetadataReference>(StringComparer.OrdinalIgnoreCase);
        foreach (string path in platform)
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (Path.GetDirectoryName(path) == framework || formatting.Contains(name))
                references.TryAdd(name, MetadataReference.CreateFromFile(path, documentation: new PlatformDocumentation(path)));
        }
        return references;
    }
}
