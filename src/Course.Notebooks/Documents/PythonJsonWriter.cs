using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>
/// Writes JSON exactly as <c>json.dumps(indent=1, sort_keys=True, ensure_ascii=False)</c> does, which is how Jupyter saves a notebook.
/// System.Text.Json cannot do this: it escapes characters outside the basic plane and does not sort.
/// </summary>
internal sealed class PythonJsonWriter
{
    private readonly bool compact;
    private readonly StringBuilder @out = new();
    private int depth;

    private PythonJsonWriter(bool compact) => this.compact = compact;

    /// <summary>Writes JSON in the layout of Jupyter's files.</summary>
    internal static string Write(object? value) => Write(value, compact: false);

    /// <summary>Writes compact JSON in the existing order, for other programs: NaN and infinities become null.</summary>
    internal static string WriteCompact(JsonNode? value) => Write(value, compact: true);

    private static string Write(object? value, bool compact)
    {
        var writer = new PythonJsonWriter(compact);
        writer.WriteValue(value);
        return writer.@out.ToString();
    }

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                @out.Append("null");
                break;
            case string text:
                WriteString(text);
                break;
            case int number:
                @out.Append(CultureInfo.InvariantCulture, $"{number}");
                break;
            case JsonObject members:
                WriteObject(members.Select(member => KeyValuePair.Create(member.Key, (object?)member.Value)));
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteObject(members);
                break;
            case JsonArray items:
                WriteArray(items);
                break;
            case JsonValue scalar:
                WriteScalar(scalar);
                break;
            case IEnumerable<object?> items:
                WriteArray(items);
                break;
            default:
                throw new ArgumentException($"A notebook cannot hold a {value.GetType()}.", nameof(value));
        }
    }

    private void WriteObject(IEnumerable<KeyValuePair<string, object?>> members)
    {
        KeyValuePair<string, object?>[] sorted = [.. members];
        if (!compact)
            Array.Sort(sorted, (a, b) => CompareCodePoints(a.Key, b.Key));
        WriteItems('{', '}', sorted, member =>
        {
            WriteString(member.Key);
            @out.Append(compact ? ":" : ": ");
            WriteValue(member.Value);
        });
    }

    private void WriteArray(IEnumerable<object?> items) => WriteItems('[', ']', items, WriteValue);

    private void WriteItems<T>(char open, char close, IEnumerable<T> items, Action<T> write)
    {
        @out.Append(open);
        depth++;
        bool any = false;
        foreach (T item in items)
        {
            if (any)
                @out.Append(',');
            NewLine();
            write(item);
            any = true;
        }
        depth--;
        if (any)
            NewLine();
        @out.Append(close);
    }

    private void NewLine()
    {
        if (!compact)
            @out.Append('\n').Append(' ', depth);
    }

    private void WriteScalar(JsonValue scalar)
    {
        if (scalar.TryGetValue(out JsonElement element) && element.ValueKind == JsonValueKind.Number)
            @out.Append(element.GetRawText());
        else if (scalar.TryGetValue(out double number))
            @out.Append(PythonNumber(number));
        else if (scalar.TryGetValue(out float single))
            @out.Append(PythonNumber(single));
        else if (scalar.GetValueKind() == JsonValueKind.String && scalar.TryGetValue(out string? text))
            WriteString(text);
        else
            @out.Append(scalar.ToJsonString());
    }

    private string PythonNumber(double number)
    {
        if (compact && !double.IsFinite(number))
            return "null";
        if (double.IsNaN(number))
            return "NaN";
        if (double.IsInfinity(number))
            return number > 0 ? "Infinity" : "-Infinity";
        string text = number.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return text.AsSpan().ContainsAny('.', 'e') ? text : text + ".0";
    }

    private void WriteString(string text)
    {
        @out.Append('"');
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => @out.Append("\\\""),
                '\\' => @out.Append("\\\\"),
                '\n' => @out.Append("\\n"),
                '\r' => @out.Append("\\r"),
                '\t' => @out.Append("\\t"),
                '\b' => @out.Append("\\b"),
                '\f' => @out.Append("\\f"),
                < ' ' => @out.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => @out.Append(c),
            };
        }
        @out.Append('"');
    }

    // Python compares code points, C# compares UTF-16 units; the orders differ between U+E000..U+FFFF and the code points above.
    private static int CompareCodePoints(string a, string b)
    {
        int shared = Math.Min(a.Length, b.Length);
        for (int i = 0; i < shared; i++)
        {
            if (a[i] != b[i])
                return char.IsSurrogate(a[i]) == char.IsSurrogate(b[i]) ? a[i] - b[i] : char.IsSurrogate(a[i]) ? 1 : -1;
        }
        return a.Length - b.Length;
    }
}
