using Course.ExpertSystems;
using Course.Perceptrons;

namespace Course.Tests.Perceptrons;

public class SonarNetworkTests
{
    private static readonly float[][] corners = [[0, 0], [0, 1], [1, 0], [1, 1]];

    [Theory]
    [InlineData(0, false)]
    [InlineData(4, true)]
    public void Exclusive_or_needs_hidden_units(int hidden, bool learnt)
    {
        int[] labels = [0, 1, 1, 0];
        var net = new SonarNetwork(2, hidden, 2, new Random(1));

        net.Train(corners, labels, epochs: 5000, new Random(2));

        Assert.Equal(learnt, corners.Select(net.Predict).SequenceEqual(labels));
    }

    [Fact]
    public void Learning_stops_where_every_error_is_below_a_fifth()
    {
        var net = new SonarNetwork(2, 3, 2, new Random(1));
        for (int pass = 0; pass < 1000; pass++) net.Learn(corners[3], 1);
        net.Predict(corners[3]);
        float[] settled = [.. net.Outputs];

        for (int pass = 0; pass < 1000; pass++) net.Learn(corners[3], 1);
        net.Predict(corners[3]);

        Assert.Equal(settled, net.Outputs);
        Assert.InRange(settled[1], 0.8f, 0.95f);
        Assert.InRange(settled[0], 0.05f, 0.2f);
    }
}
