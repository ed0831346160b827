using System.Text.RegularExpressions;
using Course.Data.Texts;
using Course.Generation;
using Course.Hub;
using Course.Hub.Models;
using Course.PreTraining;
using Course.Tests.Generation;
using BertTokenizer = Microsoft.ML.Tokenizers.BertTokenizer;

namespace Course.Tests.Hub.Models;

public sealed partial class TokenizerTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tokens-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void GPT_2_s_tokens_are_written_and_read_in_either_form()
    {
        BytePairEncoding gpt2 = TokenizerFiles.Gpt2();
        string text = "Hugging Face's 🤗 hub,  in 2020 <|endoftext|>\n";
        new BytePairTokenizer(gpt2).Save(folder.FullName);
        HubTokenizer whole = AutoTokenizer.FromPretrained(folder.FullName);
        File.Delete(Path.Combine(folder.FullName, "tokenizer.json"));
        TokenizerFiles.Save(gpt2, folder.FullName);
        HubTokenizer parts = AutoTokenizer.FromPretrained(folder.FullName);

        Assert.All((HubTokenizer[])[whole, parts], tokens =>
        {
            Assert.Equal(50_257, tokens.Count);
            Assert.Equal(gpt2.Encode(text), tokens.Encode(text));
            Assert.Equal(text, tokens.Decode(tokens.Encode(text)));
        });
    }

    [Fact]
    public void Lesson_13_s_pieces_are_written_and_read()
    {
        string[] messages = [.. SpamMessages.Load().Take(1_000).Select(message => message.Text)];
        WordPieces pieces = WordPieces.Learn(messages, 300, 200);
        new WordPieceTokenizer(pieces).Save(folder.FullName);

        HubTokenizer read = AutoTokenizer.FromPretrained(folder.FullName);

        Assert.Equal(pieces.Count, read.Count);
        string[] ascii = [.. messages.Where(text => text.All(char.IsAscii))];
        Assert.NotEmpty(ascii);
        Assert.All(ascii, text => Assert.Equal(pieces.Encode(text), read.Encode(text)));
        Assert.All(ascii, text => Assert.Equal(pieces.Decode(pieces.Encode(text)), read.Decode(read.Encode(text))));
    }

    // Microsoft's reader drops what Unicode calls a symbol, as | and $, and takes _ for a letter; BERT's own code keeps each as a word.
    [Fact]
    public void Every_sign_of_ASCII_is_a_word()
    {
        string signs = string.Concat(Enumerable.Range(33, 94).Select(code => (char)code).Where(sign => !char.IsAsciiLetterOrDigit(sign)));
        Dictionary<string, int> vocabulary = signs.Select(sign => sign.ToString()).Append("a").Append("[UNK]").Index()
            .ToDictionary(one => one.Item, one => one.Index);

        var tokens = new WordPieceTokenizer(vocabulary);

        Assert.Equal([vocabulary["a"]], tokens.Encode("\u0000A\ufffd\u200d\r\n"));         // what is no text is dropped, as there
        Assert.All(signs, sign => Assert.Equal([vocabulary["a"], vocabulary[sign.ToString()], vocabulary["a"]], tokens.Encode($"a{sign}a")));
    }

    // A vocabulary in the order of the published BERT, where no special token has the number that lesson 13 gives it.
    [Fact]
    public void BERT_s_vocab_txt_gives_the_same_tokens_as_Microsofts_reader()
    {
        string[] messages = [.. SpamMessages.Load().Select(message => message.Text)];
        WordPieces pieces = WordPieces.Learn(messages, 2_000, 2_000);
        string[] vocabulary =
        [
            "[PAD]", "[unused0]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "的", "中",
            .. Enumerable.Range(33, 94).Select(code => ((char)code).ToString()).Where(sign => !char.IsUpper(sign[0])),
            .. Enumerable.Range(WordPieces.Special, pieces.Count - WordPieces.Special).Select(number => pieces[number]),
        ];
        string path = Path.Combine(folder.FullName, "vocab.txt");
        File.WriteAllText(path, string.Join('\n', vocabulary.Distinct()) + "\n");
        BertTokenizer theirs = BertTokenizer.Create(path, new() { RemoveNonSpacingMarks = true });

        HubTokenizer ours = AutoTokenizer.FromPretrained(folder.FullName);
        ours.Save(folder.FullName);
        HubTokenizer again = AutoTokenizer.FromPretrained(folder.FullName);

        foreach (string whole in (string[])[.. messages, "Café ÀÉÎ 的中 naïve\u00a0x", "a\u0301b", "...!!", "", new string('x', 300)])
        {
            string text = Symbols().Replace(whole, " ");
            Assert.True(theirs.EncodeToIds(text, addSpecialTokens: false).SequenceEqual(ours.Encode(text)), text);
            Assert.Equal(ours.Encode(text), again.Encode(text));
        }
    }

    [Fact]
    public void Random_texts_are_encoded_and_decoded_without_a_fault()
    {
        var ours = new WordPieceTokenizer(WordPieces.Learn(["the cat sat on the mat"], 5, 5));

        RandomTexts.Sample(2_000, seed: 17, text => Assert.NotNull(ours.Decode(ours.Encode(text))));
        Assert.NotEmpty(ours.Encode("\ud800 cat \udc00"));
        Assert.Throws<ArgumentOutOfRangeException>(() => { ours.Decode([9_999]); });
    }

    [Fact]
    public void A_folder_without_tokens_says_so() => Assert.Contains("has no tokenizer.json",
        Assert.Throws<EntryNotFoundException>(() => AutoTokenizer.FromPretrained(folder.FullName)).Message, StringComparison.Ordinal);

    [GeneratedRegex(@"[\p{S}_]")]
    private static partial Regex Symbols();
}
