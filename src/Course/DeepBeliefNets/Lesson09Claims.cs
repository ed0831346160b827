namespace Course.DeepBeliefNets;

/// <summary>What lesson 09 measures again.</summary>
internal static class Lesson09Claims
{
    private const string Digits = "mnist-10k, 8,000 training and 2,000 test digits of 28×28 pixels";

    private const string FourLayers =
        "784-300-300-300-300-10, sigmoids, batches of 100; pre-training: CD-1, 4 epochs per layer; " + Digits;

    private const string StartsSetting = "12 epochs, seeds 1 to 5; " + FourLayers;

    private const string Figure2 = "figure 2B, its caption: squared error per picture";

    private const string PairPlace = "pp. 506-507: error on MNIST's 10,000 test digits";

    private const string PairSetting =
        "784-500-500-2000-10 on all of MNIST, sigmoids; pre-training: 10 epochs of CD-1 per layer (the paper: 50); then 20 epochs of gradient "
            + "descent with momentum 0.9 and a rate of 0.1, cosine schedule (the paper: conjugate gradients); one seed";

    private const string ThirtySetting =
        "784-1000-500-250-30 on all of MNIST, 10 epochs of CD-1 per layer (the paper: 50), then 20 epochs of Adam with a rate of 0.002, cosine "
            + "schedule (the paper: 200 epochs of conjugate gradients); one seed";

    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(9,
    [
        new Claim
        {
            Id = "09.sigmoids.random-start",
            Kind = ClaimKind.OwnCheck,
            Statement = "Four hidden layers of sigmoids with random weights, trained by gradient descent with momentum, err as if they guessed",
            Published = "90 %",
            SameDirection = Acceptance.AtLeast(0.8).Because("ten digits: guessing errs on nine in ten"),
            Setting = "4 epochs, rate 0.1, momentum 0.9, seed 1; " + FourLayers,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "09.sigmoids.pre-trained",
            Kind = ClaimKind.OwnCheck,
            Statement = "The same network with the same optimizer learns if its layers were trained first, one by one and without labels",
            Published = "below 5.8 %",
            SameDirection = Acceptance.AtMost(0.058).Because("what the single hidden layer of lesson 06 reached on digits of 14×14"),
            Setting = "8 epochs, rate 0.1, momentum 0.9, seed 1; " + FourLayers,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "09.twin.cd1",
            Kind = ClaimKind.OwnCheck,
            Statement = "With the same random numbers a step of CD-1 on whole batches changes the weights as lesson 05's step does",
            Published = "equal but for rounding",
            SameDirection = Acceptance.AtMost(1e-5).Because("single precision, sums taken in another order"),
            Setting = "the largest difference of any weight or bias after a step on 20 digits",
            Format = "0.0e+0",
        },
        new Claim
        {
            Id = "2006.hinton.order-live",
            Kind = ClaimKind.OtherData,
            Paper = Papers.HintonSalakhutdinov2006,
            Where = Figure2,
            Statement = "Thirty numbers per digit: the deep autoencoder redraws better than logistic PCA, and that better than PCA",
            Published = "3.00, 8.01, 13.87",
            SameDirection = Acceptance.Rising.Because("the order; sizes belong to 60,000 digits and a larger network"),
            Setting = "784-500-250-30, 4 epochs of CD-1 per layer, then Adam; seed 1; " + Digits,
            Format = "0.00",
        },
        new Claim
        {
            Id = "2006.hinton.mean-only",
            Kind = ClaimKind.OtherData,
            Paper = Papers.HintonSalakhutdinov2006,
            Where = "p. 506: without pre-training the very deep autoencoder always reconstructs the average of the training data",
            Statement = "A very deep autoencoder of curves, started at random: its error as a share of that of the mean picture",
            Published = "1: the average",
            SameDirection = Acceptance.Between(0.9, 1.1).Because("within a tenth of what always drawing the mean costs; curves of our own"),
            Setting = "784-400-200-100-50-25-6, the paper's sizes; 2,000 curves, 1,000 for the test; gradient descent with momentum; seed 1",
            Format = "0.00",
        },
        new Claim
        {
            Id = "2006.hinton.curves",
            Kind = ClaimKind.OtherData,
            Paper = Papers.HintonSalakhutdinov2006,
            Where = "figure 2A: six numbers per curve, squared error 1.44; logistic PCA with six, 7.64",
            Statement = "The same autoencoder, pre-trained: its error as a share of that of the mean picture",
            Published = "not given as a share",
            ReportedBecause = "the paper gives squared errors on curves of its own, which ours are not",
            Setting = "the same curves, sizes, optimizer and epochs; 784-400-200-100-50-25-6; seed 1",
            Format = "0.00",
        },
        new Claim
        {
            Id = "2006.hinton.weights",
            Kind = ClaimKind.Theorem,
            Paper = Papers.HintonOsinderoTeh2006,
            Where = "section 6, figure 1: 784-500-500-2000 with ten labels, about 1.7 million weights",
            Statement = "Weights of the deep belief network",
            Published = "about 1.7 million",
            Same = Acceptance.Exactly(1_662_000).Because("784·500 + 500·500 + 510·2,000, which rounds to the printed figure"),
            Setting = "counted in machines of these sizes, biases aside",
            Format = "N0",
        },
        new Claim
        {
            Id = "2006.hinton.labels-live",
            Kind = ClaimKind.OtherData,
            Paper = Papers.HintonOsinderoTeh2006,
            Where = "section 6, p. 1529",
            Statement = "The network that dreams also reads: errors on digits that it has never seen",
            Published = "1.25 % of MNIST's 10,000 test digits",
            SameDirection = Acceptance.AtMost(0.06).Because("about what a reproduction by others errs on with a sixth of MNIST, 6.04 %"),
            Setting = "784-300-300 with ten labels and 500 units on top, two epochs of up-down; seed 1; " + Digits,
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "2006.hinton.dreams",
            Kind = ClaimKind.OtherData,
            Paper = Papers.HintonOsinderoTeh2006,
            Where = "figure 8: samples with a label clamped",
            Statement = "Digits dreamed under a clamped label: the share that another network reads as that label",
            Published = "shown, not measured",
            SameDirection = Acceptance.AtLeast(0.8).Because("four in five, where blind guessing gets one in ten; our measure and our bar"),
            Setting = "20 dreams per label, 500 rounds; the judge is the pre-trained network of this lesson; " + Digits,
            Format = "0 %",
        },
        .. Starts(),
        new Claim
        {
            Id = "2006.hinton.pre-trained",
            Kind = ClaimKind.SameData,
            Paper = Papers.HintonSalakhutdinov2006,
            Where = PairPlace,
            Statement = "784-500-500-2000-10, pre-trained",
            Published = "1.2 %",
            Same = Acceptance.Between(0.0098, 0.0142).Because("two standard errors of 10,000 digits"),
            SameDirection = Acceptance.AtMost(0.016).Because("below what the paper gives for random starts; other optimizer, fewer epochs"),
            Setting = PairSetting,
            Format = "0.00 %",
        },
        new Claim
        {
            Id = "2006.hinton.random-start",
            Kind = ClaimKind.SameData,
            Paper = Papers.HintonSalakhutdinov2006,
            Where = PairPlace,
            Statement = "The best network started at random",
            Published = "1.6 %",
            Same = Acceptance.Between(0.0135, 0.0185).Because("two standard errors of 10,000 digits"),
            SameDirection = Acceptance.Between(0.012, 0.03).Because("above 1.2 %, and a working network; ours is the same 784-500-500-2000-10"),
            Setting = PairSetting + "; weights by Glorot and Bengio's rule for sigmoids, biases as torch starts",
            Format = "0.00 %",
        },
        new Claim
        {
            Id = "2006.hinton.pre-training-helps",
            Kind = ClaimKind.SameData,
            Paper = Papers.HintonSalakhutdinov2006,
            Where = PairPlace,
            Statement = "Errors with pre-training, and without",
            Published = "1.2 %, 1.6 %",
            SameDirection = Acceptance.Rising.Because("the order; one seed"),
            Setting = PairSetting,
            Format = "0.00 %",
        },
        new Claim
        {
            Id = "2006.hinton.pca-30",
            Kind = ClaimKind.SameData,
            Paper = Papers.HintonSalakhutdinov2006,
            Where = Figure2,
            Statement = "Thirty numbers per digit by PCA",
            Published = "13.87",
            Same = Acceptance.Between(13.6, 14.2).Because("2 % either way: PCA leaves nothing to chance, but the paper's pixels may be scaled"),
            Setting = "all of MNIST, 10,000 test digits",
            Format = "0.00",
        },
        new Claim
        {
            Id = "2006.hinton.logistic-pca-30",
            Kind = ClaimKind.SameData,
            Paper = Papers.HintonSalakhutdinov2006,
            Where = Figure2,
            Statement = "Thirty numbers per digit by logistic PCA",
            Published = "8.01",
            Same = Acceptance.Between(7.6, 8.4).Because("5 % either way: the paper does not print how it was fitted"),
            SameDirection = Acceptance.Between(6, 10).Because("25 % either way"),
            Setting = "784-30-784 without a hidden layer, 20 epochs of Adam with a rate of 0.003, all of MNIST",
            Format = "0.00",
        },
        new Claim
        {
            Id = "2006.hinton.autoencoder-30",
            Kind = ClaimKind.SameData,
            Paper = Papers.HintonSalakhutdinov2006,
            Where = Figure2,
            Statement = "Thirty numbers per digit by the deep autoencoder",
            Published = "3.00",
            Same = Acceptance.Between(2.7, 3.3).Because("10 % either way: one run each"),
            SameDirection = Acceptance.Between(2, 4.85).Because("below 0.35 of PCA's error; a tenth of the paper's epochs"),
            Setting = ThirtySetting,
            Format = "0.00",
        },
        new Claim
        {
            Id = "2006.hinton.autoencoder-to-pca",
            Kind = ClaimKind.SameData,
            Paper = Papers.HintonSalakhutdinov2006,
            Where = Figure2,
            Statement = "Its error for each unit of PCA's error",
            Published = "0.216",
            SameDirection = Acceptance.AtMost(0.35).Because("a third; a tenth of the paper's epochs"),
            Setting = ThirtySetting,
            Format = "0.000",
        },
        new Claim
        {
            Id = "2006.hinton.autoencoder-to-logistic",
            Kind = ClaimKind.SameData,
            Paper = Papers.HintonSalakhutdinov2006,
            Where = Figure2,
            Statement = "Its error for each unit of logistic PCA's error",
            Published = "0.375",
            SameDirection = Acceptance.AtMost(0.6).Because("clearly below; a tenth of the paper's epochs"),
            Setting = ThirtySetting,
            Format = "0.000",
        },
        new Claim
        {
            Id = "2006.hinton.up-down",
            Kind = ClaimKind.SameData,
            Paper = Papers.HintonOsinderoTeh2006,
            Where = "section 6, p. 1529",
            Statement = "784-500-500-2000 with ten labels, after the up-down algorithm",
            Published = "1.25 %",
            Same = Acceptance.Between(0.0103, 0.0147).Because("two standard errors of 10,000 digits"),
            SameDirection = Acceptance.AtMost(0.016).Because("a fifteenth of the paper's 300 epochs of up-down"),
            Setting = "all of MNIST, 10 epochs of greedy training per layer (the paper: 30), 20 epochs of up-down (the paper: 300); one seed",
            Format = "0.00 %",
        },
    ]);

