namespace Course.Transformers;

/// <summary>What lesson 12 measures again.</summary>
internal static class Lesson12Claims
{
    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(12,
    [
        new Claim
        {
            Id = "2017.vaswani.variance",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Vaswani2017,
            Where = "section 3.2.1, footnote 4",
            Statement = "The variance of q·k divided by d, for d = 4, 16 and 64 independent numbers of mean 0 and variance 1",
            Published = "1; 1; 1",
            Same = Acceptance.Between(0.96, 1.04).Because("three standard errors of 20,000 drawn pairs at d = 4, where they are widest"),
            Setting = "20,000 pairs for each d, from the normal distribution; seed 1",
            Format = "0.000",
        },
        new Claim
        {
            Id = "12.twin.multi-head",
            Kind = ClaimKind.OwnCheck,
            Statement = "Multi-head attention in plain arrays and as a TorchSharp module give the same",
            Published = "equal but for rounding",
            SameDirection = Acceptance.AtMost(1e-5).Because("single precision"),
            Setting = "the largest difference; 4 heads, 16 numbers a token, 7 tokens, random weights",
            Format = "0.0e+0",
        },
        new Claim
        {
            Id = "12.equivariance",
            Kind = ClaimKind.OwnCheck,
            Statement = "Attention without positions: tokens in another order give the same outputs in that order",
            Published = "equal but for rounding",
            SameDirection = Acceptance.AtMost(1e-12).Because("double precision; the sums run in another order"),
            Setting = "the largest difference; 9 tokens of 16 numbers, drawn; seed 1",
            Format = "0.0e+0",
        },
        new Claim
        {
            Id = "2017.vaswani.shift",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Vaswani2017,
            Where = "section 3.5",
            Statement = "The code of position pos + k is the same linear map of the code of pos, for every pos: the largest difference",
            Published = "0",
            Same = Acceptance.AtMost(1e-9).Because("double precision"),
            Setting = "positions 0 to 999, k from 1 to 50, 64 numbers",
            Format = "0.0e+0",
        },
        new Claim
        {
            Id = "12.sorter",
            Kind = ClaimKind.OwnCheck,
            Statement = "Rows of 2 to 8 digits that the Transformer of 5,776 weights sorts without a fault",
            Published = "all",
            SameDirection = Acceptance.AtLeast(0.99).Because("sorting is a rule: who has it makes hardly any mistake"),
            Setting = "one block on each side, 16 numbers a token, one head; batches of 64 drawn rows; 1,000 fresh rows; seed 1",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "12.sorter.looks",
            Kind = ClaimKind.OwnCheck,
            Statement = "Digits written while the decoder looks most at that very digit of the source",
            Published = "most",
            SameDirection = Acceptance.AtLeast(0.8).Because("a look at random hits it about one time in four"),
            Setting = "200 fresh rows of 2 to 8 digits; an equal digit counts as well",
            Format = "0.0 %",
        },
        Count("base", "first row: 65 million", "65 million", 65e6),
        Count("big", "last row: 213 million", "213 million", 213e6),
        new Claim
        {
            Id = "2017.vaswani.warm-up",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Vaswani2017,
            Where = "section 5.3, equation 3",
            Statement = "The step at which the rate is highest",
            Published = "4,000",
            Same = Acceptance.Exactly(4_000),
            Setting = "warm-up of 4,000 steps, d = 512; the first 20,000 steps",
            Format = "N0",
        },
        new Claim
        {
            Id = "12.words.live",
            Kind = ClaimKind.OwnCheck,
            Statement = "Words in disorder that are put right: at random, by counted pairs of letters, and by a Transformer that points",
            Published = "each above the one before",
            SameDirection = Acceptance.Rising.Because("it sees all letters, pairs see two; the standard error is below 1.6 points"),
            Setting = Words + "; 400 steps of learning",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "2017.vaswani.heads",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Vaswani2017,
            Where = "table 3, rows A: one head is 0.9 BLEU worse than eight, and many are worse, too",
            Statement = "Words of five to nine letters put in order by models of one, two, four and eight heads",
            Published = "24.9, 25.5, 25.8 and 25.8 BLEU with 1, 4, 8 and 16 heads",
            ReportedBecause = "letters are no words, and 64 numbers leave eight heads 8 each",
            Setting = "as 12.words, 1,000 steps, the likeliest letter each time; the same weights but for the heads; seed 1",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "12.words",
            Kind = ClaimKind.OwnCheck,
            Statement = "The same by counted runs of three letters, and by the Transformer with a beam of 10",
            Published = "the Transformer above",
            SameDirection = Acceptance.Rising.Because("the order; the standard error of either is 1.6 points"),
            Setting = Words + "; 4,000 steps of learning",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "12.numbers",
            Kind = ClaimKind.OwnCheck,
            Statement = "Numbers in English words that are written in Chinese numerals without a fault",
            Published = "all",
            SameDirection = Acceptance.AtLeast(0.99).Because("both languages of numbers are rules without exception"),
            Setting = "1,000 numbers of 10,000 to 999,999, none of them among those to learn from; two blocks on each side, 64 numbers a "
                + "token, 4 heads, norm first; 1,000 batches of 64; seed 1",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "12.copy",
            Kind = ClaimKind.OwnCheck,
            Statement = "Rows of 2 to 8 digits that the Transformer of 5,776 weights copies, and that it reverses, without a fault",
            Published = "all",
            SameDirection = Acceptance.AtLeast(0.99).Because("both are rules"),
            Setting = "as the sorter: one block on each side, 16 numbers a token, one head; 2,000 batches of 64 drawn rows; 1,000 fresh rows; "
                + "seed 1",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "12.lines",
            Kind = ClaimKind.OwnCheck,
            Statement = "Lines of Tang quatrains in disorder that are put right: at random, by counted pairs of characters, and by the "
                + "Transformer with a beam of 10",
            Published = "each above the one before",
            SameDirection = Acceptance.Rising.Because("it sees all characters, pairs see two; the standard error is below 1 point"),
            Setting = "1,000 lines of seven characters, from poems of which no line is learnt; two blocks on each side, 64 numbers a character, "
                + "4 heads, norm first; 4,000 batches of 64; seed 1",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "12.translation",
            Kind = ClaimKind.OwnCheck,
            Statement = "BLEU of English sentences in Chinese, in points: the translation of the sentence that shares most words, and the "
                + "Transformer's",
            Published = "the Transformer above",
            SameDirection = Acceptance.Rising.Because("who only looks up cannot say what nobody said"),
            Setting = "Tatoeba: 500 sentences held out, BLEU on characters; two blocks on each side, 128 numbers a token, 4 heads, norm last, "
                + "dropout 0.1, label smoothing 0.1, the paper's schedule with a warm-up of 1,000 steps; 10 epochs; beam of 4; seed 1",
            Format = "0.0",
        },
    ]);

    private const string Words = "1,000 of Jane Austen's words of five to nine letters, in no list to learn from; the first and the last "
        + "letter stay; two blocks on each side, 64 numbers a letter, 4 heads, norm first; batches of 64; seed 1";

    private static Claim Count(string model, string where, string published, double printed) => new()
    {
        Id = $"2017.vaswani.parameters.{model}",
        Kind = ClaimKind.Theorem,
        Paper = Papers.Vaswani2017,
        Where = "table 3, " + where,
        Statement = $"Weights and biases of the {model} model",
        Published = published,
        Same = Acceptance.Between(0.96 * printed, 1.04 * printed)
            .Because("4 %: the paper says \"about 37,000 tokens\", and no one number of tokens gives both of its counts"),
        Setting = "counted in the model, with 37,000 tokens in one table for source, target and output",
        Format = "N0",
    };
}
