using Course.Generation;
using Course.Nn.Optimizers;
using Course.Nn.Torch;
using Course.Nn.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Alignment;

/// <summary>
/// The first two of the steps that made InstructGPT: L. Ouyang and others, Training language models to follow instructions with human
/// feedback, 2022, section 3.1. Both guess next tokens. In pre-training all tokens count, in fine-tuning only the assistant's. Defined in
/// lesson 16.
/// </summary>
public static class FineTuning
{
    private const long Ignored = -100;

    /// <summary>Lets a new model read pages.</summary>
    /// <param name="settings">Its size.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="pages">Pages per step.</param>
    /// <param name="rate">The highest learning rate.</param>
    /// <param name="seed">Decides the first weights and the pages.</param>
    /// <param name="title">The title of the live bar; empty for none.</param>
    /// <returns>The model; the caller disposes of it.</returns>
    public static Gpt2 PreTrain(
        Gpt2Settings settings, int steps = 200, int pages = 32, double rate = 4e-3, int seed = 1, string title = "reading pages")
    {
        manual_seed(seed);
        var model = new Gpt2(settings);
        var random = new Random(seed);
        Train(model, steps, rate, title,
            _ => model.Loss(TrainingTexts.Batch([.. Enumerable.Range(0, pages).Select(_ => TrainingTexts.Page(random))])));
        return model;
    }

    /// <summary>Shows a copy of a model what people want: two steps of short dialogues, one of long ones, and again.</summary>
    /// <param name="model">The model; it stays as it is.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="dialogues">Short dialogues per step; a quarter as many if they are long.</param>
    /// <param name="rate">The highest learning rate.</param>
    /// <param name="seed">Decides the dialogues.</param>
    /// <param name="title">The title of the live bar; empty for none.</param>
    /// <returns>The fine-tuned copy; the caller disposes of it.</returns>
    public static Gpt2 Supervise(
        Gpt2 model, int steps = 400, int dialogues = 64, double rate = 3e-3, int seed = 1, string title = "learning from people")
    {
        Gpt2 copy = Copy(model);
        var random = new Random(seed + 100);
        int step = 0;
        Train(copy, steps, rate, title, _ => Loss(copy, step++ % 3 == 2
            ? [.. Enumerable.Range(0, dialogues / 4).Select(_ => TrainingTexts.Dialogue(random))]
            : [.. Enumerable.Range(0, dialogues).Select(_ => TrainingTexts.Exchange(random))]));
        return copy;
    }

    /// <summary>The mean surprise by what the assistant says.</summary>
    /// <param name="model">The model.</param>
    /// <param name="dialogues">What people showed.</param>
    /// <returns>−ln P of each of its tokens, one number.</returns>
    public static Tensor Loss(Gpt2 model, IReadOnlyList<IReadOnlyList<ChatMessage>> dialogues)
    {
        ArgumentNullException.ThrowIfNull(model);
        (long[] Tokens, bool[] Spoken)[] rows = [.. dialogues.Select(ChatTemplate.Encode)];
        int length = rows.Max(row => row.Tokens.Length) - 1;
        var next = new long[rows.Length * length];
        Array.Fill(next, Ignored);
        for (int n = 0; n < rows.Length; n++)
        {
            for (int t = 1; t < rows[n].Tokens.Length; t++)
                if (rows[n].Spoken[t]) next[n * length + t - 1] = rows[n].Tokens[t];
        }
        Tensor logits = model.call(TrainingTexts.Batch([.. rows.Select(row => row.Tokens)]).narrow(1, 0, length));      // (B, T − 1, V)
        return functional.cross_entropy(logits.flatten(0, 1), tensor(next), ignore_index: Ignored);
    }

    /// <summary>A model with equal weights.</summary>
    /// <param name="model">The model.</param>
    public static Gpt2 Copy(Gpt2 model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var copy = new Gpt2(model.Settings);
        copy.load_state_dict(model.state_dict());
        return copy;
    }

    /// <summary>Takes steps of AdamW, each on new examples, with a warm-up and then a cosine.</summary>
    internal static void Train(Module model, int steps, double rate, string title, Func<Tensor, Tensor> loss, int? examples = null)
    {
        using var adam = optim.AdamW(model.parameters(), rate, beta1: 0.9, beta2: 0.99, weight_decay: 0.01);
        int warmUp = Math.Max(1, steps / 10), batch = examples is { } all ? Math.Max(1, all / steps) : 1;
        new TrainingLoop(new TorchTrainer(model, adam, loss, clip: 1), examples is { } count ? count / batch * batch : steps)
        {
            Batch = batch,
            Epochs = 1,
            Schedule = LearningRates.WarmUp(warmUp, LearningRates.Cosine(rate, Math.Max(1, steps - warmUp))),
            Title = title,
        }.Run();
        model.eval();
    }
}
