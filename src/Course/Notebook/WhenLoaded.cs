using System.Reflection;

namespace Course;

/// <summary>Reacts to the assemblies of this process.</summary>
internal static class WhenLoaded
{
    /// <summary>
    /// Registers a library's formatters as soon as the library is there: at once, or when it is loaded. So its values are shown well even
    /// in a notebook that does not begin a lesson, and a lesson that does not use it does not load it.
    /// </summary>
    /// <param name="assembly">The library's name.</param>
    /// <param name="register">May be called more than once.</param>
    internal static void Register(string assembly, Action register)
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, happened) => RegisterIf(happened.LoadedAssembly);
        foreach (Assembly loaded in AppDomain.CurrentDomain.GetAssemblies()) RegisterIf(loaded);

        void RegisterIf(Assembly loaded)
        {
            if (loaded.GetName().Name == assembly) register();
        }
    }
}
