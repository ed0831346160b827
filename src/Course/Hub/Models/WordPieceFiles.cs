using System.Text.Json;

namespace Course.Hub.Models;

/// <summary>Reads the files of a <see cref="WordPieceTokenizer"/>. Defined in lesson 17.</summary>
internal static class WordPieceFiles
{
    private const long MostBytes = 100_000_000;
    private const int MostLongest = 10_000;

    /// <summary>Reads tokenizer.json.</summary>
    internal static WordPieceTokenizer Read(JsonElement json, string path)
    {
        json.Has("model", out JsonElement model);
        if ((model.Text("continuing_subword_prefix") ?? WordPieceTokenizer.Inside) != WordPieceTokenizer.Inside)
            throw Fault(path, "its pieces inside a word do not begin with ##");
        if (!json.Has("pre_tokenizer", out JsonElement splitting) || splitting.Text("type") != "BertPreTokenizer")
            throw Fault(path, "it does not split texts as BERT does");
        if (!model.Has("vocab", out JsonElement list) || list.ValueKind != JsonValueKind.Object) throw Fault(path, "its vocabulary is not an object");
        var vocabulary = new Dictionary<string, int>();
        foreach ((string piece, JsonElement number) in list.Members(path))
        {
            if (number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out int id) || id < 0) throw Fault(path, $"'{piece}' has no whole number");
            vocabulary[piece] = id;
        }
        int longest = 100;
        if (model.Has("max_input_chars_per_word", out JsonElement most)
            && (most.ValueKind != JsonValueKind.Number || !most.TryGetInt32(out longest) || longest is < 1 or > MostLongest))
            throw Fault(path, $"its max_input_chars_per_word is not from 1 to {MostLongest}");
        return Build(path, vocabulary, model.Text("unk_token") ?? "[UNK]", Normalizer(json, path), longest);
    }

    /// <summary>Reads vocab.txt, as BERT was published: a piece on each line, numbered from 0.</summary>
    internal static WordPieceTokenizer ReadVocabulary(string path)
    {
        if (new FileInfo(path).Length > MostBytes) throw Fault(path, $"it has more than {MostBytes} bytes");
        HubJson.RefusePointer(path);
        string[] lines = File.ReadAllText(path).TrimEnd('\n').Split('\n');
        var vocabulary = new Dictionary<string, int>();
        for (int number = 0; number < lines.Length; number++)
        {
            if (!vocabulary.TryAdd(lines[number].TrimEnd('\r'), number)) throw Fault(path, $"'{lines[number]}' stands twice");
        }
        return Build(path, vocabulary, "[UNK]", new(), 100);
    }

    private static WordPieceNormalizer Normalizer(JsonElement json, string path)
    {
        if (!json.Has("normalizer", out JsonElement changes)) return new(false, false, false, false);
        if (changes.Text("type") != "BertNormalizer") throw Fault(path, "it changes texts in another way than BERT");
        bool Is(string name, bool otherwise) => !changes.Has(name, out JsonElement value) ? otherwise
            : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
            : throw Fault(path, $"its {name} is neither true nor false");
        bool lowercase = Is("lowercase", true);
        return new(lowercase, Is("strip_accents", lowercase), Is("clean_text", true), Is("handle_chinese_chars", true));
    }

    private static WordPieceTokenizer Build(
        string path, Dictionary<string, int> vocabulary, string unknown, WordPieceNormalizer normalizer, int longest)
    {
        try
        {
            return new(vocabulary, unknown, normalizer, longest);
        }
        catch (InvalidDataException error)
        {
            throw Fault(path, error.Message.TrimEnd('.'));
        }
    }

    private static HubFileException Fault(string path, string fault) => new($"{path} can't be read: {fault}.");
}
