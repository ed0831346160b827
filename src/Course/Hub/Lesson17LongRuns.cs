using Course.Data;
using Course.Hub.Diffusion;
using static TorchSharp.torch;

namespace Course.Hub;

/// <summary>The long runs of lesson 17.</summary>
internal static class Lesson17LongRuns
{
    private const int Steps = 1_000;
    private const int Batch = 64;

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun { Id = "17.diffusion", Lesson = 17, Title = "Two schedules of noise with three seeds, and a Boltzmann machine", Run = CompareSchedules },
        new LongRun { Id = "17.objective", Lesson = 17, Title = "The simple loss against the bound on the likelihood", Run = CompareObjectives },
    ];

    private static void CompareSchedules()
    {
        set_num_threads(1);
        using var data = new JudgedDigits();
        int[] seeds = [1, 2, 3];
        Judgement[] cosine = [.. seeds.Select(seed => Judge(NoiseSchedule.Cosine(100), seed, bound: false, 500, data, $"cosine, seed {seed}"))];
        Judgement[] linear = [.. seeds.Select(seed => Judge(NoiseSchedule.Linear(100), seed, bound: false, 500, data, $"linear, seed {seed}"))];
        var rival = new BoltzmannRival(data.Images);
        rival.Train(20_000);
        using Tensor dreams = rival.Dream(500, sweeps: 1_000);
        Judgement machine = data.Of(dreams);

        double[] means = [cosine.Average(one => one.Frechet), linear.Average(one => one.Frechet)];
        string seen = $"Cosine: {Shown(cosine)}. Linear: {Shown(linear)}.";
        Claim.Report("2021.nichol.cosine", note: means[0] < means[1] ? seen : seen + " So small a model does not tell the two apart.", means);
        double worst = cosine.Max(one => one.Frechet) / machine.Frechet;
        string rest = $"The Boltzmann machine: {Shown([machine])}.";
        Claim.Report("17.rival.seeds", worst, worst <= 1 ? rest
            : rest + " With so many steps and a rate that falls to 0, its dreams have the features of digits; the detective still knows them.");
        Claim.Report("17.rival.seeds.told-apart", note: rest, [cosine.Max(one => one.ToldApart), machine.ToldApart]);
    }

    private static void CompareObjectives()
    {
        set_num_threads(1);
        using var data = new JudgedDigits();
        int[] seeds = [1, 2];
        Judgement[] simple = [.. seeds.Select(seed => Judge(NoiseSchedule.Linear(), seed, bound: false, 250, data, $"simple, seed {seed}"))];
        Judgement[] bound = [.. seeds.Select(seed => Judge(NoiseSchedule.Linear(), seed, bound: true, 250, data, $"bound, seed {seed}"))];
        double[] means = [simple.Average(one => one.Frechet), bound.Average(one => one.Frechet)];
        string seen = $"Simple: {Shown(simple)}. Bound: {Shown(bound)}.";
        Claim.Report("2020.ho.simple",
            note: means[0] < means[1] ? seen : seen + " Small pictures and a short training leave no gap of the paper's kind.", means);
    }

    private static Judgement Judge(NoiseSchedule schedule, int seed, bool bound, int count, JudgedDigits data, string title)
    {
        var training = new DiffusionTraining(schedule, Steps) { Batch = Batch, Seed = seed, Bound = bound };
        using TrainedDiffusion trained = training.Run(data.Training, title);
        using Tensor drawn = new DiffusionSampler(trained.Model).Ddpm(count, seed);
        return data.Of(drawn);
    }

    private static string Shown(Judgement[] all) => string.Join("; ", all.Select(one => FormattableString.Invariant(
        $"distance {one.Frechet:0.0}, told apart {one.ToldApart:0.00}, taken for digits {one.Digits:0.00}")));

    // The digits, and a judge of them.
    private sealed class JudgedDigits : IDisposable
    {
        private readonly Tensor labels, held;
        private readonly DigitJudge judge;

        internal JudgedDigits()
        {
            Mnist mnist = Mnist.Load();
            ImageSet small = mnist.Train.Resize(14, 14);
            Images = small.Images;
            Training = DigitTensors.Of(small.Images);
            labels = tensor(Array.ConvertAll(small.Labels, label => (long)label));
            held = DigitTensors.Of(mnist.Test.Resize(14, 14).Take(1_000).Images);
            judge = DigitJudge.Train(Training, labels);
        }

        internal float[][] Images { get; }

        internal Tensor Training { get; }

        internal Judgement Of(Tensor drawn) => Judgement.Of(judge, drawn, held);

        public void Dispose()
        {
            Training.Dispose();
            labels.Dispose();
            held.Dispose();
            judge.Dispose();
        }
    }
}
