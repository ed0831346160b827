namespace Course.RecurrentNets;

/// <summary>What lesson 08 measures again.</summary>
internal static class Lesson08Claims
{
    private const string ReberSetting =
        "3 blocks of 2 cells, 276 weights within ±0.2, output gates' biases −1, −2, −3, α 0.5, a step after each symbol, the "
            + "truncated gradient of appendix A.1 with E = Σ(t − y)²; both sets tested after every 20 strings, at most 30,000 strings";

    private const string AddingSetting =
        "93 weights within ±0.1, input gates' biases −3 and −6, α 0.5, a step after each sequence, E = Σ(t − y)²; stopped when the last "
            + "2,000 sequences were right, or else after";

    private const string LongLagSetting =
        "5 seeds, 2 blocks of 1 cell, weights within ±0.2, α 0.01, a step after each sequence, E = Σ(t − y)²; the mean over the seeds that "
            + "get there within 200,000: 1,000 sequences in a row with every output off by less than 0.25, those not counted";

    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(8,
    [
        new Claim
        {
            Id = "1997.hochreiter.weights",
            Kind = ClaimKind.Theorem,
            Paper = Papers.HochreiterSchmidhuber1997,
            Where = "tables 1, 2, 7 and 9",
            Statement = "The nets of five experiments have the published numbers of weights",
            Published = "264, 276, 10,504, 93, 156",
            Same = Acceptance.Exactly(264, 276, 10_504, 93, 156),
            Setting = "embedded Reber grammar with 4 blocks of 1 cell and 3 of 2, lag of 100, adding problem, temporal order",
            Format = "#,0",
        },
        new Claim
        {
            Id = "1997.hochreiter.vanishing",
            Kind = ClaimKind.OtherData,
            Paper = Papers.HochreiterSchmidhuber1997,
            Where = "section 3.1, after Hochreiter's thesis of 1991",
            Statement = "Through a plain recurrent net, blame shrinks exponentially with the lag",
            Published = "exponential",
            SameDirection = Acceptance.AtLeast(0.98).Because("a straight line through the logarithms explains all but 2 % of their variance"),
            Setting = "20 tanh units with random weights within ±1/√20, random inputs, the length of the blame at lags of 1 to 39: the share "
                + "of variance that a line through its logarithms explains",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "1997.hochreiter.reber.solved",
            Kind = ClaimKind.SameData,
            Paper = Papers.HochreiterSchmidhuber1997,
            Where = "section 5.1, table 1",
            Statement = "The cell of 1997 learns the embedded Reber grammar: the share of starts",
            Published = "100 % (two failures in 150 over all settings)",
            Same = Acceptance.AtLeast(0.9).Because("where 1 in 75 fails, more than 1 of 10 fails once in a hundred times"),
            SameDirection = Acceptance.AtLeast(0.5).Because("more often than not"),
            Setting = "10 seeds, " + ReberSetting,
            Format = "0 %",
        },
        new Claim
        {
            Id = "1997.hochreiter.lag-50",
            Kind = ClaimKind.SameData,
            Paper = Papers.HochreiterSchmidhuber1997,
            Where = "section 5.2, task 2c, table 3",
            Statement = "It learns to remember a symbol over 50 random ones: sequences needed",
            Published = "30,000",
            Same = Acceptance.Between(15_000, 60_000).Because("no scatter is given here; in table 1 it reaches from half to three times the mean"),
            SameDirection = Acceptance.Between(5_000, 120_000).Because("tens of thousands"),
            Setting = "6 seeds, 2 blocks of 1 cell, 364 weights within ±0.2, α 0.01, E = Σ(t − y)²; the mean over the seeds that get there "
                + "within 60,000: 1,000 sequences in a row with every output off by less than 0.25, those not counted",
            Format = "#,0",
        },
        new Claim
        {
            Id = "08.gradients",
            Kind = ClaimKind.OwnCheck,
            Statement = "Backpropagation through time finds the slopes that nudging measures, and those of TorchSharp",
            Published = "equal but for rounding",
            SameDirection = Acceptance.AtMost(1e-5).Because("double precision, and sums taken in another order"),
            Setting = "an LSTM with forget gate, 4 cells, sequences of 5 steps: the largest relative difference to finite differences, and to "
                + "TorchSharp's LSTM",
            Format = "0.0e+0",
        },
        new Claim
        {
            Id = "1997.hochreiter.adding-100",
            Kind = ClaimKind.SameData,
            Paper = Papers.HochreiterSchmidhuber1997,
            Where = "section 5.4, table 7, T = 100",
            Statement = "The adding problem with T = 100: wrong answers in 2,560 fresh sequences",
            Published = "1 (after 74,000 sequences)",
            Same = Acceptance.AtMost(5).Because("where 1 is expected, more than 5 happen less than once in a thousand times"),
            SameDirection = Acceptance.AtMost(256).Because("nine of ten right, where guessing the middle gets one of six"),
            Setting = "5 seeds, " + AddingSetting + " 200,000",
            Format = "#,0",
        },
        new Claim
        {
            Id = "1997.hochreiter.adding-500",
            Kind = ClaimKind.SameData,
            Paper = Papers.HochreiterSchmidhuber1997,
            Where = "section 5.4, table 7, T = 500",
            Statement = "The adding problem with T = 500: wrong answers in 2,560 fresh sequences",
            Published = "0 (after 209,000 sequences)",
            Same = Acceptance.AtMost(5).Because("as for T = 100"),
            SameDirection = Acceptance.AtMost(256).Because("as for T = 100"),
            Setting = "one seed, " + AddingSetting + " 400,000",
            Format = "#,0",
        },
        new Claim
        {
            Id = "1997.hochreiter.reber-30",
            Kind = ClaimKind.SameData,
            Paper = Papers.HochreiterSchmidhuber1997,
            Where = "section 5.1, table 1",
            Statement = "The embedded Reber grammar once more, over 30 starts: the share that learns it",
            Published = "100 % (two failures in 150 over all settings)",
            Same = Acceptance.AtLeast(0.9).Because("where 1 in 75 fails, more than 3 of 30 fail once in a thousand times"),
            SameDirection = Acceptance.AtLeast(0.5).Because("more often than not"),
            Setting = "30 seeds, " + ReberSetting,
            Format = "0 %",
        },
        new Claim
        {
            Id = "1997.hochreiter.noise-free",
            Kind = ClaimKind.SameData,
            Paper = Papers.HochreiterSchmidhuber1997,
            Where = "section 5.2, task 2a, table 2, p = 100",
            Statement = "Two sequences that differ in their first and last symbol alone, 100 steps apart: the share of starts that learn "
                + "both, for a plain net of one unit with backpropagation through time, and for the cell of 1997",
            Published = "0 % and 100 % (after 5,040 sequences)",
            Same = Acceptance.Exactly(0, 1).Because("as in the table"),
            SameDirection = Acceptance.Rising.Because("the cell more often than the plain net"),
            Setting = "18 seeds of the cell, 10,504 weights within ±0.2, α 1, E = Σ(t − y)², a step after each symbol; the block joins once "
                + "100 sequences are not 5 % better than the 100 before; 5 seeds of the plain net, a tanh unit, the same α, a step after "
                + "each sequence; tested after every 100 sequences, at most 20,000",
            Format = "0 %",
        },
        new Claim
        {
            Id = "1997.hochreiter.lag-1000",
            Kind = ClaimKind.SameData,
            Paper = Papers.HochreiterSchmidhuber1997,
            Where = "section 5.2, task 2c, table 3, q = p = 1,000",
            Statement = "It learns to remember a symbol over 1,000 random ones: sequences needed",
            Published = "49,000",
            Same = Acceptance.Between(24_500, 98_000).Because("half to twice the mean, as for the lag of 50"),
            SameDirection = Acceptance.Between(8_000, 196_000).Because("tens of thousands: as far off as is allowed for the lag of 50"),
            Setting = LongLagSetting + "; 6,064 weights",
            Format = "#,0",
        },
        new Claim
        {
            Id = "1997.hochreiter.lag-growth",
            Kind = ClaimKind.SameData,
            Paper = Papers.HochreiterSchmidhuber1997,
            Where = "section 5.2, task 2c, table 3, q = p",
            Statement = "Twenty times the lag, from 50 to 1,000, needs so many times the sequences",
            Published = "1.6 (49,000 / 30,000)",
            Same = Acceptance.AtMost(3.3).Because("twice the published ratio: both means have scatter"),
            SameDirection = Acceptance.AtMost(10).Because("far fewer than twenty times as many"),
            Setting = LongLagSetting + "; lags of 50, 100, 200, 500 and 1,000",
            Format = "0.0",
        },
        new Claim
        {
            Id = "08.drift",
            Kind = ClaimKind.OwnCheck,
            Statement = "The same over 100 and over 200 symbols with the remedy of the paper's section 4, input gates that are closed at the "
                + "start: the share of starts that learn it",
            Published = "all",
            SameDirection = Acceptance.AtLeast(0.6).Because("more often than not; without the remedy no start learned 100 symbols"),
            Setting = "as lag-1000, but with biases of the gates, which begin at −2 for the input gates; seeds 6 to 10 of each lag",
            Format = "0 %",
        },
    ]);
}
