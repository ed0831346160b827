using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Course.Data;

namespace Course.Generation;

/// <summary>
/// Reads and writes the files of a <see cref="BytePairEncoding"/>: vocab.json and merges.txt as OpenAI published GPT-2's, and the newer
/// tokenizer.json of Hugging Face's tokenizers, as far as it describes GPT-2's way of splitting words. Defined in lesson 14.
/// </summary>
public static class TokenizerFiles
{
    private const string VocabularyName = "vocab.json", MergesName = "merges.txt", TokenizerName = "tokenizer.json";
    private const string Gpt2Name = "gpt2-tokenizer";
    private const string Version = "#version: 0.2";

    private static readonly JsonSerializerOptions readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the tokenizer in a folder: tokenizer.json if it is there, else vocab.json and merges.txt.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="FileNotFoundException">The files are not there.</exception>
    /// <exception cref="InvalidDataException">The files are wrong, or describe another kind of tokenizer; the message says how.</exception>
    public static BytePairEncoding Load(string folder)
    {
        string whole = Path.Combine(folder, TokenizerName);
        if (File.Exists(whole)) return ReadTokenizer(whole);
        string[] parts = [Path.Combine(folder, VocabularyName), Path.Combine(folder, MergesName)];
        if (parts.FirstOrDefault(part => !File.Exists(part)) is { } absent)
            throw new FileNotFoundException($"{folder} has neither {TokenizerName} nor both {VocabularyName} and {MergesName}.", absent);
        return ReadPair(parts[0], parts[1]);
    }

    /// <summary>Reads vocab.json and merges.txt. A token that is neither a byte nor comes of a merge is special.</summary>
    /// <param name="vocabulary">The first file: a JSON object with the number of each token.</param>
    /// <param name="merges">The second file: a pair a line, with a space between.</param>
    /// <exception cref="InvalidDataException">A file is wrong; the message says how.</exception>
    public static BytePairEncoding ReadPair(string vocabulary, string merges)
    {
        using FileStream numbers = File.OpenRead(vocabulary), pairs = File.OpenRead(merges);
        return ReadPair(numbers, vocabulary, pairs, merges);
    }

    /// <summary>GPT-2's own tokens, which the course ships.</summary>
    /// <exception cref="DatasetMissingException">The files are not there.</exception>
    public static BytePairEncoding Gpt2()
    {
        using Stream numbers = Datasets.Open(Gpt2Name, $"{VocabularyName}.gz"), pairs = Datasets.Open(Gpt2Name, $"{MergesName}.gz");
        return ReadPair(numbers, VocabularyName, pairs, MergesName);
    }

