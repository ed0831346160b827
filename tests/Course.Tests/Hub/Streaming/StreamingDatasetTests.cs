using Course.Data.Texts;
using Course.Hub.Streaming;

namespace Course.Tests.Hub.Streaming;

public sealed class StreamingDatasetTests
{
    private static StreamingDataset<int> Numbers(int count) => StreamingDataset.From("numbers", [], () => Enumerable.Range(0, count));

    [Fact]
    public void No_row_is_read_before_it_is_asked_for_and_none_after_the_last()
    {
        int read = 0;
        StreamingDataset<int> rows = StreamingDataset.From("counted", [], () => Enumerable.Range(0, 1000).Select(i => { read++; return i; }))
            .Map("double", i => 2 * i).Filter("multiples of four", i => i % 4 == 0).Skip(1).Take(3);
        Assert.Equal(0, read);

        Assert.Equal([4, 8, 12], rows);
        Assert.Equal(7, read);
    }

    [Fact]
    public void Each_pass_reads_anew_in_the_same_order()
    {
        StreamingDataset<int> rows = Numbers(500).Shuffle(50, seed: 3).Split(0.3, seed: 4).Test;

        Assert.Equal(rows.ToArray(), rows.ToArray());
    }

    [Fact]
    public void A_shuffle_loses_and_doubles_nothing_and_moves_no_row_forward_by_more_than_its_buffer()
    {
        int[] order = [.. Numbers(1000).Shuffle(50, seed: 1)];

        Assert.Equal(Enumerable.Range(0, 1000), order.Order());
        Assert.NotEqual(Enumerable.Range(0, 1000), order);
        Assert.All(order.Index(), place => Assert.True(place.Item < place.Index + 50));
        Assert.NotEqual(order, Numbers(1000).Shuffle(50, seed: 2));
        Assert.Equal(Enumerable.Range(0, 1000), Numbers(1000).Shuffle(1, seed: 1));
    }

    [Fact]
    public void Two_parts_of_a_split_share_no_row_and_are_all_of_them()
    {
        (StreamingDataset<int> train, StreamingDataset<int> test) = Numbers(10_000).Split(0.2, seed: 5);

        Assert.Equal(Enumerable.Range(0, 10_000), train.Concat(test).Order());
        Assert.InRange(test.Count(), 1_850, 2_150);
    }

    [Fact]
    public void The_last_batch_holds_the_rest() =>
        Assert.Equal([[0, 1, 2], [3, 4, 5], [6]], Numbers(7).Batch(3));

    [Fact]
    public void Data_of_hundreds_of_megabytes_pass_through_in_little_memory()
    {
        StreamingDataset<string> rows = StreamingDataset.From("long", [], () => Enumerable.Range(0, 200_000).Select(i => new string('x', 1000)))
            .Map("upper case", text => text.ToUpperInvariant()).Shuffle(1000, seed: 1).Filter("all", _ => true);
        long before = GC.GetTotalMemory(forceFullCollection: true), most = 0;
        int count = 0;
        foreach (string[] batch in rows.Batch(100))
        {
            count += batch.Length;
            if (count % 20_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(200_000, count);
        Assert.InRange(most, 0, 16 << 20);
    }

    [Fact]
    public void Sources_files_steps_and_their_order_make_the_fingerprint()
    {
        string file = Path.GetTempFileName();
        StreamingDataset<int> Of(string name) => StreamingDataset.From(name, [file], () => Enumerable.Range(0, 10));
        StreamingDataset<int>[] chains =
        [
            Of("a"), Of("b"), Of("a").Take(3), Of("a").Skip(3), Of("a").Filter("odd", i => i % 2 == 1), Of("a").Map("odd", i => i),
            Of("a").Map("f", i => i).Map("g", i => i), Of("a").Map("g", i => i).Map("f", i => i), Of("a").Map("f) | map(g", i => i),
            Of("a").Shuffle(5, 1), Of("a").Shuffle(5, 2), Of("a").Split(0.2, 1).Train, Of("a").Split(0.2, 1).Test, Of("a").Take(30),
        ];
        string[] prints = [.. chains.Select(chain => chain.Fingerprint)];
        Assert.All(prints, print => Assert.Matches("^[0-9a-f]{16}$", print));
        Assert.Equal(prints.Length, prints.Distinct().Count());
        Assert.Equal(prints, chains.Select(chain => chain.Fingerprint));

        File.WriteAllText(file, "another content");
        Assert.Empty(prints.Intersect(chains.Select(chain => chain.Fingerprint)));
        File.Delete(file);
    }

    [Fact]
    public void The_data_sets_of_the_course_are_streamed_as_they_are_loaded()
    {
        Assert.Equal(SpamMessages.Load(), StreamingDataset.Messages());
        Assert.Equal(TangQuatrains.Load(), StreamingDataset.Quatrains());
        Course.Data.Mnist mnist = Course.Data.Mnist.Load();
        Assert.Equal(mnist.Train.Labels, StreamingDataset.Digits().Select(digit => digit.Label));
        Assert.Equal(mnist.Test.Images, StreamingDataset.Digits("test").Select(digit => digit.Pixels));
    }

    [Fact]
    public void It_tells_its_steps() =>
        Assert.Equal("numbers | filter(odd) | shuffle(10, 7) | take(2) | batch(2)",
            Numbers(9).Filter("odd", i => i % 2 == 1).Shuffle(10, 7).Take(2).Batch(2).ToString());

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Numbers(1).Map(" ", i => i));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbers(1).Shuffle(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbers(1).Batch(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbers(1).Take(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbers(1).Split(double.NaN, 1));
        Assert.Throws<ArgumentException>(() => StreamingDataset.Digits("no such part"));
    }
}
