using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using Course.Notebooks.Kernel.Compiler;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Notebooks.Kernel.References;

/// <summary>
/// What the cells of one kernel compile against: .NET, the formatting library, and each library named with <c>#r</c>, with all its
/// dependencies.
/// </summary>
internal sealed class ReferenceSet
{
    private static readonly Lazy<ReferenceSet> initial = new(() =>
    {
        var set = new ReferenceSet(new Dictionary<string, MetadataReference>());
        Type[] formatting = [typeof(CSharpKernel), typeof(Formatter), typeof(IHtmlContent)];
        set.Add([.. FrameworkReferences.Declaring.Values, .. formatting.Select(type => type.Assembly.Location)], alone: true);
        return set;
    });

    // Replaced as a whole when something is added, so it can be read on any thread.
    private volatile IReadOnlyDictionary<string, MetadataReference> byName;

    internal ReferenceSet()
        : this(initial.Value.byName)
    {
    }

    private ReferenceSet(IReadOnlyDictionary<string, MetadataReference> byName) => this.byName = byName;

    internal IEnumerable<MetadataReference> All => byName.Values;

    /// <summary>A new set that starts with the content of this one; can be created on any thread.</summary>
    internal ReferenceSet Copy() => new(byName);

    /// <summary>Adds a library. A path without folder and extension may name a part of .NET, which is always available.</summary>
    /// <exception cref="DirectiveException">It does not exist or is not a library; the message says what to do.</exception>
    internal void AddLibrary(string path, int line)
    {
        if (FrameworkReferences.Has(path))
            return;
        string full = Path.GetFullPath(path);
        if (!File.Exists(full))
            throw new DirectiveException(Missing(path), line);
        try
        {
            LibraryLoader.Load(full);
            Add(full);
        }
        catch (BadImageFormatException)
        {
            throw new DirectiveException($"{path} is not a .NET library.", line);
        }
        catch (InvalidOperationException e)
        {
            throw new DirectiveException(e.Message, line);
        }
    }

    /// <summary>Adds a library and what it references: libraries from its folder, and .NET's facades.</summary>
    /// <param name="path">The library's file.</param>
    internal void Add(string path) => Add([path], alone: false);

    /// <summary>Adds libraries and what they reference.</summary>
    /// <param name="paths">The libraries' files.</param>
    /// <param name="alone">Without other libraries from their folders: cells are not to use them.</param>
    private void Add(IEnumerable<string> paths, bool alone)
    {
        var byName = new Dictionary<string, MetadataReference>(this.byName, StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<string>(paths);
        while (waiting.TryDequeue(out string? next))
        {
            string name = Path.GetFileNameWithoutExtension(next);
            if (!File.Exists(next) || byName.ContainsKey(name))
                continue;
            PortableExecutableReference reference =
                alone || FrameworkReferences.Has(name) ? FrameworkReferences.Read(next) : LibraryReferences.Read(next);
            byName.Add(name, reference);
            foreach (string dependency in Dependencies(reference))
            {
                if (FrameworkReferences.Facades.TryGetValue(dependency, out string? facade))
                    waiting.Enqueue(facade);
                else if (!alone)
                    waiting.Enqueue(Path.Combine(Path.GetDirectoryName(next)!, dependency + ".dll"));
            }
        }
        this.byName = byName;
    }

    /// <summary>Adds all libraries in a folder; native ones are skipped.</summary>
    internal void AddFolder(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*.dll"))
        {
            try
            {
                AssemblyName.GetAssemblyName(path);
                Add(path);
            }
            catch (BadImageFormatException)
            {
                // Native code; it is found by name when needed.
            }
        }
    }

    private static string Missing(string path) =>
        Path.GetFileName(path) == "Course.dll"
            ? $"{path} is not there yet: run ./course once, or dotnet build, at the top of the repository, then run this cell again."
            : $"{path} is not there (looked in {Path.GetDirectoryName(Path.GetFullPath(path))}).";

    private static IEnumerable<string> Dependencies(PortableExecutableReference reference)
    {
        MetadataReader metadata = ((AssemblyMetadata)reference.GetMetadata()).GetModules()[0].GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}

/// <summary>Metadata of library files, read once for all kernels of the process; their documentation is read only when needed.</summary>
internal static class LibraryReferences
{
    private static readonly ConcurrentDictionary<(string Path, DateTime Written), PortableExecutableReference> known = [];

    internal static PortableExecutableReference Read(string path) =>
        known.GetOrAdd(
            (path, File.GetLastWriteTimeUtc(path)),
            static file => MetadataReference.CreateFromFile(
                file.Path, documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(file.Path, ".xml"))));
}
