using System.Buffers.Binary;
using System.Text;
using Course.Hub;
using Course.Hub.Models;
using Course.Hub.Repositories;
using static TorchSharp.torch;

namespace Course.Tests.Hub.Models;

/// <summary>
/// Folders that a stranger made on purpose: each gives one clear line of a named type, and nothing else. No crash, no file outside, no code
/// that is run, no memory that a number in a file asks for.
/// </summary>
public sealed class HostileFileTests : IDisposable
{
    private const string Weights = "model.safetensors", Config = "config.json", Index = "model.safetensors.index.json";
    private const string Tokens = "tokenizer.json";

    private static readonly Dictionary<string, (Action<string> Spoil, string Fault)> cases =
        All().ToDictionary(one => one.Name, one => (one.Spoil, one.Fault));

    private readonly DirectoryInfo outside = Directory.CreateTempSubdirectory("hostile-");

    public static TheoryData<string> Names => [.. cases.Keys];

    private string Folder => Path.Combine(outside.FullName, "model");

    public void Dispose() => outside.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_folder_made_to_do_harm_is_refused_in_one_line(string name)
    {
        (Action<string> spoil, string fault) = cases[name];
        manual_seed(1);
        string kind = name.Split(' ')[0];
        AutoModel.SavePretrained(TinyModels.Make(kind is "gpt2" or "llama" ? kind : "softmax-regression"), Folder);
        // What a path out of the folder would find: a good file of weights.
        File.Copy(Path.Combine(Folder, Weights), Path.Combine(outside.FullName, Weights));
        spoil(Folder);
        string[] before = Listing();

        HubException error = Assert.ThrowsAny<HubException>(() =>
        {
            AutoModel.FromPretrained<object>(Folder);
            AutoTokenizer.FromPretrained(Folder);
        });

        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.InRange(error.Message.Length, 10, 700);
        Assert.Equal(before, Listing());
        using var hub = new TemporaryHub();
        HubRepository repository = hub.Hub.Create(RepoId.Model("mallory/model"));
        repository.Commit("Harm", [.. Directory.EnumerateFiles(Folder).Select(path => HubChange.File(Path.GetFileName(path), path))]);
        Assert.ThrowsAny<HubException>(() =>
        {
            AutoModel.FromPretrained<object>(repository);
            AutoTokenizer.FromPretrained(repository);
        });
    }

    [Fact]
    public void There_are_many_of_them()
    {
        Assert.InRange(cases.Keys.Count(name => name.Contains("header", StringComparison.Ordinal)), 30, 100);
        Assert.InRange(cases.Count, 80, 200);
    }

    private string[] Listing() => [.. outside.EnumerateFiles("*", SearchOption.AllDirectories)
        .Select(file => $"{file.FullName} {file.Length}").Order(StringComparer.Ordinal)];

    private static IEnumerable<(string Name, Action<string> Spoil, string Fault)> All() =>
        [.. Headers(), .. Configs(), .. Indexes(), .. Tokenizers(), .. Others()];

