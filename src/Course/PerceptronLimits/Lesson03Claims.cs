namespace Course.PerceptronLimits;

/// <summary>
/// The published results that lesson 03 (1969, the limits) measures again. All but one are mathematics, to be met exactly; the sonar echoes
/// are a fact of the data.
/// </summary>
internal static class Lesson03Claims
{
    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(3,
    [
        new Claim
        {
            Id = "1970.block-levin.cycling",
            Kind = ClaimKind.Theorem,
            Paper = Papers.BlockLevin1970,
            Where = "the theorem (perceptron cycling theorem)",
            Statement = "Where no weights exist the learning rule's weights stay bounded; whole numbers therefore recur. Functions of 2 "
                + "to 4 inputs on which the rule neither succeeds nor comes back to earlier weights",
            Published = "none",
            Same = Acceptance.Exactly(0),
            Setting = "all 16 + 256 + 65,536 Boolean functions, weights from 0, steps of 1, rows in order, at most 10,000 rounds",
            Format = "0",
        },
        new Claim
        {
            Id = "1969.minsky-papert.xor",
            Kind = ClaimKind.Theorem,
            Paper = Papers.MinskyPapert1969,
            Where = "theorem 3.1.1 with two points: XOR is their parity",
            Statement = "No weights separate XOR: the “on” points and as many “off” points have one sum, so that their convex hulls "
                + "meet. Distance between the two sums",
            Published = "0",
            Same = Acceptance.Exactly(0),
            Setting = "the certificate found by exact linear programming, added up in whole numbers",
            Format = "0",
        },
        new Claim
        {
            Id = "1969.separable-functions",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Muroga1971,
            Where = "table 2.3.2, p. 38",
            Statement = "Boolean functions of 2, 3 and 4 inputs that one unit can compute, of 16, 256 and 65,536",
            Published = "14, 104, 1,882",
            Same = Acceptance.Exactly(14, 104, 1882),
            Setting = "each function decided by exact linear programming, each of the 65,808 certificates checked",
            Format = "#,0",
        },
        new Claim
        {
            Id = "2009.torres-moreno.sonar",
            Kind = ClaimKind.SameData,
            Paper = Papers.TorresMorenoGordon2009,
            Where = "abstract",
            Statement = "All 208 sonar echoes of Gorman and Sejnowski (1988) together are linearly separable. Errors of the unit found",
            Published = "0",
            Same = Acceptance.Exactly(0).Because("one unit that errs on none is the proof"),
            Setting = "the perceptron of lesson 02 on the raw 60 numbers until a round without mistakes; its weights checked in whole "
                + "numbers",
            Format = "0",
        },
        new Claim
        {
            Id = "1969.parity-alone",
            Kind = ClaimKind.Theorem,
            Paper = Papers.MinskyPapert1969,
            Where = "section 3.1 (from the definition)",
            Statement = "Each input alone says nothing about parity: the least and the greatest share of odd rows among the rows where "
                + "one given input is on",
            Published = "50 %",
            Same = Acceptance.Exactly(0.5, 0.5),
            Setting = "every input of parity of 2, 3 and 4 inputs",
            Format = "0 %",
        },
        new Claim
        {
            Id = "1994.parity-best-unit",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Aspnes1994,
            Where = "degree 1; for odd n by fixing one input",
            Statement = "The best single unit errs on 1/2 - C(n-1, floor((n-1)/2)) / 2^n of all inputs to parity, n = 1, 2, 3, 4",
            Published = "0 %, 25 %, 25 %, 31.25 %",
            Same = Acceptance.Exactly(0, 0.25, 0.25, 0.3125),
            Setting = "compared with every threshold function of n inputs",
            Format = "0.## %",
        },
        new Claim
        {
            Id = "1969.minsky-papert.parity-order",
            Kind = ClaimKind.Theorem,
            Paper = Papers.MinskyPapert1969,
            Where = "theorem 3.1.1",
            Statement = "Parity of n points is of order n: the least order of masks whose weighted sum computes it, n = 1 to 6",
            Published = "n",
            Same = Acceptance.Exactly(1, 2, 3, 4, 5, 6),
            Setting = "exact linear programming over all masks of order up to k, for each k from 1 to n; certificates checked",
            Format = "0",
        },
        new Claim
        {
            Id = "1969.order-terms",
            Kind = ClaimKind.OwnCheck,
            Paper = Papers.MinskyPapert1969,
            Where = "section 1.5 (positive normal form), by counting",
            Statement = "Masks of order up to k = 1, 2, 3, 4 on a retina of 400 points: the sum of the C(400, i)",
            Published = "no figure printed",
            ReportedBecause = "the book prints no figure for this retina",
            Setting = "the 20 x 20 points of the Mark I",
            Format = "#,0",
        },
        new Claim
        {
            Id = "1969.minsky-papert.connected",
            Kind = ClaimKind.Theorem,
            Paper = Papers.MinskyPapert1969,
            Where = "theorem 0.8, pp. 12-14",
            Statement = "No diameter-limited perceptron decides connectedness: window widths, of those too narrow to see both ends of "
                + "the four figures, with which a unit can tell",
            Published = "none",
            Same = Acceptance.Exactly(0),
            Setting = "four figures of 22 columns, our drawing; every predicate of every window, 1 to 17 columns wide; exact linear "
                + "programming, certificates checked. The theorem makes 0 inevitable: the check is of the drawing",
            Format = "0",
        },
    ]);
}
