using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Plots;

/// <summary>
/// Reads numbers of a JSON tree that was built in memory, whose values keep the type they came with and convert to no other.
/// </summary>
internal static class JsonNumber
{
    internal static bool IsNumber(this JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;

    internal static double Number(this JsonNode node)
    {
        var value = node.AsValue();
        return value.TryGetValue(out double number) ? number
            : value.TryGetValue(out int whole) ? whole
            : value.TryGetValue(out long large) ? large
            : value.TryGetValue(out float single) ? single
            : (double)value.GetValue<decimal>();
    }

    internal static int Whole(this JsonNode node) => (int)Math.Round(node.Number());

    /// <summary>All numbers in an array, and in the arrays in it.</summary>
    internal static IEnumerable<double> Numbers(this JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(item => item.Numbers()),
        JsonValue value when value.IsNumber() => [value.Number()],
        _ => [],
    };
}
