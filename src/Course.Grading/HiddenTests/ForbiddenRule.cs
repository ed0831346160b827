using Course.Notebooks.Protocol;

namespace Course.Grading.HiddenTests;

/// <summary>
/// What an answer must not use: the library and anything its exercise forbids, except what is allowed. Reflection and similar means are
/// forbidden too, because the rest could be reached through them without the compiler noticing.
/// </summary>
internal sealed class ForbiddenRule(HiddenTest test)
{
    private static readonly string[] aroundNamespaces =
    [
        "Course.Grading", "Course.Notebooks", "Microsoft.CodeAnalysis", "Microsoft.CSharp", "System.Linq.Expressions", "System.Reflection",
        "System.Runtime.InteropServices", "System.Runtime.Loader",
    ];

    private static readonly HashSet<string> aroundTypes =
    [
        "delegate*", "dynamic", "System.Activator", "System.AppContext", "System.AppDomain", "System.Diagnostics.Process",
        "System.Runtime.CompilerServices.Unsafe",
        "System.Runtime.CompilerServices.RuntimeHelpers", "System.Runtime.CompilerServices.UnsafeAccessorAttribute",
        "System.RuntimeMethodHandle", "System.RuntimeTypeHandle",
    ];

    // Code may name a type, compare it and ask for its name.
    private static readonly HashSet<string> harmlessOfType =
        ["System.Type", "System.Type.Name", "System.Type.FullName", "System.Type.op_Equality", "System.Type.op_Inequality"];
    private static readonly HashSet<string> aroundMembers =
        ["System.Delegate.DynamicInvoke", "System.Delegate.CreateDelegate", "System.Delegate.Method", "System.Delegate.GetInvocationList"];

    private static readonly string[] outsideNamespaces = ["Microsoft.Win32", "System.IO", "System.Net"];

    /// <summary>The uses that cost the exercise its points.</summary>
    public IEnumerable<SymbolUse> Violations(AnswerUses answer) => answer.Uses.Where(use => IsLibrary(use) || IsAround(use));

    /// <summary>Whether a use bypasses the compiler: reflection, loading, native code.</summary>
    public static bool IsAround(SymbolUse use) =>
        (aroundNamespaces.Any(name => IsIn(use.Namespace, name)) && !AllowedUses.Symbols.Contains(use.Type))
        || aroundTypes.Contains(use.Type)
        || aroundMembers.Contains(use.Name)
        || (use.Type == "System.Type" && !harmlessOfType.Contains(use.Name));

    /// <summary>Whether a use deserves a teacher's attention anywhere: it bypasses the compiler, or reaches outside the notebook.</summary>
    public static bool IsRemarkable(SymbolUse use) => IsAround(use) || outsideNamespaces.Any(name => IsIn(use.Namespace, name));

    private bool IsLibrary(SymbolUse use) =>
        test.ForbiddenNamespaces.Any(name => IsIn(use.Namespace, name))
        && !test.AllowedNamespaces.Any(name => IsIn(use.Namespace, name))
        && !test.AllowedSymbols.Contains(use.Type)
        && !test.AllowedSymbols.Contains(use.Name);

    private static bool IsIn(string space, string forbidden) =>
        space == forbidden || space.StartsWith(forbidden + ".", StringComparison.Ordinal);
}
