using Course.Generation;
using CsCheck;

namespace Course.Tests.Generation;

public class BytePairTests
{
    [Fact]
    public void Each_byte_has_a_letter_of_its_own()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

        string letters = ByteAlphabet.Write(all);

        Assert.Equal(256, letters.Distinct().Count());
        Assert.Equal(all, ByteAlphabet.Read(letters));
        Assert.Equal("!Ġĉ\u0100Ń", ByteAlphabet.Write([33, 32, 9, 0, 173]));
        Assert.Null(ByteAlphabet.Read("a b"));
        Assert.Equal([33, 174, 0, 32], new[] { 0, 106, 188, 220 }.Select(n => (int)ByteAlphabet.Order[n]));
    }

    [Theory]
    [InlineData("we'll they'LL", "we|'ll| they|'|LL")]
    [InlineData("a  b   c ", "a| | b|  | c| ")]
    [InlineData("x\n\n y\t\nz", "x|\n\n| y|\t|\n|z")]
    [InlineData("in 1984, $5.50!", "in| 1984|,| $|5|.|50|!")]
    [InlineData("don''t it's'", "don|''|t| it|'s|'")]
    [InlineData("e\u0301 \u00a0a", "e|\u0301| |\u00a0|a")]
    [InlineData("a𐐀 𠀀b 𝟘1", "a𐐀| 𠀀b| 𝟘1")]
    [InlineData("", "")]
    public void A_text_is_split_into_words(string text, string words) =>
        Assert.Equal(words.Length == 0 ? [] : words.Split('|'), PreTokenizer.Split(text));

    [Fact]
    public void Sennrich_s_example_is_learnt()
    {
        // algorithm 1 of the paper, without its mark for the end of a word
        BytePairEncoding encoding = BytePairTrainer.Train(
            [
                .. Enumerable.Repeat("low", 5), .. Enumerable.Repeat("lower", 2),
                .. Enumerable.Repeat("newest", 6), .. Enumerable.Repeat("widest", 3),
            ],
            256 + 4, special: []);

        Assert.Equal([("e", "s"), ("es", "t"), ("l", "o"), ("lo", "w")], encoding.Merges);
        Assert.Equal(["low", "est"], encoding.Encode("lowest").Select(token => ByteAlphabet.Write(encoding.BytesOf(token))));
    }

    [Fact]
    public void Rare_pairs_become_no_tokens_and_special_ones_come_last()
    {
        BytePairEncoding encoding = BytePairTrainer.Train(["abab", "ab c"], 1_000, [BytePairEncoding.EndOfText, "<|other|>"]);

        Assert.Equal([("a", "b")], encoding.Merges);
        Assert.Equal(259, encoding.Count);
        Assert.Equal(258, encoding.Special["<|other|>"]);
        Assert.DoesNotContain(encoding.Special[BytePairEncoding.EndOfText], encoding.Encode(BytePairEncoding.EndOfText));
        Assert.Equal(BytePairEncoding.EndOfText, encoding.Decode([257]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BytePairTrainer.Train(["a"], 256));
    }

    [Fact]
    public void Any_text_and_any_bytes_come_back()
    {
        BytePairEncoding encoding =
            BytePairTrainer.Train([string.Concat(Enumerable.Repeat("the cat sat on the mat, déjà vu 中文 ", 5))], 300);

        RandomTexts.Sample(1_000, seed: 1, text => Assert.Equal(text, encoding.Decode(encoding.Encode(text))));
        Gen.Byte.Array[0, 200].Sample(
            bytes => encoding.DecodeBytes(encoding.EncodeWord(bytes)).SequenceEqual(bytes), iter: 1_000, seed: "0000000000001");
        Assert.Equal("a\uFFFDb", encoding.Decode(encoding.Encode("a\uD800b")));
    }

    [Fact]
    public void A_word_without_end_is_encoded_in_time_and_as_a_plain_scan_does()
    {
        BytePairEncoding encoding = BytePairTrainer.Train([string.Concat(Enumerable.Repeat("abracadabra aaaa aaab ", 9))], 280);
        Gen.OneOfConst((byte)'a', (byte)'b', (byte)'r', (byte)'c', (byte)'d').Array[0, 60]
            .Sample(word => encoding.EncodeWord(word).SequenceEqual(Scan(encoding, word)), iter: 2_000, seed: "0000000000001");

        int[] tokens = encoding.Encode(new string('a', 1_000_000));

        Assert.Equal(1_000_000, encoding.DecodeBytes(tokens).Length);
    }

    [Fact]
    public void Several_threads_may_encode()
    {
        BytePairEncoding encoding = BytePairTrainer.Train([string.Concat(Enumerable.Repeat("one two three four five ", 9))], 290);
        string[] texts = [.. Enumerable.Range(0, 200).Select(n => $"one{n} two{n % 7} three four{n % 3}")];
        int[][] alone = [.. texts.Select(encoding.Encode)];

        BytePairEncoding fresh = new(encoding.Vocabulary, encoding.Merges, encoding.Special);

        Assert.Equal(alone, texts.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(fresh.Encode));
    }

    [Fact]
    public void A_vocabulary_with_gaps_is_refused()
    {
        Dictionary<string, int> bytes =
            ByteAlphabet.Order.Index().ToDictionary(one => ByteAlphabet.Letter(one.Item).ToString(), one => one.Index);

        Assert.Throws<InvalidDataException>(() => new BytePairEncoding(new Dictionary<string, int> { ["a"] = 0 }, []));
        Assert.Throws<InvalidDataException>(() => new BytePairEncoding(bytes, [("a", "b")]));
        Assert.Throws<InvalidDataException>(() => new BytePairEncoding(new Dictionary<string, int>(bytes) { ["ab"] = 0 }, []));
        Assert.Throws<InvalidDataException>(() => new BytePairEncoding(new Dictionary<string, int>(bytes) { ["a b"] = 256 }, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BytePairEncoding(bytes, [])[256]);
    }

    /// <summary>The lowest rank first, found by looking at all pairs again each time.</summary>
    private static IEnumerable<int> Scan(BytePairEncoding encoding, byte[] word)
    {
        Dictionary<(string, string), int> ranks = encoding.Merges.Index().ToDictionary(one => one.Item, one => one.Index);
        List<string> symbols = [.. word.Select(value => ByteAlphabet.Letter(value).ToString())];
        while (true)
        {
            (string, string)[] known = [.. symbols.Zip(symbols.Skip(1)).Where(ranks.ContainsKey)];
            if (known.Length == 0) return symbols.Select(symbol => encoding.Vocabulary[symbol]);
            (string left, string right) = known.MinBy(pair => ranks[pair]);
            for (int n = 0; n + 1 < symbols.Count; n++)
            {
                if (symbols[n] != left || symbols[n + 1] != right) continue;
                symbols[n] = left + right;
                symbols.RemoveAt(n + 1);
            }
        }
    }
}
