namespace Course.McCullochPitts;

/// <summary>The customary names of the sixteen Boolean functions of two inputs a and b. Defined in lesson 01.</summary>
public static class TwoInputFunctions
{
    // In the order of BooleanFunction.Bits: bit 0 is the row a=0 b=0, bit 3 the row a=1 b=1.
    private static readonly string[] names =
    [
        "FALSE", "NOR", "b AND NOT a", "NOT a", "a AND NOT b", "NOT b", "XOR", "NAND",
        "AND", "XNOR", "b", "a IMPLIES b", "a", "b IMPLIES a", "OR", "TRUE",
    ];

    /// <summary>All sixteen functions with their names.</summary>
    public static IReadOnlyList<(string Name, BooleanFunction Function)> All { get; } =
        [.. BooleanFunction.All(2).Select(f => (names[f.Bits], f))];

    /// <summary>The customary name of <paramref name="function"/>, such as "XOR".</summary>
    /// <exception cref="ArgumentException">The number of inputs is not two.</exception>
    public static string NameOf(BooleanFunction function) => function.Inputs == 2
        ? names[function.Bits]
        : throw new ArgumentException("Only functions of two inputs have names here.", nameof(function));
}
