using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Course.Data;
using Course.Nn.Optimizers;
using static TorchSharp.torch;

namespace Course.Generation;

/// <summary>The long runs of lesson 14.</summary>
internal static class Lesson14LongRuns
{
    // The story as llama2.c's documentation prints it, 769 characters.
    private const string PublishedStory = "e0c267ef267cb50130db210849536569e50920fbfdf130bc9784d6d5ae66aaad";

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun
        {
            Id = "14.stories", Lesson = 14, Title = "Somebody else's Llama of 260,000 weights tells its published story", Needs = ["stories260k"],
            Run = TellStory,
        },
        new LongRun { Id = "14.austen", Lesson = 14, Title = "The GPT of the lesson, after 4,000 steps", Run = ReadAusten },
        new LongRun
        {
            Id = "14.shakespeare", Lesson = 14, Title = "Shakespeare's letters, with the settings of nanoGPT", Needs = ["tinyshakespeare"],
            Run = ReadShakespeare,
        },
    ];

    private static void TellStory()
    {
        set_num_threads(1);         // its matrices are too small to share
        using Llama model = Stories260K.LoadModel();
        ScoredPieces pieces = Stories260K.LoadPieces();
        var watch = Stopwatch.StartNew();
        int[] tokens = new TextGenerator(model).Write([ScoredPieces.Start], 512, Sampling.Greedy, end: ScoredPieces.Start);
        double seconds = watch.Elapsed.TotalSeconds;

        string story = pieces.Decode(tokens).Trim() + "\n";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(story)));
        Claim.Report("14.stories", hash == PublishedStory ? 1 : 0, note: FormattableString.Invariant(
            $"{tokens.Length} tokens, {story.Length} characters, {tokens.Length / seconds:N0} tokens a second."));
    }

    private static void ReadAusten()
    {
        const int Context = 64, Batch = 32, Steps = 4_000;
        const string Unread = "persuasion";
        string[] novels = [.. Austen.Novels.Where(novel => novel != Unread).Select(Austen.Text)];
        byte[] unread = Encoding.UTF8.GetBytes(Austen.Text(Unread))[..60_000];
        BytePairEncoding tokens = BytePairTrainer.Train(novels, 2048);
        int[] text = [.. novels.SelectMany(tokens.Encode)];

        random.manual_seed(1);
        using var model = new Gpt2(new(tokens.Count, Context, 96, 2, 4));
        Train(model, text, Batch, Steps, LearningRates.WarmUp(40, LearningRates.Cosine(4e-3, Steps - 40)));

        var counter = new ByteCounter(order: 3);
        foreach (string novel in novels) counter.Learn(Encoding.UTF8.GetBytes(novel));
        double network = TextSurprise.Of(model, tokens.Encode(Encoding.UTF8.GetString(unread))).BitsPerByte(unread.Length);
        Claim.Report("14.austen", network, counter.BitsPerByte(unread), ByteCounter.Gzipped(unread));
    }

    // Its README and its configuration for one processor: the rate falls from 1e-3 to a tenth, the last tenth of the text is kept.
    private static void ReadShakespeare()
    {
        const int Context = 64, Batch = 12, Steps = 2_000, WarmUp = 100;
        using var reader = new StreamReader(Datasets.Open("tinyshakespeare", "tinyshakespeare.txt.gz"));
        string plays = reader.ReadToEnd();
        char[] letters = [.. plays.Distinct().Order()];
        int[] text = [.. plays.Select(letter => Array.BinarySearch(letters, letter))];
        int split = text.Length * 9 / 10;

        random.manual_seed(1);
        using var model = new Gpt2(new(letters.Length, Context, 128, 4, 4));
        Train(model, text[..split], Batch, Steps, LearningRates.WarmUp(WarmUp, LearningRates.Cosine(1e-3, Steps - WarmUp, least: 1e-4)));
        Claim.Report("2022.karpathy.shakespeare", TextSurprise.Of(model, text[split..]).PerToken,
            note: FormattableString.Invariant($"{model.ParameterCount:N0} weights and biases, {letters.Length} kinds of letters."));
    }

    private static void Train(Gpt2 model, int[] text, int batch, int steps, Func<long, double> rates)
    {
        set_num_threads(1);
        int length = model.Context + 1;
        var random = new Random(1);
        using optim.Optimizer adam = Gpt2Training.AdamW(model);
        foreach (int step in Progress.Over(Enumerable.Range(0, steps), "training"))
        {
            using var scope = NewDisposeScope();
            foreach (optim.ILearningRateController group in adam.ParamGroups) group.LearningRate = rates(step);
            long[] rows = [.. Enumerable.Range(0, batch).SelectMany(_ =>
            {
                int at = random.Next(text.Length - length);
                return text[at..(at + length)].Select(token => (long)token);
            })];
            adam.zero_grad();
            Tensor loss = model.Loss(tensor(rows).reshape(batch, length));
            loss.backward();
            nn.utils.clip_grad_norm_(model.parameters(), 1);
            adam.step();
            if (step % 20 == 0) Progress.Note(loss: loss.item<float>());
        }
    }
}
