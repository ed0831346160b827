namespace Course.BoltzmannMachines;

/// <summary>What the long runs of lesson 05 measure again.</summary>
internal static class Lesson05LongRunClaims
{
    private const string EightSetting = "20 runs with the settings of the 4-2-4 encoder, but off bits are set on with probability 0.02";

    internal static IReadOnlyList<Claim> All { get; } =
    [
        new Claim
        {
            Id = "1985.ackley.encoder-remains",
            Kind = ClaimKind.SameData,
            Paper = Papers.AckleyHintonSejnowski1985,
            Where = "section 4.1, p. 160: \"once there it remained there\"",
            Statement = "The 4-2-4 encoder keeps its four codes once they have stood for ten cycles: the share of runs without a lapse",
            Published = "250 of 250 tests",
            Same = Acceptance.AtLeast(0.988).Because("none of 250 failed: with 95 % certainty fewer than 3 in 250 would"),
            SameDirection = Acceptance.AtLeast(0.95).Because("nearly always: the paper does not say how a code is read"),
            Setting = Lesson05Claims.EncoderSetting + "; watched for 500 cycles more",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1985.ackley.4-3-4",
            Kind = ClaimKind.SameData,
            Paper = Papers.AckleyHintonSejnowski1985,
            Where = "section 4.2, p. 160",
            Statement = "With three hidden units in place of two: learning cycles until no two codes differ in a single unit only, the median",
            Published = "270",
            Same = Acceptance.Between(270 / 1.3, 270 * 1.3).Because("within a factor of 1.3, as for the 4-2-4 encoder: 200 runs here"),
            SameDirection = Acceptance.Between(270 / 3.0, 3 * 270)
                .Because("within a factor of three: the paper does not say how a code is read"),
            Setting = "200 runs with the settings of the 4-2-4 encoder; given up after 10,000 cycles",
            Format = "0",
        },
        new Claim
        {
            Id = "1985.ackley.8-3-8-solved",
            Kind = ClaimKind.SameData,
            Paper = Papers.AckleyHintonSejnowski1985,
            Where = "section 4.3, pp. 160-161",
            Statement = "The 8-3-8 encoder finds all eight codes within 4,000 cycles",
            Published = "16 of 20 simulations",
            Same = Acceptance.Between(0.55, 1).Because("two standard errors of the difference of two shares of twenty runs"),
            Setting = EightSetting,
            Format = "0 %",
        },
        new Claim
        {
            Id = "1985.ackley.8-3-8-median",
            Kind = ClaimKind.SameData,
            Paper = Papers.AckleyHintonSejnowski1985,
            Where = "section 4.3, p. 161",
            Statement = "Learning cycles until the 8-3-8 encoder has all eight codes, the median",
            Published = "1,570",
            Same = Acceptance.Between(1570 / 2.5, 1570 * 2.5)
                .Because("within a factor of 2.5, two standard errors of the difference of two medians of twenty waiting times"),
            SameDirection = Acceptance.Between(1570 / 3.0, 3 * 1570)
                .Because("within a factor of three: the paper does not say how a code is read"),
            Setting = EightSetting,
            Format = "#,0",
        },
        new Claim
        {
            Id = "1985.ackley.40-10-40",
            Kind = ClaimKind.SameData,
            Paper = Papers.AckleyHintonSejnowski1985,
            Where = "section 4.4, p. 162, and figure 5",
            Statement = "The 40-10-40 encoder completes its patterns: given the first group, only the right unit is on in the second",
            Published = "98.6 %",
            Same = Acceptance.Between(0.969, 1).Because("two standard errors of the difference of two shares of 400 tests"),
            SameDirection = Acceptance.Between(0.9, 1).Because("nine in ten: how long it learns without noise is open"),
            Setting = "three runs of 1,600 cycles: 300 without hidden units, 500 with noise, 800 without; 400 tests each",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1982.hopfield.thresholds",
            Kind = ClaimKind.SameData,
            Paper = Papers.Hopfield1982,
            Where = "p. 2557: a choice of thresholds that makes the units count as −1 and +1",
            Statement = "How many times as many memories a net keeps if its units count as −1 and +1 instead of 0 and 1",
            Published = "2",
            Same = Acceptance.Between(1.8, 2.2).Because("a tenth either way: our loads are a hundredth apart"),
            SameDirection = Acceptance.Between(1.3, 2.7).Because("clearly more; nets of 800 units are small for a law of large nets"),
            Setting = "800 units; the loads at which half of the memories are kept, with fewer than 5 % of their bits wrong",
            Format = "0.00",
        },
        new Claim
        {
            Id = "1987.amit.capacity",
            Kind = ClaimKind.SameData,
            Paper = Papers.AmitGutfreundSompolinsky1987,
            Where = "the largest load at which retrieval states exist without noise, place not known",
            Statement = "Above this number of memories per unit a large Hopfield net, with units −1 and +1, keeps none",
            Published = "0.138",
            Same = Acceptance.Between(0.131, 0.145)
                .Because("a twentieth either way: our loads are a hundredth apart, and between them we draw a line"),
            SameDirection = Acceptance.Between(0.11, 0.166).Because("a fifth either way: the theorem is of nets without end"),
            Setting = "800 units; the load at which half of the memories are kept, with fewer than 5 % of their bits wrong",
            Format = "0.000",
        },
    ];
}
