namespace Course.Alignment;

/// <summary>What lesson 16 measures again.</summary>
internal static class Lesson16Claims
{
    private const string World = "a world of 84 tokens: sums of two numbers up to 5, inventors of eight machines, greetings";

    private const string Longer =
        "first models wider than the lesson's (64) that read 1,200 steps of pages, not 200; " +
        "settings chosen on seeds 11 to 13; in the lesson names held out are in wrong answers of the comparisons, here not";

    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(16,
    [
        new Claim
        {
            Id = "16.reward",
            Kind = ClaimKind.OwnCheck,
            Statement = "The share of new pairs that the reward model ranks as the true score does",
            Published = "at least 90 %; InstructGPT's reward model agreed with its people in 72.4 %",
            SameDirection = Acceptance.AtLeast(0.90)
                .Because("only new wordings and names and 5 % of wrong labels stand between the model and the rule"),
            Setting = World +
                "; 15,000 comparisons, 5 % of them wrong; 2,000 pairs whose ways of asking and names no compared question had, " +
                "though wrong greetings had these names; seed 1",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "16.leash",
            Kind = ClaimKind.OwnCheck,
            Statement = "What PPO with a leash adds to the true score, in standard errors",
            Published = "at least 2",
            SameDirection = Acceptance.AtLeast(2).Because("two standard errors are more than chance explains"),
            Setting = "25 updates of 192 answers; 1,000 new answers before and after; seed 1",
            Format = "0.0",
        },
        new Claim
        {
            Id = "16.leash.kl",
            Kind = ClaimKind.OwnCheck,
            Statement = "How far that policy has left the fine-tuned model, in nats per answer",
            Published = "at most 3",
            SameDirection = Acceptance.AtMost(3).Because("that is twice the target of the leash"),
            Setting = "as 16.leash",
            Format = "0.00",
        },
        new Claim
        {
            Id = "2022.gao.falls.live",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Gao2022,
            Where = "section 3, figure 1",
            Statement = "Without a leash: what the true score has lost since its peak while the reward rose, in standard errors",
            Published = "it rises, then falls",
            SameDirection = Acceptance.AtLeast(4).Because("the best of 20 noisy points lies up to two above its own mean by chance"),
            Setting = "20 updates of 192 answers, β = 0; the paper has models of up to 3 billion weights and a model as the true score; seed 1",
            Format = "0.0",
        },
        new Claim
        {
            Id = "2022.gao.best-of-n",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Gao2022,
            Where = "section 1",
            Statement = "The largest difference between ln n − (n − 1) / n and the divergence of the best of n, integrated",
            Published = "none",
            Same = Acceptance.AtMost(1e-6).Because("that is the error of the integral"),
            Setting = "n = 1, 2, 4, ..., 64; the density n uⁿ⁻¹ against a uniform one",
            Format = "0.0e0",
        },
        new Claim
        {
            Id = "2022.ouyang.small",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Ouyang2022,
            Where = "section 4.1, figure 1",
            Statement = "How often the small aligned model is preferred to the larger one that has only read pages: with examples, and without",
            Published = "more than half, with 1.3 against 175 billion weights",
            SameDirection = Acceptance.AtLeast(0.55).Because("half, and three standard errors of 1,000 judgements"),
            Setting = "64,128 weights against 168,320; 1,000 questions, judged blindly by the rule of the true score, ties as half; seed 1",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "16.few-shot",
            Kind = ClaimKind.OwnCheck,
            Statement = "How much three polite examples in the prompt add to the share of polite answers",
            Published = "at least 40 points",
            SameDirection = Acceptance.AtLeast(0.4).Because("a quarter of the pages are polite: this is about half of what that leaves"),
            Setting = "the larger model, 1,000 questions, no weight changes",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "16.role",
            Kind = ClaimKind.OwnCheck,
            Statement = "The share of polite answers under \"be polite\", less that under \"be brief\"",
            Published = "at least 50 points",
            SameDirection = Acceptance.AtLeast(0.5).Because("people obeyed always: half of the way is a clear effect"),
            Setting = "the fine-tuned model, 1,000 questions each",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "16.recall",
            Kind = ClaimKind.OwnCheck,
            Statement = "The share of names that are recalled while they stand in the window, the worst of three distances",
            Published = "at least 90 %",
            SameDirection = Acceptance.AtLeast(0.9).Because("one in ten may be missed"),
            Setting = "the fine-tuned model, a window of 48 tokens, 160 conversations, 0 to 2 questions between",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "16.forgotten",
            Kind = ClaimKind.OwnCheck,
            Statement = "The same once they have fallen out of the window, the best of four distances",
            Published = "6.25 %, chance",
            SameDirection = Acceptance.Between(0, 0.15).Because("one of sixteen names, and four standard errors of 160 conversations"),
            Setting = "as 16.recall, 3 to 6 questions between",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "16.summary",
            Kind = ClaimKind.OwnCheck,
            Statement = "The same with a summary, the worst of these four distances",
            Published = "at least 80 %",
            SameDirection = Acceptance.AtLeast(0.8).Because("the summary must be right, and then be read"),
            Setting = "as 16.forgotten; the model writes the summary itself",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "2022.ouyang.tax",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Ouyang2022,
            Where = "section 4.2",
            Statement = "The share of names recalled in the window, before and after PPO",
            Published = "some tasks get worse: an alignment tax",
            ReportedBecause = "we saw it in a trial before we thought of the claim",
            Setting = "as 16.recall",
            Format = "0.0 %",
        },
        .. Seeds,
    ]);

