namespace Course.Generation;

/// <summary>What lesson 14 measures again.</summary>
internal static class Lesson14Claims
{
    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(14,
    [
        new Claim
        {
            Id = "2019.radford.vocabulary",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Radford2019,
            Where = "section 2.3",
            Statement = "Tokens of GPT-2: 256 bytes, 50,000 merges, and the end of a text",
            Published = "50,257",
            Same = Acceptance.Exactly(50_257),
            Setting = "counted in the published files",
            Format = "N0",
        },
        new Claim
        {
            Id = "14.merges.twin",
            Kind = ClaimKind.OwnCheck,
            Statement = "Words that a plain loop over all 50,000 merges cuts as the library does",
            Published = "all",
            SameDirection = Acceptance.Exactly(1).Because("they are two ways to write one rule"),
            Setting = "the first 300 different words of Persuasion in ASCII",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "14.round-trip",
            Kind = ClaimKind.OwnCheck,
            Statement = "Texts that are not the same after they were cut into tokens and put together",
            Published = "none",
            SameDirection = Acceptance.Exactly(0).Because("every byte is a token"),
            Setting = "six novels, 5,802 messages and 14,119 Chinese quatrains, each as one text",
            Format = "0",
        },
        new Claim
        {
            Id = "2019.radford.parameters",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Radford2019,
            Where = "table 2, and the correction in the repository's README",
            Statement = "Weights and biases of the four sizes; table 2 printed 117, 345, 762 and 1,542 million, which was withdrawn",
            Published = "124, 355, 774 and 1,558 million",
            Same = Acceptance.Exactly(124_439_808, 354_823_168, 774_030_080, 1_557_611_200),
            Setting = "counted in the model; the table of tokens is used at both ends and counted once",
            Format = "N0",
        },
        new Claim
        {
            Id = "14.austen.live",
            Kind = ClaimKind.OwnCheck,
            Statement = "Bits per byte of an unread novel: the GPT after 300 steps, and gzip",
            Published = "the GPT needs fewer",
            SameDirection = Acceptance.Rising.Because("gzip learns the language from the text itself, in 60,000 bytes"),
            Setting = "two layers of 96 numbers, 2,048 tokens, context 64, batches of 32, five novels; the first 60,000 bytes of Persuasion; "
                + "seed 1; tokens and steps were chosen after three runs on this text",
            Format = "0.00",
        },
        new Claim
        {
            Id = "14.cache",
            Kind = ClaimKind.OwnCheck,
            Statement = "Tokens that a model writes otherwise if keys and values are kept",
            Published = "none",
            SameDirection = Acceptance.Exactly(0).Because("nothing that is kept could have changed"),
            Setting = "255 tokens drawn at temperature 1, context 256; seed 1",
            Format = "0",
        },
        new Claim
        {
            Id = "14.stories",
            Kind = ClaimKind.SameData,
            Paper = Papers.KarpathyStories,
            Where = "doc/stories260K.md, the output at temperature 0",
            Statement = "A Llama of 260,000 weights that somebody else trained tells its published story to the letter: 1 if it does",
            Published = "1",
            Same = Acceptance.Exactly(1).Because("the whole story is known, to the letter"),
            Setting = "stories260K.bin and tok512.bin; the likeliest token each time; compared by SHA-256",
            Format = "0",
        },
        new Claim
        {
            Id = "14.austen",
            Kind = ClaimKind.OwnCheck,
            Statement = "Bits per byte of an unread novel: the GPT of the lesson after 4,000 steps, the counter of three letters, and gzip",
            Published = "in this order",
            SameDirection = Acceptance.Rising.Because("a network that reads 64 tokens should beat a table of three letters"),
            Setting = "as in the lesson, but for the steps",
            Format = "0.00",
        },
        new Claim
        {
            Id = "2022.karpathy.shakespeare",
            Kind = ClaimKind.SameData,
            Paper = Papers.KarpathyNanoGpt,
            Where = "README, training on a processor",
            Statement = "Loss on the last tenth of Shakespeare's lines, in nats per letter",
            Published = "1.88",
            Same = Acceptance.Between(1.84, 1.92).Because("it is estimated from 20 batches of 12 windows of 64 letters: two standard errors are 0.04"),
            SameDirection = Acceptance.Between(1.76, 2.0).Because("another start and other drawn windows"),
            Setting = "4 layers of 128 numbers, 4 heads, context 64, batches of 12, 2,000 steps, no dropout; seed 1",
            Format = "0.000",
        },
    ]);
}
