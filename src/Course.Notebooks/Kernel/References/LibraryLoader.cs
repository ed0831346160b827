using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Course.Notebooks.Kernel.References;

/// <summary>
/// Finds the dependencies of libraries that cells loaded with <c>#r</c>: managed and native files in the same folder. It works for the
/// whole process, because libraries are loaded once for all kernels.
/// </summary>
internal static class LibraryLoader
{
    private static readonly Lock gate = new();
    private static readonly ConcurrentDictionary<string, Assembly> offered = [];
    private static string[] folders = [];
    private static bool resolving;

    /// <summary>Loads a library, unless one with the same name is loaded already.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidOperationException">Another version of it is already loaded.</exception>
    /// <exception cref="BadImageFormatException">It is not a .NET library.</exception>
    internal static void Load(string path)
    {
        AddFolder(Path.GetDirectoryName(path)!);
        AssemblyName wanted = AssemblyName.GetAssemblyName(path);
        Assembly? loaded = Loaded(wanted.Name);
        // Its initializer runs now and not at the first use of one of its types: what it registers holds for the whole notebook.
        if (loaded is null)
            RuntimeHelpers.RunModuleConstructor(AssemblyLoadContext.Default.LoadFromAssemblyPath(path).ManifestModule.ModuleHandle);
        else if (loaded.GetName().Version != wanted.Version)
            throw new InvalidOperationException(
                $"{wanted.Name} {wanted.Version} cannot be loaded beside {loaded.GetName().Version}, which is loaded already; "
                + "restart the kernel.");
    }

    /// <summary>Makes the files of a folder available to anything that asks for them by name.</summary>
    internal static void AddFolder(string folder)
    {
        lock (gate)
        {
            if (folders.Contains(folder))
                return;
            BeginResolving();
            folders = [.. folders, folder];
        }
    }

    /// <summary>Makes a loaded assembly available to code that asks for exactly this version of it.</summary>
    internal static void Offer(Assembly assembly)
    {
        offered[assembly.FullName!] = assembly;
        lock (gate)
            BeginResolving();
    }

    private static void BeginResolving()
    {
        if (resolving)
            return;
        resolving = true;
        AssemblyLoadContext.Default.Resolving += Resolve;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += ResolveNative;
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        // A library may ask for a newer version than the loaded one; two copies of one library would be worse than the older version.
        offered.GetValueOrDefault(name.FullName) ?? Loaded(name.Name) ?? Find(name.Name + ".dll", context.LoadFromAssemblyPath);

    private static nint ResolveNative(Assembly asking, string name)
    {
        string[] files = OperatingSystem.IsWindows() ? [name, name + ".dll"]
            : OperatingSystem.IsMacOS() ? [name, $"lib{name}.dylib", name + ".dylib"]
            : [name, $"lib{name}.so", name + ".so"];
        return files.Select(file => Find(file, NativeLibrary.Load)).FirstOrDefault(handle => handle != 0);
    }

    private static T? Find<T>(string file, Func<string, T> load) =>
        folders.Select(folder => Path.Combine(folder, file)).Where(File.Exists).Select(load).FirstOrDefault();

    private static Assembly? Loaded(string? name) =>
        AssemblyLoadContext.Default.Assemblies.FirstOrDefault(assembly =>
            string.Equals(assembly.GetName().Name, name, StringComparison.OrdinalIgnoreCase));
}
