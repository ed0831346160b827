namespace Course.DeepBeliefNets;

/// <summary>What lesson 09 measures again.</summary>
internal static class Lesson09Claims
{
    private const string Digits = "mnist-10k, 8,000 training and 2,000 test digits of 28×28 pixels";

    internal const string FourLayers =
        "784-300-300-300-300-10, sigmoids, batches of 100; pre-training: CD-1, 4 epochs per layer; " + Digits;

    internal const string Figure2 = "figure 2B, its caption: squared error per picture";

    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(9,
    [
        new Claim
        {
            Id = "09.sigmoids.random-start",
            Kind = ClaimKind.OwnCheck,
            Statement = "Four hidden layers of sigmoids with random weights, trained by gradient descent with momentum, err as if "
                + "they guessed",
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
            SameDirection = Acceptance.AtMost(0.5).Because("half of the mean's error: far from always drawing the mean; curves of our own"),
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
        .. Lesson09LongRunClaims.All,
    ]);
}
