using Course.Data;

namespace Course.Tests.Data;

public class ShippedDataTests
{
    public static TheoryData<string> Shipped => [.. Datasets.Catalog.Where(dataset => dataset.Ships).Select(dataset => dataset.Name)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_shipped_file_is_here_and_has_the_hash_of_the_catalog(string name)
    {
        foreach (DatasetFile file in Datasets.Find(name).Files)
        {
            string? path = Datasets.FindFile(file);
            Assert.NotNull(path);
            Datasets.Verify(file, path);
        }
    }

    [Fact]
    public void Ten_thousand_digits_load_with_ink_between_0_and_1_and_shrink_to_14_by_14_with_their_mean_kept()
    {
        Mnist digits = Mnist.Load();

        Assert.Equal((8000, 2000, 28, 28), (digits.Train.Count, digits.Test.Count, digits.Train.Rows, digits.Train.Columns));
        Assert.All(digits.Test.Labels, label => Assert.InRange(label, 0, 9));
        ImageSet small = digits.Test.Take(50).Resize(14, 14);
        Assert.Equal(196, small.Images[0].Length);
        for (int i = 0; i < small.Count; i++) Assert.Equal(digits.Test.Images[i].Average(), small.Images[i].Average(), 1e-5f);
        Assert.Equal(1f, digits.Test.Images.Max(image => image.Max()));
    }

    [Fact]
    public void The_letters_and_the_sonar_returns_load_with_their_published_counts()
    {
        LabelledTable letters = LabelledTable.Of(Letters.Load(), "letter");
        LabelledTable sonar = LabelledTable.Of(Sonar.Load(), "object");

        Assert.Equal((20000, 16, 26), (letters.Count, letters.Features, letters.Classes.Length));
        Assert.Equal("T", letters.Classes[letters.Y[0]]);
        Assert.Equal((208, 60), (sonar.Count, sonar.Features));
        Assert.Equal(["mine", "rock"], sonar.Classes);
        Assert.Equal(111, sonar.Y.Count(y => y == 0));
    }
}
