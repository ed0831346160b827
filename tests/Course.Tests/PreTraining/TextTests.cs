using Course.Data.Texts;
using Course.PreTraining;
using static TorchSharp.torch;

namespace Course.Tests.PreTraining;

public class TextTests
{
    [Fact]
    public void The_corpus_has_its_published_size()
    {
        IReadOnlyList<SpamMessage> messages = SpamMessages.Load();
        Assert.Equal(5_802, messages.Count);
        Assert.Equal(1_698, messages.Count(message => message.IsSpam));
        Assert.All(messages, message => Assert.NotEmpty(message.Text));
    }

    [Fact]
    public void A_word_is_split_into_the_longest_pieces_that_are_known()
    {
        var pieces = new WordPieces(["mail", "mailbox", "##box", "##es", "##bo", "!", "ma"]);
        string[] Split(string text) => [.. pieces.Encode(text).Select(number => pieces[number])];

        Assert.Equal(["mailbox", "##es", "!"], Split("MAILBOXes!"));
        Assert.Equal(["mail", "##es"], Split("  mailes\n"));
        Assert.Equal(["[UNK]", "mail"], Split("boxmail mail"));
        Assert.Equal(["[UNK]"], Split(new string('a', 1_000_000)));
        Assert.Empty(Split(" \t\n"));
        Assert.Equal("mailboxes !", pieces.Decode(pieces.Encode("mailboxes!")));
    }

    [Fact]
    public void Pieces_are_learnt_by_counting()
    {
        var pieces = WordPieces.Learn(["a list, a list", "lists lists listed a"], words: 3, ends: 2);
        Assert.Equal(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "list", "lists", "##ed"], Enumerable.Range(0, pieces.Count).Select(n => pieces[n]));
    }

    [Fact]
    public void The_shares_of_the_mask_are_the_published_ones()
    {
        var random = new Random(1);
        int[] text = WordPieces.Row([.. Enumerable.Range(0, 1_000_000).Select(_ => random.Next(WordPieces.Special, 1_000))]);

        MaskedText masked = MaskedText.Of(text, 1_000, random);

        int[] chosen = [.. Enumerable.Range(0, text.Length).Where(t => masked.Targets[t] != MaskedText.NotAsked)];
        Assert.All(chosen, t => Assert.Equal(text[t], masked.Targets[t]));
        Assert.All(Enumerable.Range(0, text.Length).Except(chosen), t => Assert.Equal(text[t], masked.Input[t]));
        Assert.Equal(MaskedText.NotAsked, masked.Targets[0]);
        Assert.Equal(MaskedText.NotAsked, masked.Targets[^1]);
        Assert.InRange(chosen.Length / 1e6, 0.149, 0.151);
        Assert.InRange(chosen.Count(t => masked.Input[t] == WordPieces.Mask) / (double)chosen.Length, 0.795, 0.805);
        Assert.InRange(chosen.Count(t => masked.Input[t] == text[t]) / (double)chosen.Length, 0.096, 0.105);
        Assert.All(chosen, t => Assert.InRange(masked.Input[t], WordPieces.Mask, 999));
    }

    [Fact]
    public void A_pair_has_its_special_tokens_and_segments()
    {
        SentencePair pair = SentencePair.Of([10, 11], [12], follows: true);
        Assert.Equal([WordPieces.Cls, 10, 11, WordPieces.Sep, 12, WordPieces.Sep], pair.Text);
        Assert.Equal([0, 0, 0, 0, 1, 1], pair.Segments);
    }

    [Fact]
    public void Half_of_the_drawn_pairs_belong_together()
    {
        int[][] texts = [.. Enumerable.Range(1, 5).Select(n => (int[])[10 * n, 10 * n + 1, 10 * n + 2])];
        var random = new Random(1);

        SentencePair[] pairs = [.. Enumerable.Range(0, 10_000).Select(_ => SentencePair.Draw(texts, random))];

        Assert.All(pairs, pair => Assert.Equal(pair.Follows, pair.Text[1] / 10 == pair.Text[4] / 10));
        Assert.InRange(pairs.Count(pair => pair.Follows), 4_800, 5_200);
        Assert.Equal(20, pairs.Where(pair => !pair.Follows).Select(pair => (pair.Text[1], pair.Text[4])).Distinct().Count());
    }

    [Fact]
    public void Naive_Bayes_multiplies_what_it_counted()
    {
        var bayes = new NaiveBayes(2, vocabulary: 3);
        bayes.Learn([0, 0, 1], 0);
        bayes.Learn([2], 1);

        Assert.Equal(Math.Log(3.0 / 6 * 1 / 6), bayes.LogP([0, 2], 0), 1e-12);
        Assert.Equal(Math.Log(1.0 / 4 * 2 / 4), bayes.LogP([0, 2], 1), 1e-12);
        Assert.Equal(1, bayes.Classify([0, 2]));
        Assert.Equal(0, bayes.Classify([0]));
    }

    [Fact]
    public void A_model_that_knows_nothing_is_as_perplexed_as_there_are_tokens_and_padding_does_not_count()
    {
        using var scope = NewDisposeScope();
        var gpt = new Gpt(new GptSettings(11, 6, 8, 1, 2) { Spread = 0 });
        Tensor text = tensor((long[])[2, 5, 6, 3, 0, 0], 1, 6);

        Assert.Equal(11, LanguageModel.Perplexity(gpt, [text, text]), 1e-4);

        gpt = new Gpt(new GptSettings(11, 6, 8, 1, 2) { Spread = 0.5 });
        Assert.Equal(LanguageModel.Perplexity(gpt, [text.narrow(1, 0, 4)]), LanguageModel.Perplexity(gpt, [text]), 1e-4);
    }
}
