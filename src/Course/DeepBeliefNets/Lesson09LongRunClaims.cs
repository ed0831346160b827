using static Course.DeepBeliefNets.Lesson09Claims;

namespace Course.DeepBeliefNets;

/// <summary>What the long runs of lesson 09 measure again.</summary>
internal static class Lesson09LongRunClaims
{
    private const string StartsSetting = "12 epochs, seeds 1 to 5; " + FourLayers;

    private const string PairPlace = "pp. 506-507: error on MNIST's 10,000 test digits";

    private const string PairSetting =
        "784-500-500-2000-10 on all of MNIST, sigmoids; pre-training: 10 epochs of CD-1 per layer (the paper: 50); then 20 epochs "
            + "of gradient descent with momentum 0.9 and a rate of 0.1, cosine schedule (the paper: conjugate gradients); one seed";

    private const string ThirtySetting =
        "784-1000-500-250-30 on all of MNIST, 10 epochs of CD-1 per layer (the paper: 50), then 20 epochs of Adam with a rate of 0.002, "
            + "cosine schedule (the paper: 200 epochs of conjugate gradients); one seed";

    internal static IReadOnlyList<Claim> All { get; } =
    [
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
            SameDirection = Acceptance.Between(0.012, 0.03)
                .Because("above 1.2 %, and a working network; ours is the same 784-500-500-2000-10"),
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
            Same = Acceptance.Between(13.6, 14.2)
                .Because("2 % either way: PCA leaves nothing to chance, but the paper's pixels may be scaled"),
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
    ];

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
