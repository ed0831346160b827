using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Course;

/// <summary>
/// Answers a request for any version of FSharp.Core with the copy already loaded. Plotly.NET 6 asks for FSharp.Core 10.1. .NET Interactive
/// ships 10.0 and would refuse to load a second one, although the older one is sufficient.
/// </summary>
internal static class FSharpCoreBinding
{
#pragma warning disable CA2255 // A library's initializer is what is wanted: it must run in whichever engine loads this assembly.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install() =>
        AssemblyLoadContext.Default.Resolving += (_, name) => name.Name != "FSharp.Core"
            ? null
            : AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(loaded => loaded.GetName().Name == "FSharp.Core");
}