    private static IEnumerable<Claim> Starts()
    {
        yield return Start("momentum-random", "gradient descent with momentum, random start", "about 90 %", Acceptance.AtLeast(0.8)
            .Because("guessing; every seed is held to the bar"), "rate 0.1, momentum 0.9");
        yield return Start("momentum-pre-trained", "gradient descent with momentum, pre-trained", "below 5.8 %", Acceptance.AtMost(0.058)
            .Because("lesson 06's single hidden layer; every seed is held to the bar"), "rate 0.1, momentum 0.9");
        yield return Start("adam-random", "Adam, random start", "it learns", Acceptance.AtMost(0.1)
            .Because("a network that learns; every seed is held to the bar"), "rate 0.003");
        yield return Start("adam-pre-trained", "Adam, pre-trained", "it learns", Acceptance.AtMost(0.1)
            .Because("a network that learns; every seed is held to the bar"), "rate 0.003");
        yield return Start("relu", "ReLUs in place of sigmoids, He's start, Adam", "it learns", Acceptance.AtMost(0.1)
            .Because("a network that learns; every seed is held to the bar"), "rate 0.001");

        static Claim Start(string name, string how, string expected, Acceptance bar, string rate) => new()
        {
            Id = $"09.starts.{name}",
            Kind = ClaimKind.OwnCheck,
            Statement = $"Errors of four hidden layers: {how}",
            Published = expected,
            SameDirection = bar,
            Setting = $"{rate}, cosine schedule; {StartsSetting}",
            Format = "0.0 %",
        };
    }
}
