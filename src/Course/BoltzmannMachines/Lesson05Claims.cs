namespace Course.BoltzmannMachines;

/// <summary>What lesson 05 measures again.</summary>
internal static class Lesson05Claims
{
    private const string EncoderPlace = "section 4.1, p. 160; procedure pp. 158-159";

    internal const string EncoderSetting =
        "250 runs, the paper's cooling plan, noise, weight step 2 and two settlings a vector; our readings of what it leaves open are "
            + "listed at BoltzmannLearning; given up after 10,000 cycles";

    private const string Digits = "8,000 training and 2,000 test digits at 14×14, ink above one half";

    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(5,
    [
        new Claim
        {
            Id = "1982.hopfield.no-errors",
            Kind = ClaimKind.SameData,
            Paper = Papers.Hopfield1982,
            Where = "p. 2557 and figure 2: n = 10 memories in N = 100 units",
            Statement = "Of ten random memories in a hundred units, the share that stays without a single wrong bit",
            Published = "0.6 (0.40 by his estimate)",
            Same = Acceptance.Between(0.55, 0.65)
                .Because("what rounds to the one digit that the paper prints; the standard error of our 2,000 memories is 0.011"),
            Setting = "200 nets, 2,000 memories, each set in as it was stored and left to itself",
            Format = "0.00",
        },
        new Claim
        {
            Id = "1982.hopfield.half",
            Kind = ClaimKind.SameData,
            Paper = Papers.Hopfield1982,
            Where = "pp. 2556-2557 and figure 2: n = 15 memories in N = 100 units",
            Statement = "Of fifteen random memories in a hundred units, the share that ends with fewer than five wrong bits",
            Published = "about half",
            Same = Acceptance.Between(0.4, 0.6).Because("what one would still call about half; the standard error of our 3,000 memories is 0.01"),
            SameDirection = Acceptance.Between(0.25, 0.75).Because("neither nearly all nor nearly none"),
            Setting = "200 nets, 3,000 memories, units 0 and 1 with thresholds of 0, each left to itself from the memory",
            Format = "0.00",
        },
        new Claim
        {
            Id = "1985.ackley.equilibrium",
            Kind = ClaimKind.Theorem,
            Paper = Papers.AckleyHintonSejnowski1985,
            Where = "section 2, the Boltzmann distribution",
            Statement = "At thermal equilibrium each state has the probability e^(−E/T) / Z",
            Published = "no difference",
            Same = Acceptance.AtMost(0.02).Because("a finite run: frequencies scatter"),
            Setting = "total variation over the 16 states of four units after 100,000 sweeps at temperature 1",
            Format = "0.0000",
        },
        new Claim
        {
            Id = "1985.ackley.encoder-solved",
            Kind = ClaimKind.SameData,
            Paper = Papers.AckleyHintonSejnowski1985,
            Where = EncoderPlace,
            Statement = "The 4-2-4 encoder finds four different codes",
            Published = "250 of 250 tests",
            Same = Acceptance.AtLeast(0.988).Because("none of 250 failed: with 95 % certainty fewer than 3 in 250 would"),
            SameDirection = Acceptance.AtLeast(0.95).Because("nearly always: sampling differs in details that the paper leaves open"),
            Setting = EncoderSetting,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1985.ackley.encoder-median",
            Kind = ClaimKind.SameData,
            Paper = Papers.AckleyHintonSejnowski1985,
            Where = EncoderPlace,
            Statement = "Learning cycles until there are four different codes, the median",
            Published = "110",
            Same = Acceptance.Between(110 / 1.3, 110 * 1.3)
                .Because("within a factor of 1.3, two standard errors of the difference of two medians of 250 waiting times"),
            SameDirection = Acceptance.Between(110 / 3.0, 3 * 110)
                .Because("within a factor of three: the paper does not say how a code is read"),
            Setting = EncoderSetting,
            Format = "0",
        },
        new Claim
        {
            Id = "1985.ackley.encoder-worst",
            Kind = ClaimKind.SameData,
            Paper = Papers.AckleyHintonSejnowski1985,
            Where = EncoderPlace,
            Statement = "The longest time that a test took, in learning cycles",
            Published = "1,810",
            ReportedBecause = "the largest of 250 draws from a distribution with a long tail: chance alone moves it by a factor",
            Setting = EncoderSetting,
            Format = "#,0",
        },
        new Claim
        {
            Id = "2002.hinton.cd1-likelihood",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Hinton2002,
            Where = "section not known: the rule is no gradient of the likelihood, yet improves the model",
            Statement = "CD-1 makes unseen digits more probable: exact log-likelihood before any learning, with the right means alone, "
                + "and after CD-1",
            Published = "it rises",
            SameDirection = Acceptance.RisingAtLast.Because(
                "what CD-1 adds to the right means, which need no learning; other digits, and a machine small enough to be summed"),
            Setting = $"16 hidden units, so that all their 65,536 states can be summed; nats a test digit; {Digits}",
            Format = "0.0",
        },
        new Claim
        {
            Id = "2002.hinton.strokes",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Hinton2002,
            Where = "the figure with the features learned from handwritten digits: localised strokes",
            Statement = "The filters are strokes: neighbouring pixels have like weights, although the machine is not told which pixels "
                + "are neighbours",
            Published = "seen, not measured",
            SameDirection = Acceptance.AtLeast(0.5)
                .Because("our measure for what the paper shows, and our bar: the correlation of weights next to each other, 0 for "
                    + "filters without form; one seed"),
            Setting = $"64 hidden units, mean over all filters, visible biases aside; {Digits}",
            Format = "0.000",
        },
        new Claim
        {
            Id = "2008.salakhutdinov-murray.ais",
            Kind = ClaimKind.OtherData,
            Paper = Papers.SalakhutdinovMurray2008,
            Where = "table 1, the machines with 20 hidden units: estimate beside the true value",
            Statement = "Annealed importance sampling finds ln Z",
            Published = "equal within its error bars",
            SameDirection = Acceptance.AtMost(0.3).Because("100 walks of 1,000 steps, where the paper takes 14,500 steps"),
            Setting = "the distance from the exact ln Z of the trained machine with 16 hidden units, in nats",
            Format = "0.000",
        },
        new Claim
        {
            Id = "2008.salakhutdinov-murray.longer-dreams",
            Kind = ClaimKind.OtherData,
            Paper = Papers.SalakhutdinovMurray2008,
            Where = "table 1, 500 hidden units: CD-1 −125.53, CD-25 −86.34 nats a test digit",
            Statement = "Longer dreams give better models: what ln P of a test digit gains from CD-1 to CD-25",
            Published = "+39.2 nats",
            SameDirection = Acceptance.AtLeast(0.2)
                .Because("a gap that can be told from none: twice the error of measuring it, a bar set after a first trial. Its size "
                    + "belongs to the paper's 784 pixels and 500 units"),
            Setting = $"64 hidden units, 8 passes, annealed importance sampling; {Digits}",
            Format = "+0.00 nats;-0.00 nats",
        },
        new Claim
        {
            Id = "05.twin.cd1",
            Kind = ClaimKind.OwnCheck,
            Statement = "With the same random numbers a step of CD-1 from scratch and in TorchSharp changes the weights alike",
            Published = "equal but for rounding",
            SameDirection = Acceptance.AtMost(1e-5).Because("single precision, sums taken in another order"),
            Setting = "the largest difference of any weight or bias after a step on 20 digits, from the trained weights",
            Format = "0.0e+0",
        },
        .. Lesson05LongRunClaims.All,
    ]);
}
