using System.Text.Json;
using Course.Generation;

namespace Course.Hub.Models;

/// <summary>Turns texts into a model's tokens and back. Defined in lesson 17.</summary>
public abstract class HubTokenizer
{
    /// <summary>The file that describes a tokenizer of either kind.</summary>
    public const string FileName = "tokenizer.json";

    /// <summary>The number of tokens, with the special ones.</summary>
    public abstract int Count { get; }

    /// <summary>The tokens of a text. What looks like a special token is a text like any other, and none is added around it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The tokens' numbers.</returns>
    public abstract int[] Encode(string text);

    /// <summary>The text of some tokens.</summary>
    /// <param name="tokens">The tokens' numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no token of that number.</exception>
    public abstract string Decode(IEnumerable<int> tokens);

    /// <summary>Writes tokenizer.json.</summary>
    /// <param name="folder">The folder.</param>
    public void Save(string folder) =>
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(Describe(), HubJson.Readable) + "\n");

    /// <summary>What tokenizer.json says.</summary>
    private protected abstract object Describe();

    /// <summary>What all kinds of tokenizer.json have, around what is special to one.</summary>
    private protected static Dictionary<string, object?> Describe(
        IEnumerable<(string Text, int Number)> special, object? normalizer, object splitting, object decoder, object model) => new()
        {
            ["version"] = "1.0",
            ["truncation"] = null,
            ["padding"] = null,
            ["added_tokens"] = special.OrderBy(one => one.Number).Select(one => new
            {
                id = one.Number,
                content = one.Text,
                single_word = false,
                lstrip = false,
                rstrip = false,
                normalized = false,
                special = true,
            }),
            ["normalizer"] = normalizer,
            ["pre_tokenizer"] = splitting,
            ["post_processor"] = null,
            ["decoder"] = decoder,
            ["model"] = model,
        };
}

/// <summary>GPT-2's tokens from a hub or for one. Defined in lesson 17.</summary>
/// <param name="encoding">The tokens.</param>
public sealed class BytePairTokenizer(BytePairEncoding encoding) : HubTokenizer
{
    /// <summary>The tokens.</summary>
    public BytePairEncoding Encoding { get; } = encoding;

    /// <inheritdoc/>
    public override int Count => Encoding.Count;

    /// <inheritdoc/>
    public override int[] Encode(string text) => Encoding.Encode(text);

    /// <inheritdoc/>
    public override string Decode(IEnumerable<int> tokens) => Encoding.Decode(tokens);

    private protected override object Describe()
    {
        var bytes = new { type = "ByteLevel", add_prefix_space = false, trim_offsets = true, use_regex = true };
        return Describe(Encoding.Special.Select(one => (one.Key, one.Value)), null, bytes, bytes, new
        {
            type = "BPE",
            dropout = (double?)null,
            unk_token = (string?)null,
            continuing_subword_prefix = "",
            end_of_word_suffix = "",
            fuse_unk = false,
            byte_fallback = false,
            ignore_merges = false,
            vocab = Encoding.Vocabulary.Concat(Encoding.Special).OrderBy(one => one.Value).ToDictionary(),
            merges = Encoding.Merges.Select(pair => (string[])[pair.Left, pair.Right]),
        });
    }
}

/// <summary>Tokenizers from a hub. Defined in lesson 17.</summary>
public static class AutoTokenizer
{
    private const long MostBytes = 100_000_000;
    private const string VocabularyName = "vocab.txt";

    /// <summary>A tokenizer from a repository on this machine.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <exception cref="HubException">It is not there, or malformed; the message says in one line what is wrong.</exception>
    public static HubTokenizer FromPretrained(Repositories.HubRepository repository, string revision = Repositories.HubRepository.Main)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return FromPretrained(repository.Snapshot(revision));
    }

    /// <summary>
    /// The tokenizer in a folder: tokenizer.json of the kinds BPE on bytes and WordPiece, else vocab.json and merges.txt, else vocab.txt.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="EntryNotFoundException">There is none of these files.</exception>
    /// <exception cref="HubFileException">A file is malformed, or describes another kind; the message says how.</exception>
    public static HubTokenizer FromPretrained(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string whole = Path.Combine(folder, HubTokenizer.FileName), words = Path.Combine(folder, VocabularyName);
        try
        {
            if (File.Exists(whole)) return Read(whole);
            if (File.Exists(Path.Combine(folder, "vocab.json"))) return ReadPair(folder);
            if (File.Exists(words)) return WordPieceFiles.ReadVocabulary(words);
        }
        catch (FileNotFoundException error)
        {
            throw new EntryNotFoundException(error.Message);
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException)       // the latter: text that is none
        {
            throw new HubFileException(error is InvalidDataException ? error.Message : $"{folder} has tokens that are no text.", error);
        }
        throw new EntryNotFoundException($"{folder} has no {HubTokenizer.FileName}, no vocab.json and no {VocabularyName}.");
    }

    private static BytePairTokenizer ReadPair(string folder)
    {
        foreach (string path in ((string[])["vocab.json", "merges.txt"]).Select(name => Path.Combine(folder, name)).Where(File.Exists))
        {
            if (new FileInfo(path).Length > MostBytes) throw new HubFileException($"{path} has more than {MostBytes} bytes.");
            HubJson.RefusePointer(path);
        }
        return new(TokenizerFiles.Load(folder));
    }

    private static HubTokenizer Read(string path)
    {
        using JsonDocument json = HubJson.Read(path, MostBytes);
        if (!json.RootElement.Has("model", out JsonElement model)) throw new HubFileException($"{path} can't be read: it has no model.");
        return model.Text("type") switch
        {
            "WordPiece" => WordPieceFiles.Read(json.RootElement, path),
            "BPE" => new BytePairTokenizer(TokenizerFiles.ReadTokenizer(path)),
            var kind => throw new HubFileException($"{path} can't be read: its model is {kind ?? "unnamed"}, neither BPE nor WordPiece."),
        };
    }
}