    /// <summary>Reads tokenizer.json.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is wrong, or describes another kind of tokenizer; the message says how.</exception>
    public static BytePairEncoding ReadTokenizer(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using JsonDocument json = Parse(stream, path);
        JsonElement model = Member(json.RootElement, "model");
        Require(path, Text(model, "type") is "BPE", "its model is not BPE but " + (Text(model, "type") ?? "unnamed"));
        Require(path, IsOff(model, "byte_fallback") && IsOff(model, "ignore_merges") && IsOff(model, "dropout"),
            "it falls back to bytes, ignores merges or drops them");
        Require(path, IsOff(model, "continuing_subword_prefix") && IsOff(model, "end_of_word_suffix"),
            "it marks parts of words by letters");
        Require(path, IsOff(json.RootElement, "normalizer"), "it changes texts before it splits them");
        JsonElement splitting = Member(json.RootElement, "pre_tokenizer");
        Require(path, Text(splitting, "type") is "ByteLevel" && Member(splitting, "use_regex").ValueKind != JsonValueKind.False,
            "it does not split texts as GPT-2 does");
        Require(path, IsOff(splitting, "add_prefix_space"), "it adds a space before a text");
        JsonElement list = Member(model, "merges"), added = Member(json.RootElement, "added_tokens");
        Require(path, list.ValueKind == JsonValueKind.Array, "its model has no list merges");
        (string, string)[] pairs = [.. list.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String
            ? Pair(one.GetString()!, path)
            : one.ValueKind == JsonValueKind.Array && one.GetArrayLength() == 2 && one[0].ValueKind == JsonValueKind.String
                && one[1].ValueKind == JsonValueKind.String
            ? (one[0].GetString()!, one[1].GetString()!) : throw Fault(path, "a merge is not a pair"))];
        var special = new Dictionary<string, int>();
        foreach (JsonElement token in added.ValueKind == JsonValueKind.Array ? added.EnumerateArray().ToArray() : [])
        {
            Require(path, Text(token, "content") is not null && Member(token, "id") is { ValueKind: JsonValueKind.Number } id
                && id.TryGetInt32(out _), "an added token has no content or no id");
            special[Text(token, "content")!] = Member(token, "id").GetInt32();
        }
        return Build(path, Numbers(Member(model, "vocab"), path), pairs, special);
    }

    /// <summary>Writes vocab.json and merges.txt.</summary>
    /// <param name="encoding">The tokenizer.</param>
    /// <param name="folder">The folder; it is made if it is not there.</param>
    public static void Save(BytePairEncoding encoding, string folder)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, VocabularyName), JsonSerializer.Serialize(
            encoding.Vocabulary.Concat(encoding.Special).OrderBy(one => one.Value).ToDictionary(), readable));
        File.WriteAllLines(Path.Combine(folder, MergesName), [Version, .. encoding.Merges.Select(pair => $"{pair.Left} {pair.Right}")]);
    }

    private static BytePairEncoding Build(
        string path, Dictionary<string, int> numbers, (string Left, string Right)[] merges, Dictionary<string, int> special)
    {
        HashSet<string> made = [.. merges.Select(pair => pair.Left + pair.Right)];
        foreach ((string token, int number) in numbers)
        {
            bool isByte = token.Length == 1 && ByteAlphabet.Read(token) is [_];
            if (!isByte && !made.Contains(token)) special.TryAdd(token, number);
        }
        foreach (string token in special.Keys) numbers.Remove(token);
        try
        {
            return new(numbers, merges, special);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException(Fault(path, error.Message.TrimEnd('.')).Message, error);
        }
    }

    private static BytePairEncoding ReadPair(Stream numbers, string vocabulary, Stream pairs, string merges)
    {
        using JsonDocument json = Parse(numbers, vocabulary);
        using var lines = new StreamReader(pairs, Encoding.UTF8);
        (string, string)[] all = [.. lines.ReadToEnd().Split('\n')
            .Where((line, n) => line.Length > 0 && !(n == 0 && line.StartsWith("#version", StringComparison.Ordinal)))
            .Select(line => Pair(line, merges))];
        return Build(vocabulary, Numbers(json.RootElement, vocabulary), all, []);
    }

    private static JsonDocument Parse(Stream stream, string path)
    {
        try
        {
            return JsonDocument.Parse(stream);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(Fault(path, "it is not JSON").Message, error);
        }
    }

    private static Dictionary<string, int> Numbers(JsonElement vocabulary, string path)
    {
        Require(path, vocabulary.ValueKind == JsonValueKind.Object, "its vocabulary is not an object");
        var numbers = new Dictionary<string, int>();
        foreach (JsonProperty token in vocabulary.EnumerateObject())
        {
            Require(path, token.Value.ValueKind == JsonValueKind.Number && token.Value.TryGetInt32(out int number) && number >= 0
                && numbers.TryAdd(token.Name, number), $"'{token.Name}' stands twice or has no whole number");
        }
        return numbers;
    }

    private static (string Left, string Right) Pair(string line, string path) =>
        line.TrimEnd('\r').Split(' ') is [{ Length: > 0 } left, { Length: > 0 } right]
        ? (left, right) : throw Fault(path, $"'{line}' is not a pair of tokens");

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement found) ? found : default;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    /// <summary>Whether a setting is absent, null, false or empty.</summary>
    private static bool IsOff(JsonElement element, string name) => Member(element, name) is var found
        && (found.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False
            || (found.ValueKind == JsonValueKind.String && found.GetString() is ""));

    private static void Require(string path, bool holds, string fault)
    {
        if (!holds) throw Fault(path, fault);
    }

    private static InvalidDataException Fault(string path, string fault) => new($"{path} can't be read: {fault}.");
}
