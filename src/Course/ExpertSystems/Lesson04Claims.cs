namespace Course.ExpertSystems;

/// <summary>The published results that lesson 04 (1980, expert systems) measures again.</summary>
internal static class Lesson04Claims
{
    private const string Plants =
        "the study's plants of 15 diseases: rows 1 to 290 of the data set to learn from, rows 308 to 647 to be asked about; 23 of these "
            + "340 repeat one of the first";

    private const string DifferentPlants =
        "631 different plants of the 683 (52 duplicates left out); of the paper's 15 diseases 290 plants to learn from and the other 293 "
            + "to be asked about, drawn by class with seed 1980";

    private const string OtherExpert =
        "the expert is another: rules written for this course from advice that extension services give to farmers, frozen before they "
            + "were scored";

    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(4,
    [
        new Claim
        {
            Id = "1975.shortliffe.order",
            Kind = ClaimKind.Theorem,
            Paper = Papers.VanMelle1980,
            Where = "the combining function",
            Statement = "The order and the grouping of evidence do not matter: the combining function is commutative and associative. "
                + "Greatest difference found",
            Published = "0",
            Same = Acceptance.AtMost(1e-9).Because("numbers of 16 digits round"),
            Setting = "100,000 random triples of certainty factors from −0.99 to 0.99",
            Format = "0.0E0",
        },
        new Claim
        {
            Id = "1980.michalski.expert",
            Kind = ClaimKind.OtherData,
            Paper = Papers.MichalskiChilausky1980,
            Where = "the comparison on 340 test plants",
            Statement = "Rules that an expert wrote down name the disease of a soybean plant",
            Published = "71.8 %",
            ReportedBecause =
                "the expert is another: rules written for this course from advice that extension services give to farmers, frozen before "
                    + "they were scored",
            Setting = "53 rules with certainty factors, the most certain disease counts; " + Plants,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1980.michalski.induced",
            Kind = ClaimKind.OtherData,
            Paper = Papers.MichalskiChilausky1980,
            Where = "the comparison on 340 test plants",
            Statement = "Rules induced from examples name the disease of a soybean plant",
            Published = "97.6 %",
            SameDirection = Acceptance.Between(0.96, 0.992)
                .Because("two standard errors of 340 plants on either side of 97.6 %"),
            Setting = "a decision list from a gain-ratio tree instead of AQ11; " + Plants,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "04.soybean.perceptron",
            Kind = ClaimKind.OwnCheck,
            Statement = "An averaged perceptron of lesson 02 names the disease of a soybean plant",
            Published = "no figure",
            ReportedBecause = "nothing was published: it stands beside the two kinds of rules",
            Setting = "one input for each value of each symptom, 20 passes; " + Plants,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1980.michalski.expert-different",
            Kind = ClaimKind.OtherData,
            Paper = Papers.MichalskiChilausky1980,
            Where = "the comparison on 340 test plants",
            Statement = "The written rules, asked about plants that repeat none of the others",
            Published = "71.8 %",
            ReportedBecause = OtherExpert,
            Setting = "53 rules with certainty factors, the most certain disease counts; " + DifferentPlants,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1980.michalski.induced-different",
            Kind = ClaimKind.OtherData,
            Paper = Papers.MichalskiChilausky1980,
            Where = "the comparison on 340 test plants",
            Statement = "The induced rules, asked about plants that repeat none they have learnt from",
            Published = "97.6 %",
            ReportedBecause = "another question than the paper's: it shows what the repeated plants are worth",
            Setting = "a decision list from a gain-ratio tree instead of AQ11; " + DifferentPlants,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1987.schlimmer.votes",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Schlimmer1987,
            Where = "the accuracy of the program STAGGER",
            Statement = "A member's party is learnt from sixteen votes",
            Published = "90 % to 95 %",
            ReportedBecause = "another program; and a rule that asks one question alone gets there, so that no bar would tell anything",
            Setting = "rules of at least 10 members on each side, from 300 members, asked about the other 135; mean of 20 draws",
            Format = "0.0 %",
        },
    ]);
}
