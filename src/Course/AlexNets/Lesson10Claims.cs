namespace Course.AlexNets;

/// <summary>What lesson 10 measures again.</summary>
internal static class Lesson10Claims
{
    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(10,
    [
        new Claim
        {
            Id = "2012.krizhevsky.parameters",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Krizhevsky2012,
            Where = "section 3.5, figure 2; section 4: 60 million parameters",
            Statement = "Weights and biases of the network in two towers",
            Published = "60 million",
            Same = Acceptance.Exactly(60_965_224).Because("the count of the layers that the paper lists; it cuts it to millions"),
            Setting = "counted in the network at full size",
            Format = "N0",
        },
        new Claim
        {
            Id = "10.parameters.one-tower",
            Kind = ClaimKind.OwnCheck,
            Statement = "Weights and biases of the same layers without the split into two towers",
            Published = "62,378,344",
            SameDirection = Acceptance.Exactly(62_378_344).Because("how others count the network of 2012 without its split"),
            Setting = "counted in the network at full size",
            Format = "N0",
        },
        new Claim
        {
            Id = "2012.krizhevsky.neurons",
            Kind = ClaimKind.SameData,
            Paper = Papers.Krizhevsky2012,
            Where = "abstract and section 3.5",
            Statement = "Units: the sum of the paper's own list, and the sum with the 55×55 places that its first layer must have",
            Published = "650,000; its list: 253,440-186,624-64,896-64,896-43,264-4,096-4,096-1,000",
            ReportedBecause = "the paper contradicts itself: neither sum is 650,000, and both round to it only loosely",
            Setting = "counted; pictures of 227 pixels",
            Format = "N0",
        },
        new Claim
        {
            Id = "10.normalisation.torch",
            Kind = ClaimKind.OwnCheck,
            Statement = "Local response normalisation by the paper's formula, in the library and by torch give the same",
            Published = "equal but for rounding",
            SameDirection = Acceptance.AtMost(1e-5).Because("single precision"),
            Setting = "the largest difference in 96 maps, torch's α taken five times, since torch divides it by n",
            Format = "0.0e+0",
        },
        new Claim
        {
            Id = "2012.krizhevsky.relu-live",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Krizhevsky2012,
            Where = Figure1,
            Statement = "To 25 % training error tanh takes so many times the pictures that ReLU takes",
            Published = "6",
            ReportedBecause = "clothes in grey are no test of the figure: trials before saw no such gap on them",
            Setting = "fashion-mnist-10k, 8,000 pictures; three convolutions of 16 maps; momentum 0.9, each rate the best of 0.01, 0.03, "
                + "0.1; the error is that of the last 1,000 pictures shown; seed 1",
            Format = "0.0",
        },
        new Claim
        {
            Id = "10.crops-and-dropout",
            Kind = ClaimKind.OwnCheck,
            Statement = "Learning by heart: by how much the test error exceeds the training error, with crops and dropout, and without",
            Published = "smaller with them",
            SameDirection = Acceptance.Rising.Because("the order; few pictures, one seed"),
            Setting = "250 pictures of fashion-mnist-10k, 32 epochs; 2,000 test pictures; seed 1",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "2012.krizhevsky.relu-part",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Krizhevsky2012,
            Where = Figure1,
            Statement = ReluStatement,
            Published = "6",
            SameDirection = AtLeastThree,
            Setting = Race + "; 5,000 pictures of CIFAR-10 as JPEG, 2,500 to choose the rates, 2,500 to measure; 20 epochs at the most",
            Format = "0.0",
        },
        new Claim
        {
            Id = "2012.krizhevsky.relu-cifar-10",
            Kind = ClaimKind.SameData,
            Paper = Papers.Krizhevsky2012,
            Where = Figure1,
            Statement = ReluStatement,
            Published = "6",
            Same = Acceptance.Between(4.5, 8).Because("the curves of a small figure, read to a quarter"),
            SameDirection = AtLeastThree,
            Setting = Race + "; all of CIFAR-10, half to choose the rates, half to measure; 20 epochs at the most",
            Format = "0.0",
        },
        Part("overlap", "section 3.4: top-1 and top-5 errors of ImageNet fall by 0.4 and 0.3 points",
            "Test errors with overlapping pools, and without", "0.4 points", "the order"),
        Part("normalisation", "section 3.3: a four-layer network on CIFAR-10, without dropout or crops",
            "Test errors with local response normalisation, and without", "11 %, 13 %", "the order; another network, fewer pictures"),
        Part("dropout", "section 4.2: without dropout, substantial overfitting",
            "By how much the test error exceeds the training error, with dropout and without", Unmeasured, "the order"),
        Part("crops", "section 4.1: without crops and mirror images, substantial overfitting",
            "By how much the test error exceeds the training error, with crops and mirror images and without", Unmeasured, "the order"),
        new Claim
        {
            Id = "10.parts.all",
            Kind = ClaimKind.OwnCheck,
            Statement = "Test errors with all inventions, and with the ReLU alone",
            Published = "fewer with all",
            SameDirection = Acceptance.Rising.Because("the order of the means"),
            Setting = Parts,
            Format = "0.0 %",
        },
    ]);

    private const string Figure1 =
        "figure 1: a four-layer convolutional network on CIFAR-10 to 25 % training error, rates chosen for each, no regularisation";

    private const string ReluStatement = "To 25 % training error tanh takes so many times the epochs that ReLU takes";

    private const string Race = "three convolutions of 16 maps, 128 units; batches of 50, momentum 0.9, weight decay 0.0005; each rate "
        + "the best of 0.01, 0.03, 0.1 on pictures of its own; five seeds";

    private const string Parts = "1,000 training and 1,000 test pictures of CIFAR-10 as JPEG; three convolutions of 16 maps, 128 units; "
        + "20 epochs at a rate of 0.02, a tenth of it from epoch 15; momentum 0.9, weight decay 0.0005; means of five seeds";

    private const string Unmeasured = "not given as a number";

    private static Acceptance AtLeastThree => Acceptance.AtLeast(3).Because("half of the paper's, in the same direction");

    private static Claim Part(string name, string where, string statement, string published, string reason) => new()
    {
        Id = $"2012.krizhevsky.{name}",
        Kind = ClaimKind.OtherData,
        Paper = Papers.Krizhevsky2012,
        Where = where,
        Statement = statement,
        Published = published,
        SameDirection = Acceptance.Rising.Because(reason + "; 1,000 test pictures in five runs"),
        Setting = Parts,
        Format = "0.0 %",
    };
}
