using Course.Transformers;

namespace Course.Tests.Transformers;

public class BleuTests
{
    private static readonly string[] cat1 = Words("the cat is on the mat"), cat2 = Words("there is a cat on the mat");

    // Papineni et al., 2002, section 2.1: example 2.
    [Fact]
    public void A_word_counts_at_most_as_often_as_in_a_reference() =>
        Assert.Equal(2.0 / 7, Bleu.Corpus([Words("the the the the the the the")], [[cat1, cat2]], 1).Precisions[0], 1e-12);

    // The same section: example 1.
    [Fact]
    public void The_paper_s_first_example_has_the_paper_s_precisions()
    {
        string[][] references =
        [
            Words("It is a guide to action that ensures that the military will forever heed Party commands"),
            Words("It is the guiding principle which guarantees the military forces always being under the command of the Party"),
            Words("It is the practical guide for the army always to heed the directions of the party"),
        ];
        string[] first = Words("It is a guide to action which ensures that the military always obeys the commands of the party");
        string[] second = Words("It is to insure the troops forever hearing the activity guidebook that party direct");

        Assert.Equal([17.0 / 18, 10.0 / 17], Bleu.Corpus([first], [references], 2).Precisions);
        Assert.Equal([8.0 / 14, 1.0 / 13], Bleu.Corpus([second], [references], 2).Precisions);
    }

    [Fact]
    public void A_score_worked_out_by_hand()
    {
        // Runs that match: 5 of 6 words, 3 of 5 pairs, 2 of 4 triples, 1 of 3 fours. As long as the reference: no penalty.
        BleuScore score = Bleu.Corpus([Words("a b c d x f")], [[Words("a b c d e f")]]);

        Assert.Equal([5 / 6.0, 3 / 5.0, 2 / 4.0, 1 / 3.0], score.Precisions);
        Assert.Equal(1, score.BrevityPenalty);
        Assert.Equal(Math.Pow(5 / 6.0 * 3 / 5.0 * 2 / 4.0 * 1 / 3.0, 0.25), score.Value, 1e-12);
    }

    [Fact]
    public void Short_translations_pay_and_the_whole_corpus_is_counted_together()
    {
        // 8 words against 10 in the references: e^(1 − 10/8). Words: 8 of 8; pairs: 3 + 3 of 3 + 3.
        BleuScore score = Bleu.Corpus([Words("a b c d"), Words("f g h i")], [[Words("a b c d e")], [Words("f g h i j")]], 2);

        Assert.Equal([1, 1], score.Precisions);
        Assert.Equal(Math.Exp(1 - 10 / 8.0), score.BrevityPenalty, 1e-12);
        Assert.Equal(score.BrevityPenalty, score.Value, 1e-12);
    }

    [Fact]
    public void Of_several_references_the_one_closest_in_length_sets_the_penalty()
    {
        Assert.Equal(1, Bleu.Corpus([Words("a b c")], [[Words("a b c"), Words("a b c d e f g")]], 1).BrevityPenalty);
        Assert.Equal(Math.Exp(1 - 4 / 3.0), Bleu.Corpus([Words("a b c")], [[Words("a b c d"), Words("a")]], 1).BrevityPenalty, 1e-12);
    }

    [Fact]
    public void Itself_is_perfect_and_nothing_in_common_is_zero()
    {
        Assert.Equal(1, Bleu.Corpus([cat1], [[cat1]]).Value, 1e-12);
        Assert.Equal(0, Bleu.Corpus([Words("x y z w v")], [[cat1]]).Value);
        Assert.Equal(0, Bleu.Corpus([[]], [[cat1]]).Value);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
