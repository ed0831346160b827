using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Kernel.References;

/// <summary>A file of XML documentation, read when it is first asked; one that is not there knows nothing.</summary>
internal sealed class DocumentationFile(string path) : XmlDocumentationProvider
{
    /// <summary>The documentation of a symbol, by its id (<c>M:System.Math.Abs(System.Int32)</c>); empty or null where there is none.</summary>
    internal string? Find(string id) => GetDocumentationForSymbol(id, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override Stream GetSourceStream(CancellationToken cancellationToken) => File.OpenRead(path);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DocumentationFile other && other.GetHashCode() == GetHashCode();

    /// <inheritdoc/>
    public override int GetHashCode() => path.GetHashCode(StringComparison.Ordinal);
}
