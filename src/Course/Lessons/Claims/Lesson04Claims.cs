namespace Course;

/// <summary>The published results that lesson 04 (1980, expert systems) measures again.</summary>
internal static class Lesson04Claims
{
    private const string Plants = "631 different plants of the 683 (52 duplicates left out); of the paper's 15 diseases 290 plants to learn from and the other 293 to be asked about, drawn by class with seed 1980";

    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(4,
    [
        new Claim
        {
            Id = "1975.shortliffe.order",
            Paper = Papers.VanMelle1980,
            Where = "the combining function",
            Statement = "The order and the grouping of evidence do not matter: the combining function is commutative and associative. Greatest difference found",
            Published = "0",
            Acceptance = Acceptance.AtMost(1e-9),
            AcceptanceReason = "numbers of 16 digits round",
            Setting = "100,000 random triples of certainty factors from −0.99 to 0.99",
            Format = "0.0E0",
        },
        new Claim
        {
            Id = "1980.michalski.expert",
            Paper = Papers.MichalskiChilausky1980,
            Where = "the comparison on 340 test plants",
            Statement = "Rules that an expert wrote down name the disease of a soybean plant",
            Published = "71.8 %",
            Acceptance = Acceptance.ReportedOnly,
            AcceptanceReason = "the expert is another: rules written for this course from advice that extension services give to farmers, frozen before they were scored",
            Setting = "53 rules with certainty factors, the most certain disease counts; " + Plants,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1980.michalski.induced",
            Paper = Papers.MichalskiChilausky1980,
            Where = "the comparison on 340 test plants",
            Statement = "Rules induced from examples name the disease of a soybean plant",
            Published = "97.6 %",
            Acceptance = Acceptance.AtLeast(0.90),
            AcceptanceReason = "the paper's 290 plants were chosen by a program to be representative, ours are drawn at random; cross-validation within them (learn from most, ask about the rest, in turn) gave 90 %",
            Setting = "a decision list from a gain-ratio tree instead of AQ11; " + Plants,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "04.soybean.perceptron",
            Statement = "An averaged perceptron of lesson 02 names the disease of a soybean plant",
            Published = "no figure",
            Acceptance = Acceptance.ReportedOnly,
            Setting = "one input for each value of each symptom, 20 passes; " + Plants,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1987.schlimmer.votes",
            Paper = Papers.Schlimmer1987,
            Where = "the accuracy of the program STAGGER",
            Statement = "A member's party is learnt from sixteen votes",
            Published = "90 % to 95 %",
            Acceptance = Acceptance.Between(0.90, 1),
            AcceptanceReason = "better than the program of 1987 is no failure",
            Setting = "rules of at least 10 members a side, from 300 members, asked about the other 135; mean of 20 draws",
            Format = "0.0 %",
        },
    ]);
}
