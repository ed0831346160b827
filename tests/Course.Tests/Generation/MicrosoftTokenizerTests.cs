using System.Text;
using System.Text.RegularExpressions;
using Course.Data;
using Course.Data.Texts;
using Course.Generation;
using Microsoft.ML.Tokenizers;
using PreTokenizer = Course.Generation.PreTokenizer;

namespace Course.Tests.Generation;

/// <summary>
/// The library's tokens against those of Microsoft.ML.Tokenizers, with a vocabulary that the library learns. The two differ where a letter
/// or a digit beyond U+FFFF stands in the text: Microsoft's pattern takes its two UTF-16 units for signs, where GPT-2's own code takes one
/// letter or digit. So words begin and end elsewhere, and nothing else is different.
/// </summary>
public sealed partial class MicrosoftTokenizerTests(MicrosoftTokenizerTests.Both both) : IClassFixture<MicrosoftTokenizerTests.Both>
{
    [Fact]
    public void Six_novels_have_the_same_tokens() =>
        Assert.All(Austen.Novels, novel => Assert.Equal(both.Theirs.EncodeToIds(Austen.Text(novel)), both.Ours.Encode(Austen.Text(novel))));

    [Fact]
    public void GPT_2_s_own_vocabulary_gives_all_novels_messages_and_quatrains_the_same_tokens()
    {
        BytePairEncoding gpt2 = TokenizerFiles.Gpt2();
        string folder = Directory.CreateTempSubdirectory("course-bpe").FullName;
        TokenizerFiles.Save(gpt2, folder);
        Tokenizer theirs = Both.Create(folder, new CodePoints());
        Directory.Delete(folder, recursive: true);

        Assert.Equal(50_257, gpt2.Count);
        Assert.All(Austen.Novels.Select(Austen.Text).Concat(SpamMessages.Load().Select(message => message.Text))
            .Concat(TangQuatrains.Load().Select(poem => poem.Text)), text => Assert.Equal(theirs.EncodeToIds(text), gpt2.Encode(text)));
    }

    [Fact]
    public void All_messages_have_the_same_tokens() => Assert.All(
        SpamMessages.Load(), message => Assert.Equal(both.Theirs.EncodeToIds(message.Text), both.Ours.Encode(message.Text)));

    [Fact]
    public void All_quatrains_have_the_same_tokens_but_those_with_a_letter_beyond_U_FFFF()
    {
        string[] poems = [.. TangQuatrains.Load().Select(poem => poem.Text)];
        Assert.Equal(14_119, poems.Length);

        Assert.All(poems, Compare);
        Assert.Equal(187, poems.Count(HasLetterOrDigitBeyond));
    }

    [Fact]
    public void With_words_of_code_points_all_quatrains_have_the_same_tokens() => Assert.All(
        TangQuatrains.Load(), poem => Assert.Equal(both.TheirsByCodePoints.EncodeToIds(poem.Text), both.Ours.Encode(poem.Text)));

    [Fact]
    public void Random_texts_have_the_same_tokens() => RandomTexts.Sample(5_000, seed: 14, Compare);

    [Fact(Explicit = true)]
    public void A_million_random_texts_have_the_same_tokens() => RandomTexts.Sample(1_000_000, seed: 2019, Compare);

    [Theory]
    [InlineData("a𐐀b", "a|𐐀|b")]                // a letter of Deseret
    [InlineData("中𠀀文", "中|𠀀|文")]            // a Chinese character of extension B
    [InlineData("1𝟘2", "1|𝟘|2")]                // a digit for mathematics
    [InlineData("𐐀! 𐐀", "𐐀!| 𐐀")]
    public void Letters_and_digits_beyond_U_FFFF_are_signs_to_Microsoft_s_pattern(string text, string theirWords)
    {
        Assert.NotEqual(theirWords.Split('|'), PreTokenizer.Split(text));

        Assert.Equal(theirWords.Split('|'), Units().Matches(text).Select(match => match.Value));
        Compare(text);
    }

    [Theory]
    [InlineData("a😀b 😀")]
    [InlineData(" 𐐀 ")]
    [InlineData("!👨‍👩‍👧'll")]
    public void Signs_beyond_U_FFFF_and_letters_among_spaces_make_no_difference(string text) =>
        Assert.Equal(both.Theirs.EncodeToIds(text), both.Ours.Encode(text));

    [Fact]
    public void Tokens_decode_to_the_same_text() => RandomTexts.Sample(1_000, seed: 3, text =>
        Assert.Equal(both.Theirs.Decode(both.Ours.Encode(text)), both.Ours.Decode(both.Ours.Encode(text))));

    /// <summary>Equal tokens; with a letter or digit beyond U+FFFF in the text, those of the words that UTF-16 units give.</summary>
    private void Compare(string text)
    {
        IReadOnlyList<int> theirs = both.Theirs.EncodeToIds(text);
        Assert.Equal(HasLetterOrDigitBeyond(text)
            ? [.. Units().Matches(text).SelectMany(word => both.Ours.EncodeWord(Encoding.UTF8.GetBytes(word.Value)))]
            : both.Ours.Encode(text), theirs);
    }

    private static bool HasLetterOrDigitBeyond(string text) =>
        text.EnumerateRunes().Any(rune => rune.Value > 0xFFFF && (Rune.IsLetter(rune) || Rune.IsNumber(rune)));

    [GeneratedRegex(PreTokenizer.Pattern)]
    private static partial Regex Units();

    /// <summary>Both tokenizers with one vocabulary, learnt from a part of each of the three collections.</summary>
    public sealed class Both
    {
        /// <summary>Learns.</summary>
        public Both()
        {
            Ours = BytePairTrainer.Train([Austen.Text("emma"), .. SpamMessages.Load().Select(message => message.Text),
                .. TangQuatrains.Load().Select(poem => poem.Text)], 4_000);
            string folder = Directory.CreateTempSubdirectory("course-bpe").FullName;
            TokenizerFiles.Save(Ours, folder);
            Theirs = Create(folder, new RegexPreTokenizer(Units(), null));
            TheirsByCodePoints = Create(folder, new CodePoints());
            Directory.Delete(folder, recursive: true);
        }

        /// <summary>The library's.</summary>
        public BytePairEncoding Ours { get; }

        /// <summary>Microsoft's with the published pattern.</summary>
        public Tokenizer Theirs { get; }

        /// <summary>Microsoft's with the library's words.</summary>
        public Tokenizer TheirsByCodePoints { get; }

        internal static BpeTokenizer Create(string folder, Microsoft.ML.Tokenizers.PreTokenizer words) => BpeTokenizer.Create(
            new BpeOptions(Path.Combine(folder, "vocab.json"), Path.Combine(folder, "merges.txt"))
            {
                ByteLevel = true,
                PreTokenizer = words,
            });
    }

    private sealed class CodePoints : Microsoft.ML.Tokenizers.PreTokenizer
    {
        public override IEnumerable<(int Offset, int Length)> PreTokenize(string text) => PreTokenize(text.AsSpan());

        public override IEnumerable<(int Offset, int Length)> PreTokenize(ReadOnlySpan<char> text)
        {
            var words = new List<(int, int)>();
            for (int at = 0, length; at < text.Length; at += length)
            {
                length = PreTokenizer.FirstWord(text[at..]);
                words.Add((at, length));
            }
            return words;
        }
    }
}
