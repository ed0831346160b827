using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>
/// Reads JSON as Python does, because Python writes notebooks. <c>NaN</c> and <c>Infinity</c> are numbers; of two members with the same
/// name, the last wins; an unpaired surrogate is allowed. Numbers keep their spelling (1.0 stays 1.0).
/// </summary>
internal sealed class PythonJsonReader
{
    private const int DeepestNesting = 500;

    private readonly string text;
    private int at;
    private int depth;

    private PythonJsonReader(string text) => this.text = text;

    /// <exception cref="FormatException">The text is not JSON; the message says where and why.</exception>
    internal static JsonNode? Read(string text)
    {
        var reader = new PythonJsonReader(text);
        reader.SkipSpace();
        if (reader.at == text.Length)
            throw new FormatException("it is empty");
        JsonNode? value = reader.ReadValue();
        reader.SkipSpace();
        if (reader.at < text.Length)
            throw reader.Unexpected("the end of the file");
        return value;
    }

    private JsonNode? ReadValue()
    {
        switch (Peek())
        {
            case '{':
                return Nested(ReadObject);
            case '[':
                return Nested(ReadArray);
            case '"':
                return JsonValue.Create(ReadString());
            case 't' when Take("true"):
                return JsonValue.Create(true);
            case 'f' when Take("false"):
                return JsonValue.Create(false);
            case 'n' when Take("null"):
                return null;
            case 'N' when Take("NaN"):
                return JsonValue.Create(double.NaN);
            case 'I' when Take("Infinity"):
                return JsonValue.Create(double.PositiveInfinity);
            case '-' when Take("-Infinity"):
                return JsonValue.Create(double.NegativeInfinity);
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            default:
                throw Unexpected("a value");
        }
    }

    private JsonNode Nested(Func<JsonNode> read)
    {
        if (++depth > DeepestNesting)
            throw new FormatException($"it is nested deeper than {DeepestNesting} levels");
        JsonNode node = read();
        depth--;
        return node;
    }

    private JsonObject ReadObject()
    {
        var members = new JsonObject();
        at++;
        SkipSpace();
        if (TakeChar('}'))
            return members;
        while (true)
        {
            SkipSpace();
            if (Peek() != '"')
                throw Unexpected("a member's name in double quotes");
            string name = ReadString();
            SkipSpace();
            Expect(':');
            SkipSpace();
            members[name] = ReadValue();
            SkipSpace();
            if (TakeChar('}'))
                return members;
            Expect(',');
        }
    }

    private JsonArray ReadArray()
    {
        var items = new JsonArray();
        at++;
        SkipSpace();
        if (TakeChar(']'))
            return items;
        while (true)
        {
            SkipSpace();
            items.Add(ReadValue());
            SkipSpace();
            if (TakeChar(']'))
                return items;
            Expect(',');
        }
    }

    private string ReadString()
    {
        int start = ++at;
        while (at < text.Length && text[at] is not ('"' or '\\') && text[at] >= ' ')
            at++;
        if (at < text.Length && text[at] == '"')
            return text[start..at++];

        var built = new StringBuilder().Append(text, start, at - start);
        while (true)
        {
            switch (Peek())
            {
                case '"':
                    at++;
                    return built.ToString();
                case '\\':
                    at++;
                    built.Append(ReadEscape());
                    break;
                case '\0' when at >= text.Length:
                    throw Unexpected("the string's closing quote");
                case < ' ':
                    throw Unexpected("no bare control character in a string");
                default:
                    built.Append(text[at++]);
                    break;
            }
        }
    }

    private char ReadEscape()
    {
        char escape = Peek();
        at++;
        switch (escape)
        {
            case '"' or '\\' or '/':
                return escape;
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u' when at + 4 <= text.Length
                && ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code):
                at += 4;
                return (char)code;
            default:
                at--;
                throw Unexpected("an escape such as \\n or \\u00e9");
        }
    }

    private JsonValue? ReadNumber()
    {
        int start = at;
        while (at < text.Length && text[at] is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E')
            at++;
        try
        {
            // A JsonElement keeps the original spelling of the number.
            return JsonValue.Create(JsonElement.Parse(text.AsSpan(start, at - start)));
        }
        catch (JsonException)
        {
            at = start;
            throw Unexpected("a number");
        }
    }

    private char Peek() => at < text.Length ? text[at] : '\0';

    private bool Take(string word)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
            return false;
        at += word.Length;
        return true;
    }

    private bool TakeChar(char c)
    {
        if (Peek() != c)
            return false;
        at++;
        return true;
    }

    private void Expect(char c)
    {
        if (!TakeChar(c))
            throw Unexpected($"'{c}'");
    }

    private void SkipSpace()
    {
        while (at < text.Length && text[at] is ' ' or '\n' or '\r' or '\t')
            at++;
    }

    private FormatException Unexpected(string wanted)
    {
        int at = Math.Min(this.at, text.Length);
        int line = 1 + text.AsSpan(0, at).Count('\n');
        int column = at - (at == 0 ? -1 : text.LastIndexOf('\n', at - 1));
        string found = this.at >= text.Length ? "the end" : char.IsControl(text[this.at]) ? "a control character" : $"'{text[this.at]}'";
        return new FormatException(
            string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}: expected {wanted}, found {found}"));
    }
}
