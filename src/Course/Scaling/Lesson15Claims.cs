namespace Course.Scaling;

/// <summary>What lesson 15 measures again.</summary>
internal static class Lesson15Claims
{
    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(15,
    [
        new Claim
        {
            Id = "2020.kaplan.size.live",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Kaplan2020,
            Where = "section 1.2, equation 1.1",
            Statement = "Loss is a power law of the size: the share of its scatter that a straight line explains, R²",
            Published = "a straight line over six decades",
            SameDirection = Acceptance.AtLeast(0.97).Because("five points on a curve or in disorder would leave more than 3 %"),
            Setting = "five GPTs of one block, 768 to 110,592 weights without embeddings, 200 steps of 32 texts of 32 letters; "
                + "Austen's six novels, their last tenth held out; seed 1",
            Format = "0.0000",
        },
        new Claim
        {
            Id = "2020.kaplan.exponent.live",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Kaplan2020,
            Where = "equation 1.1",
            Statement = "The exponent of that law",
            Published = "0.076",
            ReportedBecause = "an exponent belongs to the text, the tokens and the length of training, and all three are others here",
            Setting = "as 2020.kaplan.size.live",
            Format = "0.000",
        },
        new Claim
        {
            Id = "2020.brown.parameters",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Brown2020,
            Where = "tables 2.1 and D.1",
            Statement = "Weights and biases of the largest GPT-3, in billions; the title of the paper's table rounds them to 175",
            Published = "174.6",
            Same = Acceptance.Between(174.55, 174.65).Because("that is how table D.1 rounds"),
            Setting = "counted by formula, with all biases and norms",
            Format = "0.000",
        },
        new Claim
        {
            Id = "2020.brown.family",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Brown2020,
            Where = "table D.1",
            Statement = "The largest difference between a printed size and ours, of all eight models",
            Published = "none",
            Same = Acceptance.AtMost(0.005).Because("125 million, with three figures, may be off by 0.4 %"),
            Setting = "counted by formula; the 13B model with 40 heads of 128 numbers, 5,120, where the table prints 5,140",
            Format = "0.00 %",
        },
        new Claim
        {
            Id = "15.flops.counted",
            Kind = ClaimKind.OwnCheck,
            Statement = "Additions and multiplications of all matrix products in a real step of training, divided by the formula's",
            Published = "1",
            SameDirection = Acceptance.Exactly(1).Because("both count the same products"),
            Setting = "a GPT of one block of 64 numbers, four texts of 32 letters, forward and backward",
            Format = "0.000",
        },
        new Claim
        {
            Id = "2020.brown.flops",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Brown2020,
            Where = "table D.1",
            Statement = "What the training of GPT-3 cost by 6 N D, in units of 10²³ additions and multiplications",
            Published = "3.14",
            Same = Acceptance.Between(3.135, 3.145).Because("that is how the table rounds"),
            Setting = "N by formula, D = 300 billion tokens",
            Format = "0.000",
        },
        new Claim
        {
            Id = "2024.besiroglu.ratio",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Besiroglu2024,
            Where = "the estimates of their new fit",
            Statement = "Tokens for each parameter at the best split of Chinchilla's budget, 5.76 · 10²³",
            Published = "about 20",
            Same = Acceptance.Between(15, 25).Because("\"about 20\" names the nearest ten or five"),
            Setting = "by equation 4 of Hoffmann et al. (2022) with the corrected constants",
            Format = "0.0",
        },
        new Claim
        {
            Id = "2022.garg.live",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Garg2022,
            Where = "section 3.1",
            Statement = "Error of the Transformer's guess after 2 d examples of a function that it has never seen; who says 0 has 1",
            Published = "below 0.001",
            SameDirection = Acceptance.AtMost(0.25).Because("the paper has 500,000 steps: we dared to promise three quarters of the way"),
            Setting = "2 dimensions where the paper has 20, prompts of 5 pairs, 3 blocks of 64 numbers, 800 steps of 64 prompts; "
                + "2,000 new functions; seed 1",
            Format = "0.000",
        },
        new Claim
        {
            Id = "2022.garg.rivals",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Garg2022,
            Where = "section 3.1",
            Statement = "The same error: the Transformer, and the better of averaging and three nearest neighbours",
            Published = "the Transformer errs less",
            SameDirection = Acceptance.Rising.Because("neither rival ever fits a line"),
            Setting = "as 2022.garg.live",
            Format = "0.000",
        },
        new Claim
        {
            Id = "2023.schaeffer.metric",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Schaeffer2023,
            Where = "sections 2 and 4, equation 1",
            Statement = "How sudden the same models' rise is: under log-likelihood per token, and under exact match",
            Published = "abilities emerge under metrics that are all or nothing",
            SameDirection = Acceptance.Rising.Because("the score of exact match should be the larger one"),
            Setting = "sums of two numbers of two digits, six GPTs of 8 to 48 numbers, 400 steps each, 1,000 held-out sums; seed 1",
            Format = "0.0",
        },
        new Claim
        {
            Id = "2020.kaplan.laws",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Kaplan2020,
            Where = "equations 1.1 to 1.3",
            Statement = "R² of the three lines: loss against size, against text, against compute",
            Published = "straight lines over six, two and eight decades",
            SameDirection = Acceptance.AtLeast(0.97).Because("a curve or disorder would leave more than 3 %"),
            Setting = "GPTs of one block and 8 to 96 numbers, 2,000 steps; 1,000 to 128,000 letters for one of 64 numbers, 1,000 steps, "
                + "stopped at its best; sizes 8 to 96 with 30 to 1,000 steps; seed 1",
            Format = "0.0000",
        },
        new Claim
        {
            Id = "2020.kaplan.exponents",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Kaplan2020,
            Where = "equations 1.1 to 1.3",
            Statement = "Their exponents: text, size, compute",
            Published = "0.095, 0.076, 0.050",
            ReportedBecause = "exponents belong to the text and the tokens; their order came out otherwise in short trials before, too",
            Setting = "as 2020.kaplan.laws",
            Format = "0.000",
        },
        new Claim
        {
            Id = "2022.garg.five",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Garg2022,
            Where = "section 3.1",
            Statement = "Error of the Transformer's guess after 2 d examples, in five dimensions",
            Published = "below 0.001",
            SameDirection = Acceptance.AtMost(0.05).Because("10,000 steps are a fiftieth of the paper's"),
            Setting = "5 dimensions where the paper has 20, prompts of 11 pairs, 3 blocks of 64 numbers, 10,000 steps of 64 prompts; "
                + "2,000 new functions; seed 1",
            Format = "0.000",
        },
    ]);
}
