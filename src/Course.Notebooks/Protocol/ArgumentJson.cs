using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Course.Notebooks.Protocol;

/// <summary>
/// The arguments and results of exercises as JSON: numbers, bools, strings, and arrays of them, jagged or rectangular. Types are not
/// written, because both sides know them. NaN and the infinities are the texts "NaN", "Infinity" and "-Infinity". A jagged array is a list
/// of lists. A rectangular array includes its lengths, because a list of lists could not distinguish 0 × 3 from 0 × 2. No code of a value's
/// own type is called, neither ToString nor Equals.
/// </summary>
internal static class ArgumentJson
{
    private static readonly JsonWriterOptions unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes values one after another, as a list.</summary>
    /// <exception cref="NotSupportedException">One of them is not a plain value.</exception>
    public static JsonElement Write(IEnumerable<object?> values) => Written(json =>
    {
        json.WriteStartArray();
        foreach (object? value in values)
            Write(json, value);
        json.WriteEndArray();
    });

    /// <summary>Writes one value.</summary>
    /// <exception cref="NotSupportedException">It is not a plain value.</exception>
    public static JsonElement Write(object? value) => Written(json => Write(json, value));

    /// <summary>Reads a value of a given type.</summary>
    /// <exception cref="FormatException">The JSON is not a value of that type.</exception>
    public static object? Read(JsonElement json, Type type)
    {
        try
        {
            return ReadValue(json, type);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or OverflowException or KeyNotFoundException)
        {
            throw new FormatException($"not a value of {type}", e);
        }
    }

    private static JsonElement Written(Action<Utf8JsonWriter> write)
    {
        var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, unescaped))
            write(json);
        return JsonElement.Parse(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case char letter:
                json.WriteNumberValue((int)letter);
                break;
            case double number when !double.IsFinite(number):
                json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case float number when !float.IsFinite(number):
                json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case float number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case byte or sbyte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case Array { Rank: 1 } array:
                WriteItems(json, array);
                break;
            case Array array:
                json.WriteStartObject();
                json.WritePropertyName("lengths");
                WriteItems(json, Lengths(array));
                json.WritePropertyName("items");
                WriteItems(json, array);
                json.WriteEndObject();
                break;
            default:
                throw new NotSupportedException($"{value.GetType()} is not a number, a bool, a string or an array of them");
        }
    }

    private static void WriteItems(Utf8JsonWriter json, Array array)
    {
        json.WriteStartArray();
        foreach (object? item in array)
            Write(json, item);
        json.WriteEndArray();
    }

    private static object? ReadValue(JsonElement json, Type type)
    {
        if (type.IsArray)
            return json.ValueKind == JsonValueKind.Null ? null : ReadArray(json, type);
        if (type == typeof(string))
            return json.GetString();
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return json.ValueKind == JsonValueKind.Null ? null : ReadValue(json, underlying);
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => json.GetBoolean(),
            TypeCode.Char => checked((char)json.GetInt32()),
            TypeCode.Double => json.ValueKind == JsonValueKind.String ? Named(json) : json.GetDouble(),
            TypeCode.Single => json.ValueKind == JsonValueKind.String ? (float)Named(json) : json.GetSingle(),
            TypeCode.Decimal => json.GetDecimal(),
            TypeCode.UInt64 => json.GetUInt64(),
            >= TypeCode.SByte and <= TypeCode.Int64 when !type.IsEnum =>
                Convert.ChangeType(json.GetInt64(), type, CultureInfo.InvariantCulture),
            _ => throw new FormatException(),
        };
    }

    private static double Named(JsonElement json) => json.GetString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => throw new FormatException(),
    };

    private static Array ReadArray(JsonElement json, Type type)
    {
        Type item = type.GetElementType()!;
        bool rectangular = type.GetArrayRank() > 1;
        JsonElement items = rectangular ? json.GetProperty("items") : json;
        int[] lengths = rectangular ? (int[])ReadArray(json.GetProperty("lengths"), typeof(int[])) : [items.GetArrayLength()];
        // Checked before anything is allocated: a few bytes of JSON must not request gigabytes.
        if (lengths.Length != type.GetArrayRank() || lengths.Any(length => length < 0)
            || lengths.Aggregate(1L, (all, length) => checked(all * length)) != items.GetArrayLength())
            throw new FormatException();

        var array = Array.CreateInstance(item, lengths);
        var place = new int[lengths.Length];
        foreach (JsonElement value in items.EnumerateArray())
        {
            array.SetValue(ReadValue(value, item), place);
            for (int axis = place.Length - 1; axis >= 0 && ++place[axis] == lengths[axis] && axis > 0; axis--)
                place[axis] = 0;
        }

        return array;
    }

    private static int[] Lengths(Array array) => [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)];
}
