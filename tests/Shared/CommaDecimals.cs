using System.Globalization;
using System.Runtime.CompilerServices;

namespace Course.TestTools;

/// <summary>
/// Tests run where numbers are written with a comma, and so does what they start: what forgets to say how it writes numbers fails here and
/// not on a learner's machine.
/// </summary>
internal static class CommaDecimals
{
#pragma warning disable CA2255 // The culture must stand before the first test is even discovered.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Set()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        Environment.SetEnvironmentVariable("LC_ALL", "de_DE.UTF-8");
    }
}
