using Course.Tests.ConvNets;
using Course.Transformers;
using Course.Transformers.Tasks;
using static TorchSharp.torch;

namespace Course.Tests.Transformers;

[Collection(TorchSeed.Name)]
public class TransformerTrainingTests
{
    [Fact]
    public void The_rate_rises_in_a_line_to_its_peak_and_falls_with_the_root()
    {
        Func<long, double> rate = TransformerTraining.Rate(512);

        Assert.Equal(Math.Pow(512, -0.5) * Math.Pow(4_000, -0.5), rate(3_999), 1e-12);
        Assert.Equal(3_999, Enumerable.Range(0, 20_000).MaxBy(step => rate(step)));
        Assert.Equal(rate(3_999) / 4, rate(999), 1e-12);
        Assert.Equal(rate(3_999) / 2, rate(15_999), 1e-12);
    }

    [Fact]
    public void Label_smoothing_shares_epsilon_among_all_tokens_and_padding_does_not_count()
    {
        using var scope = NewDisposeScope();
        double[] logits = [.. AttentionTests.Rows(new Random(1), 3, 4).SelectMany(row => row)];
        long[] targets = [3, 1, Vocabulary.Padding];

        double loss = TransformerTraining.Loss(tensor(logits).reshape(1, 3, 4), tensor(targets).reshape(1, 3), 0.1).item<double>();

        double wanted = 0;
        for (int t = 0; t < 2; t++)
        {
            double[] row = logits[(4 * t)..(4 * t + 4)];
            double log = Math.Log(row.Sum(Math.Exp));
            for (int k = 0; k < 4; k++) wanted -= (0.1 / 4 + (k == targets[t] ? 0.9 : 0)) * (row[k] - log) / 2;
        }
        Assert.Equal(wanted, loss, 1e-12);
    }

    [Fact]
    public void Batches_hold_every_pair_once_and_no_more_tokens_than_allowed()
    {
        var random = new Random(1);
        SequencePair[] pairs = [.. Enumerable.Range(0, 200).Select(_ => SortingTask.Draw(random, 1, 12))];

        IReadOnlyList<SequencePair[]> batches = SequencePairs.ByLength(pairs, 60, random);

        Assert.Equal(pairs.ToHashSet(), batches.SelectMany(batch => batch).ToHashSet());
        Assert.Equal(pairs.Length, batches.Sum(batch => batch.Length));
        Assert.All(batches, batch => Assert.InRange(
            batch.Length * batch.Max(pair => Math.Max(pair.Source.Length, pair.Target.Length + 1)), 1, 60));
        int padding = batches.Sum(batch => batch.Sum(pair => batch.Max(other => other.Source.Length) - pair.Source.Length));
        Assert.InRange(padding, 0, 0.05 * pairs.Sum(pair => pair.Source.Length));
    }

    [Fact]
    public void A_small_model_learns_to_sort_and_looks_at_the_digit_that_it_writes()
    {
        var random = new Random(1);
        using Transformer model = SmallSorter.Learn(random);
        SequencePair[] fresh = [.. Enumerable.Range(0, 500).Select(_ => SortingTask.Draw(random, 2, 4))];
        var decoding = new Decoding(model);

        int[][] sorted = decoding.Greedy([.. fresh.Select(pair => pair.Source)]);

        Assert.InRange(fresh.Zip(sorted, (pair, output) => output.SequenceEqual(pair.Target) ? 1.0 : 0).Average(), 0.95, 1);
        Assert.Equal("1345", SortingTask.Text(decoding.Beam(SortingTask.Pair("4153").Source)[0].Tokens));
        AttentionMaps maps = decoding.Maps(SortingTask.Pair("4153").Source, SortingTask.Pair("4153").Target);
        Assert.Equal((1, 1, 5, 4), (maps.Cross.Length, maps.Cross[0].Length, maps.Cross[0][0].GetLength(0), maps.Cross[0][0].GetLength(1)));
    }
}
