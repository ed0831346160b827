using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>
/// Reads JSON as Python does, since notebooks are written by Python: <c>NaN</c> and <c>Infinity</c> are numbers, of two members
/// with one name the last wins, half a surrogate pair may stand alone. Numbers keep their spelling (1.0 stays 1.0).
/// </summary>
internal sealed class PythonJsonReader
{
    private const int DeepestNesting = 500;

    private readonly string _text;
    private int _at;
    private int _depth;

    private PythonJsonReader(string text) => _text = text;

    /// <exception cref="FormatException">The text is not JSON; the message says where and what.</exception>
    internal static JsonNode? Read(string text)
    {
        var reader = new PythonJsonReader(text);
        reader.SkipSpace();
        if (reader._at == text.Length)
            throw new FormatException("it is empty");
        JsonNode? value = reader.ReadValue();
        reader.SkipSpace();
        if (reader._at < text.Length)
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
        if (++_depth > DeepestNesting)
            throw new FormatException($"it is nested deeper than {DeepestNesting} levels");
        JsonNode node = read();
        _depth--;
        return node;
    }

    private JsonObject ReadObject()
    {
        var members = new JsonObject();
        _at++;
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
        _at++;
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
        int start = ++_at;
        while (_at < _text.Length && _text[_at] is not ('"' or '\\') && _text[_at] >= ' ')
            _at++;
        if (_at < _text.Length && _text[_at] == '"')
            return _text[start.._at++];

        var built = new StringBuilder().Append(_text, start, _at - start);
        while (true)
        {
            switch (Peek())
            {
                case '"':
                    _at++;
                    return built.ToString();
                case '\\':
                    _at++;
                    built.Append(ReadEscape());
                    break;
                case '\0' when _at >= _text.Length:
                    throw Unexpected("the string's closing quote");
                case < ' ':
                    throw Unexpected("no bare control character in a string");
                default:
                    built.Append(_text[_at++]);
                    break;
            }
        }
    }

    private char ReadEscape()
    {
        char escape = Peek();
        _at++;
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
            case 'u' when _at + 4 <= _text.Length
                && ushort.TryParse(_text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code):
                _at += 4;
                return (char)code;
            default:
                _at--;
                throw Unexpected("an escape such as \\n or \\u00e9");
        }
    }

    private JsonValue? ReadNumber()
    {
        int start = _at;
        while (_at < _text.Length && _text[_at] is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E')
            _at++;
        try
        {
            // A JsonElement keeps the number's own spelling.
            return JsonValue.Create(JsonElement.Parse(_text.AsSpan(start, _at - start)));
        }
        catch (JsonException)
        {
            _at = start;
            throw Unexpected("a number");
        }
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private bool Take(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
            return false;
        _at += word.Length;
        return true;
    }

    private bool TakeChar(char c)
    {
        if (Peek() != c)
            return false;
        _at++;
        return true;
    }

    private void Expect(char c)
    {
        if (!TakeChar(c))
            throw Unexpected($"'{c}'");
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\n' or '\r' or '\t')
            _at++;
    }

    private FormatException Unexpected(string wanted)
    {
        int at = Math.Min(_at, _text.Length);
        int line = 1 + _text.AsSpan(0, at).Count('\n');
        int column = at - (at == 0 ? -1 : _text.LastIndexOf('\n', at - 1));
        string found = _at >= _text.Length ? "the end" : char.IsControl(_text[_at]) ? "a control character" : $"'{_text[_at]}'";
        return new FormatException(
            string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}: expected {wanted}, found {found}"));
    }
}
