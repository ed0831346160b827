namespace Course.McCullochPitts;

/// <summary>What lesson 01 measures again.</summary>
internal static class Lesson01Claims
{
    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(1,
    [
        new Claim
        {
            Id = "1943.mcculloch-pitts.silence",
            Kind = ClaimKind.Theorem,
            Paper = Papers.McCullochPitts1943,
            Where = "theorem 3",
            Statement = "Nets without circles realise exactly the sentences that are false when all their parts are: of the 16 functions "
                + "of two inputs, those that are 0 in silence",
            Published = "8 of 16",
            Same = Acceptance.Exactly(8),
            Setting = "all signals that neurons can make of two inputs, until none is new",
            Format = "0",
        },
        new Claim
        {
            Id = "1943.mcculloch-pitts.two-input-functions",
            Kind = ClaimKind.Theorem,
            Paper = Papers.McCullochPitts1943,
            Where = "theorems 2 and 3",
            Statement = "With a neuron that always fires, every function of two inputs has a net without circles",
            Published = "16 of 16",
            Same = Acceptance.Exactly(16),
            Setting = "one net for each function, run on all its inputs",
            Format = "0",
        },
        new Claim
        {
            Id = "1971.muroga.two-input-units",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Muroga1971,
            Where = "table 2.3.2, p. 38",
            Statement = "A single weighted threshold unit computes all functions of two inputs but two, XOR and XNOR",
            Published = "14 of 16",
            Same = Acceptance.Exactly(14),
            Setting = "all units with whole weights up to the bound that suffices",
            Format = "0",
        },
        new Claim
        {
            Id = "1971.muroga.threshold-functions",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Muroga1971,
            Where = "table 2.3.2, p. 38",
            Statement = "Functions of n = 1 to 5 inputs that one weighted threshold unit can compute",
            Published = "4, 14, 104, 1,882, 94,572",
            Same = Acceptance.Exactly(4, 14, 104, 1_882, 94_572),
            Setting = "exhaustive: all units with whole weights up to the bound that suffices",
            Format = "#,0",
        },
        new Claim
        {
            Id = "1971.muroga.threshold-functions-of-six",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Muroga1971,
            Where = "table 2.3.2, p. 38",
            Statement = "Functions of 6 inputs that one weighted threshold unit can compute",
            Published = "15,028,134",
            Same = Acceptance.Exactly(15_028_134),
            Setting = "units with falling weights, each result counted with its variants",
            Format = "#,0",
        },
        new Claim
        {
            Id = "1943.mcculloch-pitts.heat-illusion",
            Kind = ClaimKind.Theorem,
            Paper = Papers.McCullochPitts1943,
            Where = "section 2, after theorem 3, and figure 1e",
            Statement = "The net of the heat illusion obeys its two formulas at every tick: ticks that disagree",
            Published = "0",
            Same = Acceptance.Exactly(0),
            Setting = "all 16,384 histories of seven ticks of both receptors",
            Format = "0",
        },
        new Claim
        {
            Id = "1943.mcculloch-pitts.full-adder",
            Kind = ClaimKind.OwnCheck,
            Paper = Papers.McCullochPitts1943,
            Where = "the course's own net, an instance of theorem 3",
            Statement = "Sum and carry of three bits by a net without circles: rows of the truth table that are right",
            Published = "no figure",
            SameDirection = Acceptance.Exactly(8),
            Setting = "8 neurons, results after three ticks",
            Format = "0",
        },
        new Claim
        {
            Id = "1943.mcculloch-pitts.flip-flop",
            Kind = ClaimKind.Theorem,
            Paper = Papers.McCullochPitts1943,
            Where = "the remark after theorem 7",
            Statement = "A neuron that stays active is replaced by a circle that one afferent starts and another inhibits: ticks that "
                + "disagree",
            Published = "0",
            Same = Acceptance.Exactly(0),
            Setting = "one neuron, all 16,384 histories of seven ticks of set and reset",
            Format = "0",
        },
    ]);
}
