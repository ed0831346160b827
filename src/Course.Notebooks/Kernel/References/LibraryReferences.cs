using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Kernel.References;

/// <summary>Metadata of library files, read once for all kernels of the process; their documentation only when it is asked for.</summary>
internal static class LibraryReferences
{
    private static readonly ConcurrentDictionary<(string Path, DateTime Written), PortableExecutableReference> Known = [];

    internal static PortableExecutableReference Read(string path) =>
        Known.GetOrAdd((path, File.GetLastWriteTimeUtc(path)), static file => MetadataReference.CreateFromFile(file.Path, documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(file.Path, ".xml"))));
}
