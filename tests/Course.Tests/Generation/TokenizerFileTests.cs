using System.Text.Json;
using Course.Generation;

namespace Course.Tests.Generation;

public sealed class TokenizerFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-tokens").FullName;
    private readonly BytePairEncoding encoding =
        BytePairTrainer.Train([string.Concat(Enumerable.Repeat("the # cat ## sat \"quoted\" été ", 4))], 290);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_written_vocabulary_comes_back()
    {
        TokenizerFiles.Save(encoding, folder);

        AssertEqual(encoding, TokenizerFiles.Load(folder));
        Assert.Equal("#version: 0.2", File.ReadLines(At("merges.txt")).First());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tokenizer_json_is_read_with_merges_of_either_form(bool asPairs)
    {
        Write(asPairs, new { type = "ByteLevel", add_prefix_space = false, trim_offsets = true });

        AssertEqual(encoding, TokenizerFiles.Load(folder));
    }

    [Fact]
    public void What_is_no_GPT_2_tokenizer_is_refused_in_one_line()
    {
        Write(true, new { type = "ByteLevel", add_prefix_space = true });
        AssertRefused("a space before a text");
        Write(true, new { type = "ByteLevel", add_prefix_space = false, use_regex = false });
        AssertRefused("does not split texts as GPT-2 does");
        Write(true, new { type = "Whitespace" });
        AssertRefused("does not split texts as GPT-2 does");
        File.WriteAllText(At("tokenizer.json"), """{"model": {"type": "WordPiece", "vocab": {}}}""");
        AssertRefused("its model is not BPE but WordPiece");
        File.WriteAllText(At("tokenizer.json"), """{"model": {"type": "BPE", "byte_fallback": true}}""");
        AssertRefused("falls back to bytes");
        File.WriteAllText(At("tokenizer.json"), "{");
        AssertRefused("it is not JSON");
        File.Delete(At("tokenizer.json"));
        Assert.Throws<FileNotFoundException>(() => TokenizerFiles.Load(folder));
    }

    [Fact]
    public void Broken_pairs_are_refused_in_one_line()
    {
        TokenizerFiles.Save(encoding, folder);
        File.AppendAllText(At("merges.txt"), "a\n");
        AssertRefused("'a' is not a pair");
        TokenizerFiles.Save(encoding, folder);
        File.AppendAllText(At("merges.txt"), "the cat\n");
        AssertRefused("has no token 'thecat'");
        File.WriteAllText(At("vocab.json"), """{"a": 0.5}""");
        AssertRefused("'a' stands twice or has no whole number");
        File.WriteAllText(At("vocab.json"), "[]");
        AssertRefused("not an object");
    }

    private static void AssertEqual(BytePairEncoding expected, BytePairEncoding actual)
    {
        Assert.Equal(expected.Vocabulary.OrderBy(one => one.Value), actual.Vocabulary.OrderBy(one => one.Value));
        Assert.Equal(expected.Merges, actual.Merges);
        Assert.Equal(expected.Special, actual.Special);
    }

    private void AssertRefused(string why)
    {
        string message = Assert.Throws<InvalidDataException>(() => TokenizerFiles.Load(folder)).Message;
        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private void Write(bool asPairs, object splitting) => File.WriteAllText(At("tokenizer.json"), JsonSerializer.Serialize(new
    {
        version = "1.0",
        added_tokens = encoding.Special.Select(one => new { id = one.Value, content = one.Key, special = true }),
        normalizer = (object?)null,
        pre_tokenizer = splitting,
        model = new
        {
            type = "BPE",
            dropout = (object?)null,
            continuing_subword_prefix = "",
            vocab = encoding.Vocabulary.Concat(encoding.Special).ToDictionary(),
            merges = encoding.Merges.Select(pair => asPairs ? (object)new[] { pair.Left, pair.Right } : $"{pair.Left} {pair.Right}"),
        },
    }));

    private string At(string name) => Path.Combine(folder, name);
}
