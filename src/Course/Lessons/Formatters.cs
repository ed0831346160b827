using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>Tells the notebook's formatting library how this library's own things look.</summary>
internal static class Formatters
{
    private static readonly string[] FaceMimeTypes = ["text/html", "text/plain", Claim.MimeType, Exercises.MimeType];

#pragma warning disable CA2255 // A library's initializer is what is wanted: it must run in whichever engine loads this assembly.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register()
    {
        // The data of claims and checks are asked for by Display, which knows which faces have them.
        Formatter.SetPreferredMimeTypesFor(typeof(Face), "text/html", "text/plain");
        foreach (string mimeType in FaceMimeTypes)
            Formatter.Register<Face>(face => face.Content(mimeType), mimeType);
    }
}
