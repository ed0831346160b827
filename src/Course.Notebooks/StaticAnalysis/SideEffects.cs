using Course.Notebooks.Kernel;

namespace Course.Notebooks.StaticAnalysis;

/// <summary>
/// Distinguishes cells that only compute and show from those that may change things outside the notebook's own variables (the culture,
/// files, the environment). Anything not known to be harmless counts as harmful; the only consequence is that such a cell runs.
/// </summary>
internal static class SideEffects
{
    private static readonly string[] namespaces =
    [
        "Course", "Microsoft.Data.Analysis", "Microsoft.FSharp", "Plotly.NET", "System.Collections", "System.Linq", "System.Numerics",
        "System.Text", "TorchSharp",
    ];

    private static readonly HashSet<string> types =
    [
        typeof(CellFunctions).FullName!, typeof(DisplayHandle).FullName!,
        "System.Action", "System.Array", "System.Boolean", "System.Byte", "System.Char", "System.CharEnumerator",
        "System.Comparison", "System.Convert", "System.DateTime", "System.Decimal", "System.Double", "System.Enum",
        "System.Exception", "System.Func", "System.HashCode", "System.IComparable", "System.IDisposable", "System.IEquatable",
        "System.IFormattable", "System.Index", "System.Int16", "System.Int32", "System.Int64", "System.InvalidOperationException",
        "System.Lazy", "System.Math", "System.MathF", "System.Memory", "System.MemoryExtensions",
        "System.NotImplementedException", "System.Nullable", "System.Object", "System.Predicate", "System.Random", "System.Range",
        "System.ReadOnlyMemory", "System.ReadOnlySpan", "System.ReadOnlySpan.Enumerator",
        "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", "System.Single", "System.Span",
        "System.Span.Enumerator", "System.String", "System.StringComparer", "System.StringComparison", "System.TimeSpan",
        "System.Tuple", "System.UInt32", "System.UInt64", "System.ValueTuple", "System.ValueType", "System.Void",
    ];

    private const string Changing = "Course.Lesson";

    /// <summary>Whether a unit uses anything beyond computing and showing.</summary>
    public static bool MayHave(CodeUnit unit) => unit.Uses.Keys.Any(use => !IsHarmless(use.Namespace, use.Type, use.Member));

    private static bool IsHarmless(string space, string type, string? member) =>
        types.Contains(type)
        || (type == "System.Console" && member is "Write" or "WriteLine")
        || (type != Changing && !IsIn(space, "Course.Notebooks") && namespaces.Any(known => IsIn(space, known)));

    private static bool IsIn(string space, string known) => space == known || space.StartsWith(known + ".", StringComparison.Ordinal);
}
