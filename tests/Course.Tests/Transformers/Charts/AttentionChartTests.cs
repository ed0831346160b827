using Course.Transformers.Charts;
using Course.Transformers.Tasks;
using Plotly.NET;
using static TorchSharp.torch;
using Transformer = Course.Transformers.Transformer;

namespace Course.Tests.Transformers.Charts;

public class AttentionChartTests
{
    [Fact]
    public void Each_map_has_a_row_for_each_token_that_looks()
    {
        var map = new float[,] { { 0.25f, 0.75f, 0 }, { 1, 0, 0 } };

        GenericChart chart = AttentionChart.Of("Where it looks",
            new AttentionPicture("one", map, ["x", "y"], ["a", "b", "c"]), new AttentionPicture("two", map, ["x", "y"], ["a", "b", "c"]));

        Trace[] maps = [.. GenericChart.getTraces(chart)];
        Assert.Equal(2, maps.Length);
        Assert.All(maps, trace => Assert.Equal([[0.25, 0.75, 0], [1, 0, 0]], (double[][])trace.GetPropertyValue("z")!));
        Assert.Equal("x looks at b", ((string[][])maps[0].GetPropertyValue("text")!)[0][1]);
        Assert.Equal("x2", (string)maps[1].GetPropertyValue("xaxis")!);
    }

    [Fact]
    public void A_chart_without_maps_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => AttentionChart.Of("none"));

    [Fact]
    public void The_pictures_of_the_weights_leave_no_matrix_out()
    {
        using var scope = NewDisposeScope();
        using var model = new Transformer(SortingTask.Settings());
        foreach (Tensor weights in model.parameters())
        {
            using var frozen = no_grad();
            weights.fill_(0.5f);
        }

        GenericChart chart = WeightPictures.Of(model);

        Trace map = GenericChart.getTraces(chart)[0];
        double?[][] shown = [.. ((IEnumerable<IEnumerable<double?>>)map.GetPropertyValue("z")!).Select(row => row.ToArray())];
        Assert.Equal(model.parameters().Where(weights => weights.shape.Length > 1).Sum(weights => weights.numel()),
            shown.Sum(row => row.Count(value => value == 0.5)));
    }
}
