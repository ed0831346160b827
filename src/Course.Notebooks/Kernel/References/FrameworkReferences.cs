using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Kernel.References;

/// <summary>
/// .NET itself, in the version that this process runs on. Read once for all kernels.
/// </summary>
/// <remarks>
/// Nearly half of .NET's libraries are facades: they declare no type and only say where types are. Code compiles without them, and the
/// compiler's time for a small cell grows with the number of references. Only libraries that were compiled against a facade need it.
/// </remarks>
internal static class FrameworkReferences
{
    private static readonly Lazy<(IReadOnlyDictionary<string, string> Declaring, IReadOnlyDictionary<string, string> Facades)> all =
        new(FindAll);

    /// <summary>The files of the libraries that declare types, by assembly name.</summary>
    internal static IReadOnlyDictionary<string, string> Declaring => all.Value.Declaring;

    /// <summary>The files of the facades, by assembly name.</summary>
    internal static IReadOnlyDictionary<string, string> Facades => all.Value.Facades;

    /// <summary>Whether this is the name of a part of .NET.</summary>
    internal static bool Has(string name) => Declaring.ContainsKey(name) || Facades.ContainsKey(name);

    /// <summary>Reads a library that comes with the kernel; its documentation is the platform's own.</summary>
    internal static PortableExecutableReference Read(string path) =>
        MetadataReference.CreateFromFile(path, documentation: new PlatformDocumentation(path));

    private static (IReadOnlyDictionary<string, string> Declaring, IReadOnlyDictionary<string, string> Facades) FindAll()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        ILookup<bool, string> declare = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Distinct()
            .ToLookup(DeclaresTypes);
        return (ByName(declare[true]), ByName(declare[false]));
    }

    private static Dictionary<string, string> ByName(IEnumerable<string> paths) =>
        paths.ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);

    private static bool DeclaresTypes(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        return metadata.TypeDefinitions
            .Any(type => (metadata.GetTypeDefinition(type).Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public);
    }
}
