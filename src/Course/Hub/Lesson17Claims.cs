namespace Course.Hub;

/// <summary>What lesson 17 measures again.</summary>
internal static class Lesson17Claims
{
    private const string Digits = "14×14 pixels, 8,000 digits of MNIST";
    private const string Rival = "256 hidden units, 20,000 steps of persistent contrastive divergence, in less time than the model";
    private const string Judged = "features of a judge trained here, 1,000 held-out digits; no FID";

    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(17,
    [
        new Claim
        {
            Id = "17.closed-form",
            Kind = ClaimKind.OwnCheck,
            Statement = "Largest difference between 1,000 single steps of noise and one jump, in the picture's share and the noise's spread",
            Published = "0",
            SameDirection = Acceptance.AtMost(1e-9).Because("one follows from the other; only rounding may differ"),
            Setting = "the paper's schedule, computed without drawing noise",
            Format = "0.0e0",
        },
        new Claim
        {
            Id = "2020.ho.prior",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Ho2020,
            Where = "section 4",
            Statement = "What the last of 1,000 steps still tells of the picture, L_T, in 10⁻⁵ bits per pixel",
            Published = "about 1",
            SameDirection = Acceptance.Between(0.32, 3.2).Because("the paper prints a power of ten: half a power to either side, rounded"),
            Setting = "the paper's schedule; " + Digits + ", where the paper has CIFAR-10",
            Format = "0.00",
        },
        new Claim
        {
            Id = "17.loss",
            Kind = ClaimKind.OwnCheck,
            Statement = "Simple loss on digits that it never saw; guessing no noise at all has 1",
            Published = "far below 1",
            SameDirection = Acceptance.AtMost(0.2).Because("three trials before came to about 0.1; twice that is allowed"),
            Setting = "cosine schedule of 100 steps, 1,100 batches of 32; " + Digits + "; seed 1",
            Format = "0.000",
        },
        new Claim
        {
            Id = "17.rival.frechet",
            Kind = ClaimKind.OwnCheck,
            Statement = "Fréchet distance to real digits: the diffusion model's pictures, and a restricted Boltzmann machine's",
            Published = "the diffusion model is nearer",
            SameDirection = Acceptance.Rising.Because("three seeds of three were, in trials with twice the training"),
            Setting = "200 pictures each; " + Rival + "; " + Judged + "; seed 1",
            Format = "0.0",
        },
        new Claim
        {
            Id = "17.rival.told-apart",
            Kind = ClaimKind.OwnCheck,
            Statement = "How often a detective tells its pictures from real ones: the diffusion model's, and the Boltzmann machine's",
            Published = "the diffusion model deceives it more often",
            SameDirection = Acceptance.Rising.Because("three seeds of three did, in trials with twice the training"),
            Setting = "200 pictures each; " + Rival + "; a net trained on two thirds and asked for the rest; 0.5 if it cannot tell; seed 1",
            Format = "0.00",
        },
        new Claim
        {
            Id = "17.no-copies",
            Kind = ClaimKind.OwnCheck,
            Statement = "Median distance of a drawn picture to its nearest training digit, divided by that of a held-out digit",
            Published = "about 1 or more",
            SameDirection = Acceptance.AtLeast(0.5).Because("a copier has 0, and new handwriting has 1"),
            Setting = "200 pictures, 200 held-out digits; all 8,000 training digits searched",
            Format = "0.00",
        },
        new Claim
        {
            Id = "17.round-trip",
            Kind = ClaimKind.OwnCheck,
            Statement = "Weights of the model that differ in any bit after they were saved as safetensors and loaded",
            Published = "0",
            SameDirection = Acceptance.Exactly(0).Because("the file holds the numbers as they are"),
            Setting = "the diffusion model just trained",
        },
        new Claim
        {
            Id = "17.two-frameworks",
            Kind = ClaimKind.OwnCheck,
            Statement = "Largest difference between the answers of one model, loaded from PyTorch's layout and from TensorFlow's",
            Published = "0",
            SameDirection = Acceptance.AtMost(1e-6).Because("the same numbers in another order"),
            Setting = "the judge, 200 digits",
            Format = "0.0e0",
        },
        new Claim
        {
            Id = "17.fine-tuning",
            Kind = ClaimKind.OwnCheck,
            Statement = "Right among 2,000 digits of a thick pen, from 20 labelled ones: trained alone, and fine-tuned from the shared judge",
            Published = "fine-tuning wins",
            SameDirection = Acceptance.Rising.Because("it won in six of six trials before"),
            Setting = "OpenCV's digits, drawn thicker by a pixel on each side; means of three draws of two labels per digit",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "17.pulled",
            Kind = ClaimKind.OwnCheck,
            Statement = "Pixels that differ between pictures of the trained model and of the one pulled from the hub, from the same noise",
            Published = "0",
            SameDirection = Acceptance.Exactly(0).Because("a hub hands on what it was given"),
            Setting = "8 pictures; pushed and pulled over the hub on disk",
        },
        new Claim
        {
            Id = "2021.nichol.cosine",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Nichol2021,
            Where = "section 3.2",
            Statement = "Fréchet distance to real digits: the cosine's schedule, and the linear one",
            Published = "the cosine's pictures are better",
            SameDirection = Acceptance.Rising.Because("an order; the distances are of other features"),
            Setting = "100 steps of noise, 1,000 batches of 64; means of seeds 1 to 3, 500 pictures each; " + Digits + "; " + Judged,
            Format = "0.0",
        },
        new Claim
        {
            Id = "17.rival.seeds",
            Kind = ClaimKind.OwnCheck,
            Statement = "The largest Fréchet distance of three diffusion models, divided by that of a Boltzmann machine",
            Published = "below 1",
            SameDirection = Acceptance.AtMost(1).Because("then each of the three is nearer to real digits"),
            Setting = "as 2021.nichol.cosine; 256 hidden units, 20,000 steps of persistent contrastive divergence, 1,000 sweeps of sampling",
            Format = "0.00",
        },
        new Claim
        {
            Id = "17.rival.seeds.told-apart",
            Kind = ClaimKind.OwnCheck,
            Statement = "How often a detective tells pictures from real ones: the worst of the three diffusion models, and the Boltzmann machine",
            Published = "the diffusion models deceive it more often",
            SameDirection = Acceptance.Rising.Because("three seeds of three did, in trials before"),
            Setting = "as 17.rival.seeds",
            Format = "0.00",
        },
        new Claim
        {
            Id = "2020.ho.simple",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Ho2020,
            Where = "table 2",
            Statement = "Fréchet distance of pictures from the simple loss, and from the bound on the likelihood",
            Published = "3.17, 13.51",
            SameDirection = Acceptance.Rising.Because("an order; the distances are of other features"),
            Setting = "the paper's 1,000 steps of noise, 1,000 batches of 64; means of seeds 1 and 2, 250 pictures each; " + Digits + "; " + Judged,
            Format = "0.0",
        },
    ]);
}
