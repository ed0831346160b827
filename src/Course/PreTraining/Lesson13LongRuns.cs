using System.Globalization;
using Course.Data.Texts;
using Course.Nn.Optimizers;
using Course.Nn.Torch;
using Course.Nn.Training;
using Course.Transformers;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.PreTraining;

/// <summary>The long runs of lesson 13: spam with few labels, by an encoder that has read other messages before, or has not.</summary>
internal static class Lesson13LongRuns
{
    private const int Seeds = 3, Draws = 3, Batch = 48, Small = 16, WarmUp = 20;

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun
        {
            Id = "13.few-labels", Lesson = 13, Title = "Spam with 5 to 500 labels a class, with pre-training and without", Run = Labels,
        },
        new LongRun
        {
            Id = "13.layers", Lesson = 13, Title = "Spam with 20 labels a class, and some layers transferred or all", Run = Layers,
        },
    ];

    private static void Labels()
    {
        int[] counts = [5, 20, 100, 500];
        double[] scratch = new double[counts.Length], read = new double[counts.Length], bayes = new double[counts.Length];
        for (int seed = 1; seed <= Seeds; seed++)
        {
            using var run = new Spam(seed, blocks: 1);
            run.PreTrain(steps: 800);
            for (int n = 0; n < counts.Length; n++)
            {
                for (int draw = 1; draw <= Draws; draw++)
                {
                    LabelledTexts few = run.Mail.Draw(counts[n], draw);
                    scratch[n] += run.FineTuned(few, _ => false) / (Seeds * Draws);
                    read[n] += run.FineTuned(few, _ => true) / (Seeds * Draws);
                    bayes[n] += run.Counted(few) / (Seeds * Draws);
                }
            }
        }
        double[] gaps = [.. read.Zip(scratch, (one, other) => 100 * (one - other))];
        string note = $"Mean accuracy with {string.Join(", ", counts)} labels a class: from scratch {Shown(scratch)}; "
            + $"pre-trained {Shown(read)}; naive Bayes {Shown(bayes)}.";
        Claim.Report("2018.radford.few-labels", note, gaps);
        Claim.Report("13.gap-shrinks", gaps[^1], gaps[0]);
    }

    private static void Layers()
    {
        const int Blocks = 3;
        var accuracy = new double[Blocks + 2];
        for (int seed = 1; seed <= Seeds; seed++)
        {
            using var run = new Spam(seed, Blocks);
            run.PreTrain(steps: 600);
            for (int draw = 1; draw <= Draws; draw++)
            {
                LabelledTexts few = run.Mail.Draw(each: 20, draw);
                for (int part = 0; part < accuracy.Length; part++)
                    accuracy[part] += run.FineTuned(few, name => Part(name) < part) / (Seeds * Draws);
            }
        }
        string note = $"Mean accuracy with nothing, the embeddings, and these with one to three blocks transferred: {Shown(accuracy)}. "
            + "Spam is told by its words, which the embeddings hold, and hardly by their order, which the blocks are for.";
        Claim.Report("2018.radford.layers", Rank(accuracy), note);
    }

    /// <summary>Which part a weight belongs to: 0 for the embeddings, then 1 for the first block, and so on.</summary>
    private static int Part(string name) => name.Split('.') switch
    {
        ["embeddings", ..] => 0,
        ["encoder", "layer", var number, ..] => int.Parse(number, CultureInfo.InvariantCulture) + 1,
        _ => int.MaxValue,                                              // the pooler, which no pre-training of ours has taught
    };

    /// <summary>Spearman's rank correlation of numbers with their places; no two numbers are equal.</summary>
    private static double Rank(double[] values)
    {
        double n = values.Length;
        double square = values.Select((value, place) => Math.Pow(values.Count(other => other < value) - place, 2)).Sum();
        return 1 - 6 * square / (n * (n * n - 1));
    }

    private static string Shown(double[] shares) =>
        string.Join(", ", shares.Select(share => FormattableString.Invariant($"{share:0.0 %}")));

    /// <summary>One division of the messages, with an encoder that has read them.</summary>
    private sealed class Spam : IDisposable
    {
        private readonly int seed;
        private readonly BertSettings size;
        private readonly Bert read;
        private readonly Random random;

        internal Spam(int seed, int blocks)
        {
            set_num_threads(1);
            this.seed = seed;
            random = new Random(seed);
            Mail = new SpamTask(SpamMessages.Load(), seed, longest: 48);
            size = new(Mail.Pieces.Count, 50, 64, blocks, 4) { Spread = 0.1 };
            read = Fresh();
        }

        internal SpamTask Mail { get; }

        public void Dispose() => read.Dispose();

        internal void PreTrain(int steps) => Train(read, _ =>
        {
            (int[] First, int[] Second)[] halves =
                [.. Enumerable.Range(0, Batch).Select(_ => SentencePair.Halves(Mail.Unlabelled[random.Next(Mail.Unlabelled.Count)]))];
            return MatchingHalves.Loss(Vectors(halves.Select(one => one.First)), Vectors(halves.Select(one => one.Second)));
        }, steps, 3e-3);

        internal double FineTuned(LabelledTexts few, Func<string, bool> transferred)
        {
            using var scope = NewDisposeScope();
            using Bert own = Fresh();
            Transfer.Copy(read, own, transferred);
            using var net = new BertClassifier(own, 2, ofMean: true);
            var draw = new Random(seed);
            int[] all = [.. Enumerable.Range(0, few.Texts.Length)];
            Train(net, _ =>
            {
                int[] some = all.Length <= Small ? all : draw.GetItems(all, Small);
                Tensor texts = SequencePairs.Padded([.. some.Select(n => WordPieces.Row(few.Texts[n]))]);
                return nn.functional.cross_entropy(net.call(texts), tensor(some.Select(n => (long)few.Labels[n]).ToArray()));
            }, 100, 1e-3);
            return Accuracy(net);
        }

        internal double Counted(LabelledTexts few)
        {
            var bayes = new NaiveBayes(2, Mail.Pieces.Count);
            foreach ((int[] text, int label) in few.Texts.Zip(few.Labels)) bayes.Learn(text, label);
            return SpamTask.BalancedAccuracy(Mail.Test.Labels, [.. Mail.Test.Texts.Select(bayes.Classify)]);
        }

        private Bert Fresh()
        {
            torch.random.manual_seed(seed);
            return new Bert(size);
        }

        private Tensor Vectors(IEnumerable<int[]> texts)
        {
            Tensor rows = SequencePairs.Padded(
                [.. texts.Select(text => WordPieces.Row(MaskedText.Of(text, Mail.Pieces.Count, random).Input))]);
            return Bert.Mean(read.call(rows, zeros_like(rows)), rows);
        }

        private double Accuracy(BertClassifier net)
        {
            using var scope = NewDisposeScope();
            using var frozen = no_grad();
            net.eval();
            IEnumerable<long> said = Mail.Test.Texts.Chunk(250).SelectMany(texts =>
                net.call(SequencePairs.Padded([.. texts.Select(text => WordPieces.Row(text))])).argmax(1).data<long>().ToArray());
            return SpamTask.BalancedAccuracy(Mail.Test.Labels, [.. said.Select(label => (int)label)]);
        }

        // Every example of the loop is a batch.
        private static void Train(nn.Module net, Func<Tensor, Tensor> loss, int steps, double rate)
        {
            using var adam = optim.AdamW(net.parameters(), rate, weight_decay: 0.01);
            new TrainingLoop(new TorchTrainer(net, adam, loss, clip: 1), steps)
            {
                Batch = 1,
                Epochs = 1,
                Title = "",
                Schedule = LearningRates.WarmUp(WarmUp, LearningRates.Cosine(rate, steps - WarmUp)),
            }.Run();
        }
    }
}
