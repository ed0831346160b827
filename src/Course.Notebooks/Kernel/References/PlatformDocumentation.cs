using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Kernel.References;

/// <summary>
/// The documentation of a part of .NET, read on first use. The runtime ships none, but the SDK's reference pack does, under the names of
/// the reference assemblies. For example, types that the runtime keeps in System.Private.CoreLib are described in System.Runtime.xml,
/// System.Collections.xml and others. Without the pack there is no documentation.
/// </summary>
internal sealed class PlatformDocumentation : DocumentationProvider
{
    // Where the types of the runtime's core library are described, the most likely first.
    private static readonly string[] core =
    [
        "System.Runtime", "System.Collections", "System.Threading", "System.Memory", "System.Runtime.InteropServices",
    ];

    private static readonly Lazy<string?> pack = new(FindPack);
    private static readonly ConcurrentDictionary<string, DocumentationFile> files = [];

    private readonly string assembly;

    internal PlatformDocumentation(string assembly) => this.assembly = assembly;

    /// <inheritdoc/>
    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture,
        CancellationToken cancellationToken = default) =>
        Candidates().Select(path => files.GetOrAdd(path, static file => new DocumentationFile(file)).Find(documentationMemberID))
            .FirstOrDefault(text => !string.IsNullOrEmpty(text));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PlatformDocumentation other && other.assembly == assembly;

    /// <inheritdoc/>
    public override int GetHashCode() => assembly.GetHashCode(StringComparison.Ordinal);

    private IEnumerable<string> Candidates()
    {
        string beside = Path.ChangeExtension(assembly, ".xml");
        if (File.Exists(beside))
            return [beside];
        return PlatformDocumentation.pack.Value is { } pack
            ? core.Prepend(Path.GetFileNameWithoutExtension(assembly)).Distinct().Select(name => Path.Combine(pack, name + ".xml"))
                .Where(File.Exists)
            : [];
    }

    // DOTNET/shared/Microsoft.NETCore.App/10.0.1 is beside DOTNET/packs/Microsoft.NETCore.App.Ref/10.0.1/ref/net10.0.
    private static string? FindPack()
    {
        string packs = Path.GetFullPath(
            Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        string major = Environment.Version.Major.ToString(CultureInfo.InvariantCulture);
        return Directory.Exists(packs)
            ? Directory.EnumerateDirectories(packs, major + ".*").Select(folder => Path.Combine(folder, "ref", $"net{major}.0"))
                .FirstOrDefault(Directory.Exists)
            : null;
    }
}

/// <summary>A file of XML documentation, read on first use; a missing file has no documentation.</summary>
internal sealed class DocumentationFile(string path) : XmlDocumentationProvider
{
    /// <summary>
    /// The documentation of a symbol, by its id (<c>M:System.Math.Abs(System.Int32)</c>); empty or null if there is none.
    /// </summary>
    internal string? Find(string id) => GetDocumentationForSymbol(id, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override Stream GetSourceStream(CancellationToken cancellationToken) => File.OpenRead(path);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DocumentationFile other && other.GetHashCode() == GetHashCode();

    /// <inheritdoc/>
    public override int GetHashCode() => path.GetHashCode(StringComparison.Ordinal);
}
