using Course.Data;
using CsCheck;

namespace Course.Tests.Data;

public class TableTests
{
    [Fact]
    public void Equal_seeds_shuffle_alike_and_keep_each_example_with_its_class()
    {
        LabelledTable table = Count(100);

        LabelledTable shuffled = table.Shuffled(7);

        Assert.Equal(shuffled.Y, table.Shuffled(7).Y);
        Assert.NotEqual(table.Y, shuffled.Y);
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(shuffled.X[i][0], shuffled.Y[i]));
        Assert.Equal(table.Y, shuffled.Y.Order());
    }

    [Fact]
    public void Folds_test_each_example_once_and_never_train_on_it() =>
        Gen.Select(Gen.Int[2, 13], Gen.Int[13, 60]).Sample((k, count) =>
        {
            (LabelledTable Train, LabelledTable Test)[] folds = [.. Count(count).Folds(k)];

            Assert.Equal(k, folds.Length);
            Assert.Equal(Enumerable.Range(0, count), folds.SelectMany(fold => fold.Test.Y).Order());
            Assert.All(folds, fold => Assert.Equal(Enumerable.Range(0, count), fold.Train.Y.Concat(fold.Test.Y).Order()));
            Assert.InRange(folds.Max(fold => fold.Test.Count) - folds.Min(fold => fold.Test.Count), 0, 1);
        });

    [Fact]
    public void Resizing_keeps_the_mean_at_any_size() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[1, 9]).Sample((rows, columns, newRows, newColumns) =>
        {
            var random = new Random(rows * 1000 + columns);
            float[] image = [.. Enumerable.Range(0, rows * columns).Select(_ => random.NextSingle())];

            float[] resized = new ImageSet(rows, columns, [image], [0]).Resize(newRows, newColumns).Images[0];

            Assert.Equal(image.Average(), resized.Average(), 1e-4f);
        });

    [Fact]
    public void Halving_averages_each_two_by_two()
    {
        ImageSet small = new ImageSet(2, 4, [[0, 1, 0.5f, 0.5f, 1, 0, 0.5f, 0.1f]], [3]).Resize(1, 2);

        Assert.Equal([0.5f, 0.4f], small.Images[0]);
        Assert.Equal((1, 2, 3), (small.Rows, small.Columns, small.Labels[0]));
    }

    [Fact]
    public void The_postal_digits_have_their_published_counts()
    {
        Assert.SkipUnless(Datasets.IsPresent("usps"), "USPS is not on this machine.");

        Usps digits = Usps.Load();

        Assert.Equal([1194, 1005, 731, 658, 652, 556, 664, 645, 542, 644], Enumerable.Range(0, 10)
            .Select(digit => digits.Train.Labels.Count(label => label == digit)));
        Assert.Equal([359, 264, 198, 166, 200, 160, 170, 147, 166, 177], Enumerable.Range(0, 10)
            .Select(digit => digits.Test.Labels.Count(label => label == digit)));
        Assert.All(digits.Test.Images, image => Assert.All(image, ink => Assert.InRange(ink, 0f, 1f)));
    }

    [Fact]
    public void All_of_Mnist_loads_with_its_published_counts()
    {
        Assert.SkipUnless(Datasets.IsPresent("mnist"), "The complete MNIST is not on this machine.");

        Mnist digits = Mnist.Load("mnist");

        Assert.Equal((60000, 10000, 28, 28), (digits.Train.Count, digits.Test.Count, digits.Train.Rows, digits.Train.Columns));
        Assert.Equal([5, 0, 4, 1, 9], digits.Train.Labels[..5]);
    }

    private static LabelledTable Count(int count) =>
        new([.. Enumerable.Range(0, count).Select(i => new float[] { i })], [.. Enumerable.Range(0, count)],
        [.. Enumerable.Range(0, count).Select(i => $"{i}")]);
}