    private static IReadOnlyList<Claim> Seeds =>
    [
        new Claim
        {
            Id = "16.reward.seeds",
            Kind = ClaimKind.OwnCheck,
            Statement = "The share of new pairs that the reward model ranks as the true score does, on each of three seeds",
            Published = "at least 90 % each",
            SameDirection = Acceptance.AtLeast(0.90).Because("the bar of the live run"),
            Setting = Longer + "; 60,000 comparisons, 5 % of them wrong; else as 16.reward; seeds 1 to 3. " +
                "A run with half as many pages and comparisons came before: 89.5, 93.7 and 95.0 %",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "2022.ouyang.reward",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Ouyang2022,
            Where = "sections 3.4 and 4.1",
            Statement = "How often the reward model agrees with people who disagree with each other",
            Published = "72.4 %; two people agree in about 73 %",
            SameDirection = Acceptance.Between(0.68, 0.78)
                .Because("27 % of our labels are wrong, which makes 73 % the most; five points to both sides"),
            Setting = Longer + "; 40,000 comparisons, 27 % of them wrong; 4,000 new ones of the same kind; means of seeds 1 to 3",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "16.leash.seeds",
            Kind = ClaimKind.OwnCheck,
            Statement = "On how many of three seeds PPO with a leash adds two standard errors or more, at three nats or less",
            Published = "3",
            SameDirection = Acceptance.Exactly(3).Because("the bars of the live run"),
            Setting = "as 16.leash, but the models of 16.reward.seeds; seeds 1 to 3",
            Format = "0",
        },
        new Claim
        {
            Id = "2022.gao.falls",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Gao2022,
            Where = "section 3, figure 1",
            Statement = "On how many of five seeds the true score falls from its peak while the reward rises, without a leash",
            Published = "it falls",
            SameDirection = Acceptance.Between(3, 5).Because("in first trials, with other questions, it was three of five"),
            Setting = "models of 16.reward.seeds; 40 updates of 192 answers, β = 0; seeds 1 to 5; a fall is four standard errors or more",
            Format = "0",
        },
        new Claim
        {
            Id = "2022.gao.frontier",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Gao2022,
            Where = "section 3.6",
            Statement = "The true score at one to two nats: without a leash, and with it",
            Published = "no better with it",
            ReportedBecause = "our runs without a leash cross these distances within a few updates, so that few points can be compared",
            Setting = "as 16.leash.seeds and 2022.gao.falls; all points between 1 and 2 nats",
            Format = "0.000",
        },
        new Claim
        {
            Id = "2022.gao.forms",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Gao2022,
            Where = "section 3",
            Statement = "The share of the scatter of the true score that Gao's laws explain, R²: best of n, and PPO",
            Published = "the laws fit",
            ReportedBecause = "the paper prints no R², and an answer here has a handful of words",
            Setting = "best of 1 to 64 of 64 answers to 100 questions; the points of PPO without a leash; means of seeds 1 to 3",
            Format = "0.000",
        },
        new Claim
        {
            Id = "16.epsilon",
            Kind = ClaimKind.OwnCheck,
            Statement = "The true score after PPO with a leash, Adam's ε being 10⁻⁵ and 10⁻⁸",
            Published = "OpenAI's code for PPO has 10⁻⁵",
            ReportedBecause = "we know of no figure that was published",
            Setting = "as 16.leash.seeds, means of three seeds",
            Format = "0.000",
        },
        new Claim
        {
            Id = "2022.ouyang.mix",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Ouyang2022,
            Where = "section 4.2",
            Statement = "The share of names recalled in the window after PPO: alone, and with people's dialogues mixed in",
            Published = "mixing old text in repairs most of it",
            SameDirection = Acceptance.Rising.Because("the paper's order"),
            Setting = "as 16.leash.seeds; γ = 0.5; means of three seeds, two questions between",
            Format = "0.0 %",
        },
    ];
}
