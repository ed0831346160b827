namespace Course.PreTraining;

/// <summary>What lesson 13 measures again.</summary>
internal static class Lesson13Claims
{
    private const string Net = "one block of 64 numbers a token, 4 heads, on 3,205 tokens; messages of SpamAssassin, the first 48 tokens "
        + "of each, 1,000 of them for the test; mean accuracy of the classes; ";

    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(13,
    [
        new Claim
        {
            Id = "13.sees",
            Kind = ClaimKind.OwnCheck,
            Statement = "Of 49 pairs of places, those where a change of one word changes the other's state: in GPT, and in BERT",
            Published = "28; 49",
            SameDirection = Acceptance.Exactly(28, 49),
            Setting = "seven tokens, random weights, two blocks; each token is changed in turn",
            Format = "N0",
        },
        new Claim
        {
            Id = "13.perplexity",
            Kind = ClaimKind.OwnCheck,
            Statement = "Perplexity in plain C# and from the library's loss: the difference, as a share",
            Published = "equal but for rounding",
            SameDirection = Acceptance.AtMost(1e-4).Because("single precision"),
            Setting = "the notebook's GPT of letters on 1,000 words of messages that it has not read",
            Format = "0.0e+0",
        },
        new Claim
        {
            Id = "2018.devlin.chosen",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Devlin2018,
            Where = "section 3.1 and appendix A.1",
            Statement = "Tokens that BERT's masking chooses",
            Published = "15 %",
            Same = Acceptance.Between(0.149, 0.151).Because("three standard errors of a million tokens"),
            Setting = "the notebook's own masking of a million drawn tokens; seed 1",
            Format = "0.00 %",
        },
        new Claim
        {
            Id = "2018.devlin.hidden",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Devlin2018,
            Where = "section 3.1 and appendix A.1",
            Statement = "Of the chosen tokens, those that are hidden",
            Published = "80 %",
            Same = Acceptance.Between(0.797, 0.803).Because("three standard errors of 150,000 chosen tokens"),
            Setting = "as above",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "2018.devlin.replaced",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Devlin2018,
            Where = "section 3.1 and appendix A.1",
            Statement = "Of the chosen tokens, those that are replaced by any other, and those that stay",
            Published = "10 %; 10 %",
            Same = Acceptance.Between(0.097, 0.103).Because("more than three standard errors of 150,000 chosen tokens"),
            Setting = "as above",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "2018.radford.parameters",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Radford2018,
            Where = "section 4.1 gives the sizes; the sum, 117 million, is printed in table 2 of the paper on GPT-2 (2019)",
            Statement = "Weights and biases of GPT",
            Published = "117 million",
            Same = Acceptance.Between(116.5e6, 117.5e6).Because("printed in whole millions"),
            Setting = "counted in the model under the names of the published checkpoint, with its 40,478 tokens",
            Format = "N0",
        },
        Count("base", "BERT-base", "110 million", 110e6),
        Count("large", "BERT-large", "340 million", 340e6),
        new Claim
        {
            Id = "2018.radford.few-labels.live",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Radford2018,
            Where = "table 5: 74.7 with pre-training, 59.9 without, the mean of nine tasks",
            Statement = "Points that pre-training gains: ours with 5, 20 and 100 labelled messages of each class",
            Published = "14.8",
            SameDirection = Acceptance.AtLeast(0).Because("the order alone: our net is small, and few labels scatter by points"),
            Setting = Net + "mean of two draws of labels; seed 1",
            Format = "+0.0;-0.0",
        },
        new Claim
        {
            Id = "13.bayes.live",
            Kind = ClaimKind.OwnCheck,
            Statement = "Points by which the pre-trained net is above naive Bayes, which only counts: with 5, 20 and 100 labelled messages "
                + "of each class",
            Published = "no expectation",
            ReportedBecause = "in our trials, either was ahead in some settings",
            Setting = Net + "mean of two draws of labels; seed 1",
            Format = "+0.0;-0.0",
        },
        new Claim
        {
            Id = "13.file",
            Kind = ClaimKind.OwnCheck,
            Statement = "A model saved to a file and loaded into another: the largest difference of their answers",
            Published = "0",
            SameDirection = Acceptance.Exactly(0),
            Setting = "the pre-trained net, all its weights",
            Format = "0.0e+0",
        },
        new Claim
        {
            Id = "2018.radford.few-labels",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Radford2018,
            Where = "table 5: 74.7 with pre-training, 59.9 without, the mean of nine tasks",
            Statement = "Points that pre-training gains: ours with 5, 20, 100 and 500 labelled messages of each class",
            Published = "14.8",
            SameDirection = Acceptance.AtLeast(0).Because("the order alone: our net is small and knows one kind of text"),
            Setting = Net + "mean of three seeds, each with three draws of labels",
            Format = "+0.0;-0.0",
        },
        new Claim
        {
            Id = "13.gap-shrinks",
            Kind = ClaimKind.OwnCheck,
            Statement = "Points that pre-training gains with 500 labelled messages of each class, and with 5",
            Published = "less with many",
            SameDirection = Acceptance.Rising.Because("the order: many labels teach what plain text taught before"),
            Setting = "as above",
            Format = "+0.0;-0.0",
        },
        new Claim
        {
            Id = "2018.radford.layers",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Radford2018,
            Where = "section 5 and figure 2, left: each layer that is transferred helps, up to 9 points on MultiNLI",
            Statement = "Rank correlation of the layers transferred with the accuracy after fine-tuning",
            Published = "1",
            SameDirection = Acceptance.AtLeast(0.8).Because("one pair of neighbours may change places among five"),
            Setting = "nothing, the embeddings, and these with one, two or three of three blocks, else as above; 20 labelled messages of "
                + "each class; mean of three seeds, each with three draws",
            Format = "0.00",
        },
    ]);

    private static Claim Count(string id, string name, string published, double printed) => new()
    {
        Id = $"2018.devlin.parameters.{id}",
        Kind = ClaimKind.Theorem,
        Paper = Papers.Devlin2018,
        Where = "section 3",
        Statement = $"Weights and biases of {name}",
        Published = published,
        Same = Acceptance.Between(printed - 5e6, printed + 5e6).Because("printed in tens of millions"),
        Setting = "counted in the encoder with its pooler, under the names of the published checkpoint, with its 30,522 tokens",
        Format = "N0",
    };
}
