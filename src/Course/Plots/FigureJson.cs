using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using Plotly.NET;

namespace Course.Plots;

/// <summary>
/// Plotly.NET's objects as JSON. Its own way, through Newtonsoft, costs the first chart of a process half a second; walking the objects
/// costs some milliseconds. Missing numbers (NaN, infinities) become null, which Plotly draws as a gap.
/// </summary>
internal static class FigureJson
{
    internal static JsonArray Traces(GenericChart chart) => [.. GenericChart.getTraces(chart).Select(Node)];

    internal static JsonObject Layout(GenericChart chart) => Object(GenericChart.getLayout(chart));

    internal static JsonObject Config(GenericChart chart) => Object(GenericChart.getConfig(chart));

    internal static JsonNode? Node(object? value) => value switch
    {
        null => null,
        JsonNode node => node,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        double number => Number(number),
        float number => Number(number),
        byte or sbyte or short or ushort or int or uint or long => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ulong or decimal => JsonValue.Create(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        DateTime time => JsonValue.Create(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        DateTimeOffset time => JsonValue.Create(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)),
        DateOnly day => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        char letter => JsonValue.Create(letter.ToString()),
        Color colour => Node(colour.Value),
        ARGB colour =>
        JsonValue.Create(string.Create(CultureInfo.InvariantCulture,
        $"rgba({colour.R}, {colour.G}, {colour.B}, {colour.A / 255.0:0.0##})")),
        DynamicObj.DynamicObj members => Object(members),
        IDictionary pairs => Pairs(pairs),
        IEnumerable items => Items(items),
        _ => JsonNode.Parse(Newtonsoft.Json.JsonConvert.SerializeObject(value)),
    };

    private static JsonObject Object(DynamicObj.DynamicObj members)
    {
        var node = new JsonObject();
        foreach (KeyValuePair<string, object> member in members.GetProperties(true))
            node[member.Key] = Node(member.Value);
        return node;
    }

    private static JsonValue? Number(double number) => double.IsFinite(number) ? JsonValue.Create(number) : null;

    // 0.1f is 0.1 to a reader, not 0.10000000149011612.
    private static JsonValue? Number(float number) => float.IsFinite(number) ? JsonValue.Create(number) : null;

    private static JsonObject Pairs(IDictionary pairs)
    {
        var node = new JsonObject();
        foreach (DictionaryEntry pair in pairs)
            node[Convert.ToString(pair.Key, CultureInfo.InvariantCulture)!] = Node(pair.Value);
        return node;
    }

    // A rectangular array is rows of columns; enumerated, it would be one long row.
    private static JsonArray Items(IEnumerable items) => items is Array { Rank: 2 } table
        ? [.. Enumerable.Range(0, table.GetLength(0))
        .Select(row => new JsonArray([.. Enumerable.Range(0, table.GetLength(1)).Select(column => Node(table.GetValue(row, column)))]))]
        : [.. items.Cast<object?>().Select(Node)];
}
