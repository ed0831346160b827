using Course.Data.Cifar;
using static TorchSharp.torch;

namespace Course.AlexNets;

/// <summary>The long runs of lesson 10.</summary>
internal static class Lesson10LongRuns
{
    private const int Seeds = 5;
    private static readonly double[] rates = [0.03, 0.1, 0.01];
    private static AlexNetParts ReluAlone => AlexNetParts.None with { Relu = true };

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun { Id = "10.relu-tanh", Lesson = 10, Title = "ReLU against tanh on a part of CIFAR-10: epochs to 25 % training error",
            Needs = ["cifar-10-5k-jpeg"], Run = Race },
        new LongRun { Id = "10.parts", Lesson = 10, Title = "The inventions of 2012, one by one, on a part of CIFAR-10",
            Needs = ["cifar-10-5k-jpeg"], Run = Parts },
        new LongRun { Id = "10.cifar-10", Lesson = 10, Title = "ReLU against tanh on all of CIFAR-10", Needs = ["cifar-10"],
            Run = WholeRace },
    ];

    private static void Race()
    {
        ColourSet all = CifarJpeg.Load().Train;
        Claim.Report("2012.krizhevsky.relu-part", Ratio(all, mostEpochs: 20, out string note), note: note);
    }

    private static void WholeRace()
    {
        ColourSet all = Cifar10.Load().Train;
        Claim.Report("2012.krizhevsky.relu-cifar-10", Ratio(all, mostEpochs: 20, out string note), note: note);
    }

    // The rates are chosen on every other picture; what counts is then measured on the rest, which they never saw.
    private static double Ratio(ColourSet all, int mostEpochs, out string note)
    {
        set_num_threads(1);
        using var tuning = new ColourTensors(all.Where(n => n % 2 == 0));
        using var measured = new ColourTensors(all.Where(n => n % 2 == 1));
        (double Rate, double Epochs)[] best = Array.ConvertAll([ReluAlone, AlexNetParts.None], parts =>
        {
            (double rate, double least) = (0, double.PositiveInfinity);
            foreach (double candidate in rates)
            {
                // A candidate that is slower than the best so far need not finish.
                double epochs = EpochsTo25(tuning, parts, candidate, seed: 100, (int)Math.Min(mostEpochs, Math.Ceiling(least)));
                if (epochs < least) (rate, least) = (candidate, epochs);
            }
            return (rate, Enumerable.Range(1, Seeds).Average(seed => EpochsTo25(measured, parts, rate, seed, mostEpochs)));
        });
        note = FormattableString.Invariant(
            $"ReLU takes {best[0].Epochs:0.0} epochs at a rate of {best[0].Rate}, tanh {best[1].Epochs:0.0} at {best[1].Rate}, from torch's small random weights.");
        return best[1].Epochs / best[0].Epochs;
    }

    // The crossing is interpolated between two epochs; a run that never gets there, or diverges, counts all its epochs.
    private static double EpochsTo25(ColourTensors data, AlexNetParts parts, double rate, int seed, int mostEpochs)
    {
        const double Wanted = 0.25;
        using var trainer = new SmallAlexNetTrainer(parts, data, rate, seed);
        double before = 0.9;
        for (int epoch = 1; epoch <= mostEpochs; epoch++)
        {
            trainer.Pass();
            double error = trainer.Error(data);
            if (error <= Wanted) return epoch - (Wanted - error) / (before - error);
            before = error;
        }
        return mostEpochs;
    }

    private static void Parts()
    {
        set_num_threads(1);
        CifarJpeg cifar = CifarJpeg.Load();
        using var train = new ColourTensors(cifar.Train.Where(n => n % 5 == 0));
        using var test = new ColourTensors(cifar.Test);
        (double Test, double Gap, double Scatter) without = Mean(ReluAlone), overlap = Mean(ReluAlone with { Overlap = true }),
            normalised = Mean(ReluAlone with { Normalise = true }), dropout = Mean(ReluAlone with { Dropout = true }),
            crops = Mean(ReluAlone with { Augment = true }), all = Mean(AlexNetParts.All);
        Claim.Report("2012.krizhevsky.overlap", Note(overlap), [overlap.Test, without.Test]);
        Claim.Report("2012.krizhevsky.normalisation", Note(normalised), [normalised.Test, without.Test]);
        Claim.Report("2012.krizhevsky.dropout", Note(dropout), [dropout.Gap, without.Gap]);
        Claim.Report("2012.krizhevsky.crops", Note(crops), [crops.Gap, without.Gap]);
        Claim.Report("10.parts.all", Note(all), [all.Test, without.Test]);

        (double Test, double Gap, double Scatter) Mean(AlexNetParts parts)
        {
            const int Epochs = 20;
            var runs = Enumerable.Range(1, Seeds).Select(seed =>
            {
                using var trainer = new SmallAlexNetTrainer(parts, train, rate: 0.02, seed);
                foreach (int epoch in Progress.Over(Enumerable.Range(1, Epochs), $"{parts}, seed {seed}"))
                {
                    if (epoch == Epochs * 3 / 4) trainer.Rate = 0.002;
                    trainer.Pass();
                }
                double error = trainer.Error(test);
                return (Test: error, Gap: error - trainer.Error(train));
            }).ToArray();
            double mean = runs.Average(run => run.Test);
            double scatter = Math.Sqrt(runs.Sum(run => (run.Test - mean) * (run.Test - mean)) / (Seeds - 1));
            return (mean, runs.Average(run => run.Gap), scatter);
        }

        string Note((double Test, double Gap, double Scatter) part) => FormattableString.Invariant(
            $"Test errors {part.Test:0.0 %}, scatter of the runs {100 * part.Scatter:0.0} points; without {without.Test:0.0 %}, {100 * without.Scatter:0.0}.")
            + FormattableString.Invariant($" Beyond the training errors: {part.Gap:0.0 %}, without {without.Gap:0.0 %}.");
    }
}
