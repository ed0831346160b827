using Course.Data;
using static TorchSharp.torch;

namespace Course.Scaling;

/// <summary>The long runs of lesson 15.</summary>
internal static class Lesson15LongRuns
{
    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun { Id = "15.laws", Lesson = 15, Title = "Loss against size, text and compute, and three lines", Run = FitLaws },
        new LongRun { Id = "15.in-context", Lesson = 15, Title = "Regression in context, in five dimensions", Run = LearnInContext },
    ];

    private static void FitLaws()
    {
        set_num_threads(1);
        var text = new CharacterText(string.Concat(Austen.Novels.Select(Austen.Letters)));
        var family = new ModelFamily(text);
        int[] widths = [8, 16, 32, 64, 96];

        FamilyRun[] sizes = [.. widths.Select(width => family.Train(width, new() { Steps = 2_000 }, $"size: {width}"))];
        PowerLawFit bySize = PowerLawFit.Of([.. sizes.Select(run => (double)run.Size.BlockWeights)], [.. sizes.Select(run => run.Loss)]);

        int[] lengths = [.. Enumerable.Range(0, 8).Select(n => 1_000 << n)];
        FamilyRun[] texts = [.. lengths.Select(length =>
            family.Train(64, new() { Characters = length, Steps = 1_000, Looks = 19, TestWindows = 500 }, $"text: {length}"))];
        PowerLawFit byText = PowerLawFit.Of([.. texts.Select(run => (double)run.Characters)], [.. texts.Select(run => run.BestLoss)]);

        int[] steps = [30, 100, 300, 1_000];
        IReadOnlyList<FamilyRun> edge = ComputeFrontier.Of(steps.SelectMany(count =>
            widths.Select(width => family.Train(width, new() { Steps = count, TestWindows = 500 }, $"compute: {width}, {count} steps"))));
        PowerLawFit byCompute = PowerLawFit.Of([.. edge.Select(run => run.Flops)], [.. edge.Select(run => run.Loss)]);

        PowerLawFit[] fits = [bySize, byText, byCompute];
        double[] squares = [.. fits.Select(fit => fit.R2)];
        string range = FormattableString.Invariant($"Compute from {edge[0].Flops:0.0e0} to {edge[^1].Flops:0.0e0}.");
        string why = " A line that bends has run short of what is held fixed: text, size or steps.";
        Claim.Report("2020.kaplan.laws", note: squares.Min() < 0.97 ? range + why : range, squares);
        IEnumerable<string> intervals = new[] { byText, bySize, byCompute }
            .Select(fit => FormattableString.Invariant($"{fit.Exponent.Low:0.000} to {fit.Exponent.High:0.000}"));
        Claim.Report("2020.kaplan.exponents", note: $"95 % intervals: {string.Join(", ", intervals)}.",
            [byText.Law.Exponent, bySize.Law.Exponent, byCompute.Law.Exponent]);
    }

    private static void LearnInContext()
    {
        const int Dimensions = 5, Pairs = (2 * Dimensions) + 1;
        set_num_threads(1);
        using InContextTransformer model = new InContextTraining(Dimensions, Pairs, Steps: 10_000).Run(title: "regression in context");
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        random.manual_seed(2);
        LinearPrompts prompts = LinearPrompts.Draw(2_000, Pairs, Dimensions);
        double[] errors = prompts.Errors(model.call(prompts.X, prompts.Y));
        double neighbours = prompts.Errors(InContextRivals.Neighbours(prompts))[^1];
        double average = prompts.Errors(InContextRivals.Averaging(prompts))[^1];
        string note = FormattableString.Invariant(
            $"After five examples {errors[Dimensions]:0.000}; after ten, three neighbours {neighbours:0.000}, averaging {average:0.000}.");
        Claim.Report("2022.garg.five", errors[^1], errors[^1] > 0.05 ? note + " It has not seen enough functions." : note);
    }
}
