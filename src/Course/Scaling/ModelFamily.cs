using Course.Nn.Torch;
using Course.Nn.Training;
using Course.PreTraining;
using static TorchSharp.torch;

namespace Course.Scaling;

/// <summary>
/// A family of small GPTs on one text, as in J. Kaplan et al., 2020 (arXiv:2001.08361), section 2.2: what does the loss become if only the
/// size grows, only the text, or the compute? Defined in lesson 15.
/// </summary>
/// <param name="text">What they read.</param>
public sealed class ModelFamily(CharacterText text)
{
    /// <summary>Trains a member from its first weights to the end.</summary>
    /// <param name="width">d_model.</param>
    /// <param name="settings">The rest.</param>
    /// <param name="title">The title of the live bar; empty for none.</param>
    /// <returns>What came out.</returns>
    public FamilyRun Train(int width, FamilySettings settings, string title = "")
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var scope = NewDisposeScope();
        manual_seed(settings.Seed);
        using var model = new Gpt(settings.Model(width, text.Vocabulary));
        Tensor windows = text.Windows(settings.Context + 1, settings.Characters);
        Tensor test = text.HeldOutWindows(settings.Context + 1, settings.TestWindows);
        int examples = settings.Steps * settings.Batch;
        Tensor starts = randint(windows.shape[0], examples, int64);
        using var adam = optim.AdamW(model.parameters(), lr: 1e-3, beta1: 0.9, beta2: 0.99, weight_decay: 0.01);
        var trainer = new TorchTrainer(
            model, adam, n => LanguageModel.Loss(model, windows.index_select(0, starts.index_select(0, n))), clip: 1);
        var curve = new List<(long, double)>();
        new TrainingLoop(trainer, examples)
        {
            Batch = settings.Batch,
            Epochs = 1,
            Seed = settings.Seed,
            Schedule = settings.Schedule(),
            Title = title,
            Callbacks = [new Look(settings, () => Loss(model, test), curve)],
        }.Run();
        return new(DecoderSize.Of(model.Settings), settings.Tokens, Math.Min(text.Length, settings.Characters ?? text.Length), curve);
    }

    private static double Loss(Gpt model, Tensor test) => Math.Log(LanguageModel.Perplexity(model, [test]));

    // Measures the loss at equal distances, and at the end.
    private sealed class Look(FamilySettings settings, Func<double> loss, List<(long, double)> curve) : TrainingCallback
    {
        public override void StepEnded(TrainingLoop training, double _)
        {
            long step = training.Steps, every = Math.Max(1, settings.Steps / (settings.Looks + 1));
            bool due = step == settings.Steps || (settings.Looks > 0 && step % every == 0);
            if (due) curve.Add((step * settings.Batch * settings.Context, loss()));
        }
    }
}

/// <summary>A trained member of a family. Defined in lesson 15.</summary>
/// <param name="Size">Its size.</param>
/// <param name="Tokens">D: the characters that it read, repetitions included.</param>
/// <param name="Characters">The different characters of text that it could read.</param>
/// <param name="Curve">After how many tokens the loss on held-out text was what, in nats per character; the last is the end.</param>
public sealed record FamilyRun(DecoderSize Size, long Tokens, int Characters, IReadOnlyList<(long Tokens, double Loss)> Curve)
{
    /// <summary>The loss on held-out text at the end, nats per character.</summary>
    public double Loss => Curve[^1].Loss;

    /// <summary>The least loss on the way: what one has who stops in time, as Kaplan et al. do for their law of data.</summary>
    public double BestLoss => Curve.Min(point => point.Loss);

    /// <summary>The operations of all matrix products of the training, FLOPs.</summary>
    public double Flops => Size.TrainingFlops * Tokens;
}

/// <summary>
/// The best that any run of a set reached with as much compute or less: the lower edge of the learning curves in figure 1 of Kaplan et al.
/// Defined in lesson 15.
/// </summary>
public static class ComputeFrontier
{
    /// <summary>The runs that no cheaper run beats, by their end.</summary>
    /// <param name="runs">The runs, each with a schedule of its own: half of a long training is worse than a short one.</param>
    /// <returns>Some of them, by rising compute and falling loss.</returns>
    public static IReadOnlyList<FamilyRun> Of(IEnumerable<FamilyRun> runs)
    {
        var edge = new List<FamilyRun>();
        foreach (FamilyRun run in runs.OrderBy(run => run.Flops).ThenBy(run => run.Loss))
        {
            if (edge.Count == 0 || run.Loss < edge[^1].Loss) edge.Add(run);
        }
        return edge;
    }
}
