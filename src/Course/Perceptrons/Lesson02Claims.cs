namespace Course.Perceptrons;

/// <summary>What lesson 02 measures again.</summary>
internal static class Lesson02Claims
{
    private const string LinearClassifier = "section III-C.1 and figure 9: 12.0 % error on regular images";

    private const string SonarTable = "the table of the aspect-angle independent series";

    private const string SonarSetting =
        "208 echoes, 60 inputs, 13 folds of 16, 10 shuffled runs, 300 passes, step 2.0, errors below 0.2 count as none, as the paper; "
            + "weights changed after every example is a reading of ours";

    private const string SonarReason = "two standard errors of the mean of the paper's 13 test sets: the folds are drawn by chance";

    private const string OtherMachine =
        "another machine: the paper's weights minimise a squared error, with the same result by descent as by solving linear systems";

    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(2,
    [
        new Claim
        {
            Id = "1962.novikoff.convergence",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Novikoff1962,
            Where = "the convergence theorem",
            Statement = "On separable examples the perceptron makes at most (R/γ)² corrections",
            Published = "corrections / bound ≤ 1",
            Same = Acceptance.AtMost(1.0),
            Setting = "the largest ratio in 1,000 random separable clouds, 2 to 10 inputs, 20 to 200 examples, the bound taken from the "
                + "line that drew them",
            Format = "0.000",
        },
        new Claim
        {
            Id = "1998.lecun.linear.196-least-squares",
            Kind = ClaimKind.OtherData,
            Paper = Papers.LeCun1998,
            Where = LinearClassifier,
            Statement = "A linear classifier trained by least squares reads handwritten digits",
            Published = "88.0 %",
            SameDirection = Acceptance.Between(0.84, 0.92)
                .Because("two standard errors of 2,000 test digits are 1.5 points; 2.5 more because a seventh of the digits and a quarter of "
                    + "the pixels are used"),
            Setting = "the paper's machine, by solving linear systems: 1,960 weights and 10 biases, 8,000 training and 2,000 test digits at "
                + "14×14 (the paper: 60,000 and 10,000 at 28×28)",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1998.lecun.linear.196-softmax",
            Kind = ClaimKind.OtherData,
            Paper = Papers.LeCun1998,
            Where = LinearClassifier,
            Statement = "One layer of ten weighted sums reads handwritten digits",
            Published = "88.0 %",
            ReportedBecause = OtherMachine,
            Setting = "softmax regression, 1,960 weights and 10 biases, 8,000 training and 2,000 test digits at 14×14 (the paper: 60,000 "
                + "and 10,000 at 28×28)",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1998.lecun.linear.196-averaged",
            Kind = ClaimKind.OtherData,
            Paper = Papers.LeCun1998,
            Where = LinearClassifier,
            Statement = "The perceptron rule with averaged weights reads them as well",
            Published = "88.0 %",
            ReportedBecause = OtherMachine,
            Setting = "averaged perceptron, 1,960 weights and 10 biases, 8,000 training and 2,000 test digits at 14×14",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1998.lecun.linear.196-last",
            Kind = ClaimKind.OtherData,
            Paper = Papers.LeCun1998,
            Where = LinearClassifier,
            Statement = "The perceptron rule with its last weights",
            Published = "88.0 %",
            ReportedBecause = OtherMachine,
            Setting = "the same perceptron as the averaged one, its weights after the last example",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "02.twin.softmax-regression",
            Kind = ClaimKind.OwnCheck,
            Statement = "After the same steps the weights from scratch and from TorchSharp agree",
            Published = "equal but for rounding",
            SameDirection = Acceptance.AtMost(1e-4).Because("single precision, sums taken in another order"),
            Setting = "the largest difference of any weight or bias after 800 steps of 10 digits",
            Format = "0.0e+0",
        },
        new Claim
        {
            Id = "1988.gorman-sejnowski.without-hidden",
            Kind = ClaimKind.SameData,
            Paper = Papers.GormanSejnowski1988,
            Where = SonarTable,
            Statement = "Without hidden units the network tells metal from rock by echoes it has not heard",
            Published = "77.1 % ± 8.3",
            Same = Acceptance.Between(0.771 - 0.046, 0.771 + 0.046).Because(SonarReason),
            Setting = SonarSetting,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1988.gorman-sejnowski.with-12-hidden",
            Kind = ClaimKind.SameData,
            Paper = Papers.GormanSejnowski1988,
            Where = SonarTable,
            Statement = "With 12 hidden units it does so more often",
            Published = "84.7 % ± 5.7",
            Same = Acceptance.Between(0.847 - 0.032, 0.847 + 0.032).Because(SonarReason),
            Setting = SonarSetting,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1988.gorman-sejnowski.order",
            Kind = ClaimKind.SameData,
            Paper = Papers.GormanSejnowski1988,
            Where = SonarTable,
            Statement = "Hidden units help: the gain on the test sets",
            Published = "+7.6 points",
            SameDirection = Acceptance.AtLeast(2.0)
                .Because("the paper's gain less two standard errors of it, 5.6 points; the size follows from the two rows above, so that "
                    + "the order alone is asked here"),
            Setting = SonarSetting,
            Format = "+0.0 points;-0.0 points",
        },
        new Claim
        {
            Id = "1991.frey-slate.letters",
            Kind = ClaimKind.OtherData,
            Paper = Papers.FreySlate1991,
            Where = "the best accuracy",
            Statement = "Learnt IF-THEN rules name the letter from 16 measurements; a linear machine beside them",
            Published = "a little over 80 %",
            ReportedBecause = "another kind of machine: it stands beside theirs, it does not repeat it",
            Setting = "averaged perceptron, 416 weights and 26 biases, first 16,000 letters to train, last 4,000 to test, as the authors "
                + "split them",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1998.lecun.linear.60k-28-least-squares",
            Kind = ClaimKind.SameData,
            Paper = Papers.LeCun1998,
            Where = LinearClassifier,
            Statement = "Error of the linear classifier on the 10,000 test digits of MNIST, 28×28 pixels",
            Published = "12.0 %",
            Same = Acceptance.Between(0.1135, 0.1265).Because("two standard errors of 10,000 test digits"),
            SameDirection = Acceptance.Between(0.095, 0.145)
                .Because("the paper names several ways to the weights, sigmoid units and descent among them, with similar results, and not "
                    + "the one that gave its figure"),
            Setting = "the paper's data: 7,840 weights and 10 biases, 60,000 training digits, by solving linear systems",
            Format = "0.00 %",
        },
        LongRun(28, "softmax", "softmax regression"),
        LongRun(28, "averaged", "averaged perceptron"),
        LongRun(28, "last", "perceptron, last weights"),
        LongRun(14, "softmax", "softmax regression"),
        LongRun(14, "averaged", "averaged perceptron"),
        LongRun(14, "last", "perceptron, last weights"),
    ]);

    private static Claim LongRun(int side, string name, string machine) => new()
    {
        Id = FormattableString.Invariant($"1998.lecun.linear.60k-{side}-{name}"),
        Kind = ClaimKind.OtherData,
        Paper = Papers.LeCun1998,
        Where = LinearClassifier,
        Statement = FormattableString.Invariant(
            $"Error of one layer of ten weighted sums on the 10,000 test digits of MNIST: {machine}, {side}×{side} pixels"),
        Published = "12.0 % error (8.4 % on deslanted images)",
        ReportedBecause = OtherMachine,
        Setting = FormattableString.Invariant(
            $"{10 * side * side:N0} weights and 10 biases; 60,000 training digits{(side < 28 ? ", made smaller" : "")}, 20 passes"),
        Format = "0.00 %",
    };
}