    private static IEnumerable<(string, Action<string>, string)> Headers()
    {
        static string Entry(string dtype, string shape, string offsets) => $"{{\"dtype\":{dtype},\"shape\":{shape},\"data_offsets\":{offsets}}}";
        const string Bias = "\"bias\":{\"dtype\":\"F32\",\"shape\":[10],\"data_offsets\":[7840,7880]}";
        static string With(string weight) => $"{{\"weight\":{weight},{Bias}}}";
        string good = Entry("\"F32\"", "[10,196]", "[0,7840]");
        yield return ("header of no bytes", folder => File.WriteAllBytes(Path.Combine(folder, Weights), []), "fewer than 8 bytes");
        yield return ("header length cut", folder => File.WriteAllBytes(Path.Combine(folder, Weights), new byte[7]), "fewer than 8 bytes");
        yield return ("header longer than the file", Raw(1_000_000, "{}", 0), "but only 2 follow");
        yield return ("header longer than any", Raw(ulong.MaxValue, "{}", 0), "more than 100000000");
        yield return ("header with the sign bit", Raw(1ul << 63, "{}", 0), "more than 100000000");
        yield return ("header empty", Raw(0, "", 0), "does not begin with {");
        foreach ((string name, string json, int data, string fault) in ((string, string, int, string)[])
        [
            ("that is no JSON", "{weight}", 0, "not JSON"),
            ("cut in two", "{\"weight\":{", 0, "not JSON"),
            ("that is a list", "[]", 0, "does not begin with {"),
            ("of two objects", "{}{}", 0, "not JSON"),
            ("nested without end", "{\"weight\":" + new string('[', 200_000), 0, "not JSON"),
            ("that is a pickle", "\u0080\u0002cos\nsystem\n(S'id'\ntR.", 0, "does not begin with {"),
            ("with half a letter", "{\"\\ud800\":{}}", 0, "not JSON"),
            ("without data", With(good), 0, "describes 7880 bytes of data, but there are 0"),
            ("with data behind", With(good), 7881, "describes 7880 bytes of data, but there are 7881"),
            ("with a name twice", $"{{\"weight\":{good},\"weight\":{good},{Bias}}}", 7880, "stands twice"),
            ("with a key twice", With("{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[10,196],\"data_offsets\":[0,7840]}"), 7880, "stands twice"),
            ("with offsets that overlap", With(Entry("\"F32\"", "[10,196]", "[40,7880]")), 7880, "'weight' begins at byte 40 of the data, but the tensor before it ends at 0"),
            ("with tensors in one another", $"{{\"weight\":{good},\"bias\":{Entry("\"F32\"", "[10]", "[0,40]")}}}", 7840, "begins at byte"),
            ("with a gap", $"{{\"weight\":{good},\"bias\":{Entry("\"F32\"", "[10]", "[7844,7884]")}}}", 7884, "begins at byte 7844"),
            ("with offsets beyond the end", With(Entry("\"F32\"", "[10,196]", "[100000,107840]")), 7880, "begins at byte"),
            ("with a negative offset", With(Entry("\"F32\"", "[10,196]", "[-7840,0]")), 7880, "not whole numbers from 0"),
            ("with offsets the other way round", With(Entry("\"F32\"", "[10,196]", "[7840,0]")), 7880, "not a begin and an end"),
            ("with one offset", With(Entry("\"F32\"", "[10,196]", "[0]")), 7880, "not a begin and an end"),
            ("with an offset that overflows", With(Entry("\"F32\"", "[10,196]", "[0,18446744073709551616]")), 7880, "not whole numbers from 0"),
            ("with an offset of text", With(Entry("\"F32\"", "[10,196]", "[\"0\",\"7840\"]")), 7880, "not whole numbers from 0"),
            ("with a negative side", With(Entry("\"F32\"", "[-10,-196]", "[0,7840]")), 7880, "not whole numbers from 0"),
            ("with sides whose product overflows", With(Entry("\"F32\"", "[4294967296,4294967296]", "[0,0]")), 40, "larger than any file"),
            ("with sides whose product overflows to the right one", With(Entry("\"F32\"", "[9223372036854775807,3]", "[0,7840]")), 7880, "larger than any file"),
            ("with a side of nothing and a huge one", With(Entry("\"F32\"", "[0,9223372036854775807]", "[0,0]")), 40, "larger than any file"),
            ("with half a side", With(Entry("\"F32\"", "[19.6,100]", "[0,7840]")), 7880, "not whole numbers from 0"),
            ("with a hundred sides", With(Entry("\"F32\"", $"[{string.Join(',', Enumerable.Repeat(1, 100))}]", "[0,4]")), 44, "more than 64 dimensions"),
            ("with more bytes than numbers", With(Entry("\"F32\"", "[10,100]", "[0,7840]")), 7880, "needs 4000 bytes"),
            ("with an unknown type", With(Entry("\"F8\"", "[10,196]", "[0,7840]")), 7880, "dtype of 'weight' is none of"),
            ("with a type that is a number", With(Entry("32", "[10,196]", "[0,7840]")), 7880, "dtype of 'weight' is none of"),
            ("without a type", With("{\"shape\":[10,196],\"data_offsets\":[0,7840]}"), 7880, "dtype of 'weight' is none of"),
            ("without a shape", With("{\"dtype\":\"F32\",\"data_offsets\":[0,7840]}"), 7880, "no list shape"),
            ("without offsets", With("{\"dtype\":\"F32\",\"shape\":[10,196]}"), 7880, "no list data_offsets"),
            ("with a tensor that is null", With("null"), 40, "is not an object"),
            ("with metadata that are a program", $"{{\"__metadata__\":[\"os.system\"],\"weight\":{good},{Bias}}}", 7880, "metadata is not an object"),
            ("of another model", $"{{\"other\":{good},{Bias}}}", 7880, "it has no weight"),
            ("of another shape", With(Entry("\"F32\"", "[196,10]", "[0,7840]")), 7880, "its weight is (196, 10), and this model's is (10, 196)"),
            ("with a name of a thousand lines", $"{{\"{string.Concat(Enumerable.Repeat("a\\n", 1_000))}\":1}}", 0, "is not an object"),
            ("with two names that are one in TensorFlow", $"{{\"__metadata__\":{{\"format\":\"tf\"}},\"kernel:0\":{Entry("\"U8\"", "[1,1]", "[0,1]")},\"weight\":{Entry("\"U8\"", "[1,1]", "[1,2]")}}}", 2, "two of its tensors are weight"),
        ]) yield return ($"header {name}", Raw((ulong)Encoding.UTF8.GetByteCount(json), json, data), fault);
    }

    private static IEnumerable<(string, Action<string>, string)> Configs()
    {
        static (string, Action<string>, string) Replaced(string name, string old, string now, string fault) =>
            (name, folder => Replace(folder, Config, old, now), fault);
        yield return ("config absent", folder => File.Delete(Path.Combine(folder, Config)), "There is no");
        foreach ((string name, string text, string fault) in ((string, string, string)[])
        [
            ("empty", "", "not JSON"),
            ("of a list", "[]", "not a JSON object"),
            ("of a number", "1", "not a JSON object"),
            ("without a kind", "{}", "no model_type"),
            ("with a kind that is a number", "{\"model_type\":1}", "model_type is no text"),
            ("with a kind of half a letter", "{\"model_type\":\"\\ud800\"}", "model_type is no text"),
            ("of an unknown kind", "{\"model_type\":\"gpt3\"}", "There is no model_type"),
            ("with a key twice", "{\"model_type\":\"gpt2\",\"model_type\":\"bert\"}", "names something twice"),
            ("nested without end", "{\"a\":" + new string('[', 100_000), "nested too deeply"),
            ("with a comment", "{/**/\"model_type\":\"gpt2\"}", "not JSON"),
            ("with code of its own", "{\"model_type\":\"softmax-regression\",\"auto_map\":{\"AutoModel\":\"evil.Evil\"},\"input_size\":196,\"num_labels\":10}", "no code from a hub is run"),
            ("that is a pointer", new LfsPointer(new string('a', 64), 5).Write(), "is a pointer of Git LFS"),
            ("that never ends", "{\"a\":\"" + new string('x', 2_000_000) + "\"}", "no more than 1048576 are read"),
        ]) yield return ($"config {name}", folder => File.WriteAllText(Path.Combine(folder, Config), text), fault);
        foreach (string size in (string[])["0", "-1", "1.5", "1e99", "99999999999999999999", "2147483648", "\"196\"", "[196]", "true"])
            yield return Replaced($"config with a size {size}", "196", size, "input_size is not a whole number from 1");
        yield return Replaced("config of a model larger than its file", "196", "67108864", "asks for");
        yield return Replaced("gpt2 config of a model larger than any memory", "\"vocab_size\": 50", "\"vocab_size\": 67108864", "asks for");
        yield return Replaced("gpt2 config of millions of layers", "\"n_layer\": 2", "\"n_layer\": 67108864", "asks for");
        yield return Replaced("gpt2 config of a million wide", "\"n_embd\": 12", "\"n_embd\": 50331648", "asks for");
        yield return Replaced("gpt2 config with heads that do not fit", "\"n_head\": 3", "\"n_head\": 5", "does not divide");
        yield return Replaced("gpt2 config with another curve", "gelu_new", "relu", "activation_function is not gelu_new");
        yield return Replaced("gpt2 config with a norm of nothing", "1E-05", "0", "layer_norm_epsilon is not above 0");
        yield return Replaced("gpt2 config with a share above all", "\"resid_pdrop\": 0", "\"resid_pdrop\": 2", "resid_pdrop is not from 0 to 1");
        yield return Replaced("gpt2 config with a number beyond numbers", "\"initializer_range\": 0.02", "\"initializer_range\": 1e999", "initializer_range is no number");
        yield return Replaced("llama config with a table larger than any memory", "\"max_position_embeddings\": 8", "\"max_position_embeddings\": 67108864", "max_position_embeddings is too large");
        yield return Replaced("llama config with keys that do not fit", "\"num_key_value_heads\": 3", "\"num_key_value_heads\": 4", "does not divide");
        yield return Replaced("llama config with an untied table", "\"tie_word_embeddings\": true", "\"tie_word_embeddings\": \"true\"", "neither true nor false");
    }

    private static IEnumerable<(string, Action<string>, string)> Indexes()
    {
        static Action<string> Indexed(string json, bool keep = false) => folder =>
        {
            if (keep) File.Move(Path.Combine(folder, Weights), Path.Combine(folder, "a.safetensors"));
            else File.Delete(Path.Combine(folder, Weights));
            File.WriteAllText(Path.Combine(folder, Index), json);
        };
        static string Map(string file) => $"{{\"weight_map\":{{\"weight\":{file},\"bias\":{file}}}}}";
        foreach (string path in (string[])["../model.safetensors", "/etc/passwd", "..\\\\model.safetensors", "C:\\\\model.safetensors", "a/../../model.safetensors", "./a.safetensors",
            "a.safetensors/", "model.bin", "", "a\\u0000.safetensors", "a.safetensors\\n", "https://example.org/a.safetensors", "..safetensors", "~/a.safetensors", "\\ud800.safetensors"])
            yield return ($"index that leads to {path}", Indexed(Map($"\"{path}\""), keep: true), "is not the name of a safetensors file beside it");
        yield return ("index with a file that is a number", Indexed(Map("7")), "is not the name of a safetensors file");
        yield return ("index with a file that is absent", Indexed(Map("\"b.safetensors\""), keep: true), "there is no b.safetensors");
        yield return ("index that is no JSON", Indexed("{"), "not JSON");
        yield return ("index without a map", Indexed("{}"), "no object weight_map");
        yield return ("index with a map that is a list", Indexed("{\"weight_map\":[]}"), "no object weight_map");
        yield return ("index of nothing", Indexed("{\"weight_map\":{}}"), "names no tensor");
        yield return ("index with a tensor twice", Indexed("{\"weight_map\":{\"weight\":\"a.safetensors\",\"weight\":\"a.safetensors\"}}"), "names something twice");
        yield return ("index with a tensor that is not there", Indexed("{\"weight_map\":{\"weight\":\"a.safetensors\",\"nothing\":\"a.safetensors\"}}", keep: true), "it has no nothing");
        yield return ("index without one of the tensors", Indexed("{\"weight_map\":{\"weight\":\"a.safetensors\"}}", keep: true), "asks for");
        yield return ("index of too many files", Indexed($"{{\"weight_map\":{{{string.Join(',', Enumerable.Range(0, 2_000).Select(n => $"\"{n}\":\"{n}.safetensors\""))}}}}}"), "more than 1000 files");
    }

    private static IEnumerable<(string, Action<string>, string)> Tokenizers()
    {
        static string Filled(string template, string vocabulary, string merges = "[]") =>
            template.Replace("%V", vocabulary, StringComparison.Ordinal).Replace("%M", merges, StringComparison.Ordinal);
        const string Bpe = "{\"model\":{\"type\":\"BPE\",\"vocab\":%V,\"merges\":%M},\"pre_tokenizer\":{\"type\":\"ByteLevel\"}}";
        const string Pieces = "{\"model\":{\"type\":\"WordPiece\",\"vocab\":%V},\"pre_tokenizer\":{\"type\":\"BertPreTokenizer\"}}";
        foreach ((string name, string text, string fault) in ((string, string, string)[])
        [
            ("that is no JSON", "{", "not JSON"),
            ("of a list", "[]", "not a JSON object"),
            ("without a model", "{}", "it has no model"),
            ("with a model that is a list", "{\"model\":[]}", "unnamed"),
            ("of another kind", "{\"model\":{\"type\":\"Unigram\"}}", "its model is Unigram"),
            ("nested without end", "{\"model\":" + new string('{', 100_000), "nested too deeply"),
            ("with a kind of half a letter", "{\"model\":{\"type\":\"\\ud800\"}}", "unnamed"),
            ("of bytes without a vocabulary", Filled(Bpe, "1"), "vocabulary is not an object"),
            ("of bytes with half a letter", Filled(Bpe, "{\"\\ud800\":1}"), "no text"),
            ("of bytes with a number that overflows", Filled(Bpe, "{\"a\":99999999999}"), "no whole number"),
            ("of bytes with a merge of three", Filled(Bpe, "{}", "[\"a b c\"]"), "not a pair"),
            ("of bytes with a merge that is a number", Filled(Bpe, "{}", "[7]"), "a merge is not a pair"),
            ("of bytes without the bytes", Filled(Bpe, "{\"a\":0}"), "can't be read"),
            ("of pieces without a vocabulary", Filled(Pieces, "[]"), "vocabulary is not an object"),
            ("of pieces without the unknown one", Filled(Pieces, "{\"a\":0}"), "has no '[UNK]'"),
            ("of pieces with a number twice", Filled(Pieces, "{\"a\":0,\"[UNK]\":0}"), "Two tokens have the number 0"),
            ("of pieces with a piece twice", Filled(Pieces, "{\"a\":0,\"a\":1}"), "names something twice"),
            ("of pieces with a negative number", Filled(Pieces, "{\"[UNK]\":-1}"), "no whole number"),
            ("of pieces with half a letter", Filled(Pieces, "{\"\\ud800\":1}"), "no text"),
            ("of pieces split in another way", Filled(Pieces, "{}").Replace("BertPre", "Other", StringComparison.Ordinal), "does not split texts as BERT"),
            ("of pieces changed in another way", "{\"normalizer\":{\"type\":\"Replace\"}," + Filled(Pieces, "{\"[UNK]\":0}")[1..], "changes texts in another way"),
            ("of pieces with endless words", Filled(Pieces, "{\"[UNK]\":0},\"max_input_chars_per_word\":1e9"), "max_input_chars_per_word"),
        ]) yield return ($"tokenizer {name}", folder => File.WriteAllText(Path.Combine(folder, Tokens), text), fault);
    }

    private static IEnumerable<(string, Action<string>, string)> Others()
    {
        foreach (string name in (string[])["pytorch_model.bin", "model.pt", "weights.PTH", "model.pkl", "model.ckpt"])
        {
            yield return ($"pickle {name}", folder =>
            {
                File.Delete(Path.Combine(folder, Weights));
                File.WriteAllBytes(Path.Combine(folder, name), [.. "\u0080\u0002cos\nsystem\n(S'touch owned'\ntR."u8]);
            }, "a pickle: reading it may run any program");
        }
        yield return ("file of another library", folder => File.Move(Path.Combine(folder, Weights), Path.Combine(folder, "tf_model.h5")), "and only model.safetensors is read");
        foreach ((string name, string vocabulary, string merges, string fault) in ((string, string, string, string)[])
        [
            ("that is no JSON", "{", "", "it is not JSON"),
            ("nested without end", new string('[', 100_000), "", "it is not JSON"),
            ("of a list", "[]", "", "its vocabulary is not an object"),
            ("with half a letter", "{\"\\ud800\":1}", "", "tokens that are no text"),
            ("with a merge of three", "{}", "a b c", "is not a pair of tokens"),
            ("that is a pointer", new LfsPointer(new string('a', 64), 5).Write(), "", "is a pointer of Git LFS"),
        ])
        {
            yield return ($"vocabulary {name}", folder =>
            {
                File.WriteAllText(Path.Combine(folder, "vocab.json"), vocabulary);
                File.WriteAllText(Path.Combine(folder, "merges.txt"), merges);
            }, fault);
        }
        yield return ("words twice", folder => File.WriteAllText(Path.Combine(folder, "vocab.txt"), "[UNK]\na\na\n"), "stands twice");
        yield return ("words without the unknown one", folder => File.WriteAllText(Path.Combine(folder, "vocab.txt"), "a\n"), "has no '[UNK]'");
        yield return ("weights absent", folder => File.Delete(Path.Combine(folder, Weights)), "neither model.safetensors nor");
        yield return ("weights that are a pointer", folder => File.WriteAllText(Path.Combine(folder, Weights), new LfsPointer(new string('a', 64), 7_880).Write()), "is a pointer of Git LFS");
        yield return ("weights that are a wrong pointer", folder => File.WriteAllText(Path.Combine(folder, Weights), $"{LfsPointer.Version}\noid sha256:../../x\nsize -1\n"), "is a pointer of Git LFS");
    }

    private static Action<string> Raw(ulong length, string json, int data) => folder =>
    {
        var start = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(start, length);
        File.WriteAllBytes(Path.Combine(folder, Weights), [.. start, .. Encoding.UTF8.GetBytes(json), .. new byte[data]]);
    };

    private static void Replace(string folder, string file, string old, string now)
    {
        string path = Path.Combine(folder, file), text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, now, StringComparison.Ordinal));
    }
}
