using System.Runtime.Loader;
using Course.Notebooks.Kernel.References;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Kernel.Compiler;

/// <summary>What a cell declares that a script cannot hold, compiled as a library of its own.</summary>
/// <param name="name">Its name, the same if the same types are declared again.</param>
/// <param name="reference">The library, for code that is compiled after it.</param>
/// <param name="assembly">The library.</param>
/// <param name="symbols">Its portable symbols.</param>
internal sealed class TypeLibrary(string name, MetadataReference reference, MemoryStream assembly, MemoryStream symbols)
{
    internal string Name => name;

    internal MetadataReference Reference => reference;

    /// <summary>
    /// Loads the library into a context of its own, because the default one takes no second library of the same name. There is one after a
    /// cell has run twice; then older code keeps the older one.
    /// </summary>
    internal void Load()
    {
        assembly.Position = 0;
        symbols.Position = 0;
        LibraryLoader.Offer(new AssemblyLoadContext(name: null).LoadFromStream(assembly, symbols));
    }
}
