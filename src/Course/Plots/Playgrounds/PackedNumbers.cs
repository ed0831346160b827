using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Course.Plots.Playgrounds;

/// <summary>Arrays of numbers as short text for a page's script: their bytes, little-endian, in base 64.</summary>
internal static class PackedNumbers
{
    /// <summary>Numbers as they are, four bytes each.</summary>
    internal static JsonObject Single(ReadOnlySpan<float> numbers) => Of(32, MemoryMarshal.AsBytes(numbers));

    /// <summary>Numbers rounded to two bytes each: three digits, for a machine that would be too large otherwise.</summary>
    internal static JsonObject Half(ReadOnlySpan<float> numbers)
    {
        var halves = new Half[numbers.Length];
        for (int i = 0; i < halves.Length; i++) halves[i] = (Half)numbers[i];
        return Of(16, MemoryMarshal.AsBytes<Half>(halves));
    }

    private static JsonObject Of(int bits, ReadOnlySpan<byte> bytes) => new() { ["bits"] = bits, ["data"] = Convert.ToBase64String(bytes) };
}
