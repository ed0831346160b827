namespace Course.History;

/// <summary>What lesson 00 measures.</summary>
internal static class Lesson00Claims
{
    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(0,
    [
        new Claim
        {
            Id = "00.parameters",
            Kind = ClaimKind.OwnCheck,
            Statement = "The largest difference between a machine's parameters as the course's own code counts them and a printed "
                + "figure, of eleven machines from 1957 to 2020",
            Published = "at most 4 %",
            SameDirection = Acceptance.AtMost(0.04).Because("the bar of lesson 12, whose paper's figure no vocabulary gives; rounding "
                + "to two digits may move the others by 2.9 %, cutting 61 million down to 60 moves AlexNet's by 1.6 %, and OpenAI "
                + "withdrew the 1,542 million that it had printed for GPT-2"),
            Setting = "each machine built by its lesson's class, on torch's device without memory where it is large; GPT-3 by formula",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "2022.sevilla.doubling",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Sevilla2022,
            Where = "abstract",
            Statement = "How long it takes until the training of a new machine takes twice as much computing, since 2010, in months",
            Published = "about 6",
            SameDirection = Acceptance.Between(3.4, 10).Because("the fastest and the slowest doubling that were published for this time: "
                + "3.4 months for the largest trainings until 2018 (D. Amodei, D. Hernandez, 2018), about 10 for large ones since 2015"),
            Setting = "the five machines of the course's table since 2010 whose makers print it or whose paper gives what is needed to "
                + "count it, where the paper has some hundred; a least-squares line through the logarithms",
            Format = "0.0",
        },
        new Claim
        {
            Id = "00.gaps",
            Kind = ClaimKind.OwnCheck,
            Statement = "The longest time between two machines of the neural school in the course's chronicle, in years; before and since "
                + "2006",
            Published = "no figure printed",
            ReportedBecause = "a chronicle is a choice: another one has other gaps",
            Setting = "the machines among the rows of the chronicle whose school is connectionism",
            Format = "0",
        },
    ]);
}
