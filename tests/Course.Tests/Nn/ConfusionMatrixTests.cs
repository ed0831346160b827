using Course.ExpertSystems;
using Course.Nn;

namespace Course.Tests.Nn;

public class ConfusionMatrixTests
{
    [Fact]
    public void Rows_are_the_truth_and_columns_the_answers()
    {
        var matrix = new ConfusionMatrix([0, 0, 1, 2], [0, 1, 1, 0], 3);

        Assert.Equal(1, matrix.Counts[0, 1]);
        Assert.Equal(0, matrix.Counts[1, 0]);
        Assert.Equal(1, matrix.Counts[2, 0]);
        Assert.Equal(0.5, matrix.Accuracy);
    }

    [Fact]
    public void The_worst_confusion_comes_first()
    {
        var matrix = new ConfusionMatrix([4, 4, 4, 9, 9, 1], [9, 9, 4, 4, 9, 1], 10);

        Assert.Equal([(4, 9, 2), (9, 4, 1)], matrix.Worst(5));
    }

    [Fact]
    public void A_missing_answer_is_refused() => Assert.Throws<ArgumentException>(() => new ConfusionMatrix([0, 1], [0], 2));
}
