using System.Reflection;

namespace Course;

/// <summary>Reacts to the assemblies of this process.</summary>
internal static class WhenLoaded
{
    /// <summary>
    /// Registers a library's formatters as soon as the library is there: now, or when it is loaded. So its values are shown well even in a
    /// notebook that does not begin a lesson, and a lesson that does not use the library does not load it.
    /// </summary>
    /// <param name="assembly">The library's name.</param>
    /// <param name="register">
    /// Gets the library, perhaps more than once. It must find the library's types by name: code that uses them would ask for the library
    /// while it is still being loaded, and .NET Interactive would load it once more, and so on until the stack overflows.
    /// </param>
    internal static void Register(string assembly, Action<Assembly> register)
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, happened) => RegisterIf(happened.LoadedAssembly);
        foreach (Assembly loaded in AppDomain.CurrentDomain.GetAssemblies()) RegisterIf(loaded);

        void RegisterIf(Assembly loaded)
        {
            if (loaded.GetName().Name == assembly) register(loaded);
        }
    }
}
