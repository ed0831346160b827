using System.Text.Json.Nodes;
using Course.Plots;

namespace Course.Tests.Plots;

public class PicturesTests
{
    [Fact]
    public void Digits_stand_side_by_side_with_gaps_between_them()
    {
        JsonNode map = ThemedFigure.Of(Pictures.Digits([[0, 0.25f, 0.5f, 1], [1, 1, 1, 1], [0.123f, 0, 0, 0]], 2, 2, perRow: 2)).Data[0]!;

        Assert.Equal(
            "[[0,0.25,null,null,1,1],[0.5,1,null,null,1,1],[null,null,null,null,null,null],[null,null,null,null,null,null],[0.12,0,null,null,null,null],[0,0,null,null,null,null]]", map["z"]!.ToJsonString());
        Assert.Equal((0, 1), (map["zmin"]!.Whole(), map["zmax"]!.Whole()));
    }

    [Fact]
    public void Captions_stand_inside_what_the_axes_show()
    {
        ThemedFigure figure = ThemedFigure.Of(Pictures.Digits([new float[4], new float[4]], 2, 2, ["a", "b"], perRow: 1));

        JsonArray range = figure.Layout["yaxis"]!["range"]!.AsArray();
        Assert.Equal(["a", "b"], figure.Data[1]!["text"]!.AsArray().Select(text => (string?)text));
        Assert.All(figure.Data[1]!["y"]!.AsArray(), y => Assert.InRange(y!.Number() - 1, range[1]!.Number(), range[0]!.Number()));
    }

    [Fact]
    public void Images_that_do_not_fit_give_one_clear_line()
    {
        Assert.StartsWith("Image 2 has 3 values, which are not 2 x 2.",
            Assert.Throws<ArgumentException>(() => Pictures.Digits([new float[4], new float[3]], 2, 2)).Message, StringComparison.Ordinal);
        Assert.StartsWith("There are 1 captions for 2 images.",
            Assert.Throws<ArgumentException>(() => Pictures.Digits([new float[4], new float[4]], 2, 2, ["a"])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith("There is no image to show.", Assert.Throws<ArgumentException>(() => Pictures.Digits([], 2, 2)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void All_evidence_shares_one_scale_symmetric_about_zero()
    {
        JsonNode map = ThemedFigure.Of(Pictures.Evidence(new float[][] { [0.5f, -3, 0, 1], [0, 0, 2, 0] }, 2, 2)).Data[0]!;

        Assert.Equal((-3, 3), (map["zmin"]!.Number(), map["zmax"]!.Number()));
        JsonArray scale = map["colorscale"]!.AsArray();
        Assert.Equal(0.5, scale[scale.Count / 2]![0]!.Number());
        Assert.Equal("rgba(247, 247, 247, 1.0)", (string?)scale[scale.Count / 2]![1]);
    }

    [Fact]
    public void Weights_that_are_all_zero_or_not_numbers_are_still_drawn()
    {
        JsonNode map = ThemedFigure.Of(Pictures.Evidence(new float[][] { [0, float.NaN] }, 1, 2)).Data[0]!;

        Assert.Equal((-1, 1), (map["zmin"]!.Number(), map["zmax"]!.Number()));
        Assert.Equal("[[0,null]]", map["z"]!.ToJsonString());
    }

    [Fact]
    public void A_confusion_matrix_shows_counts_and_colours_errors_by_their_share_of_the_row()
    {
        JsonNode map = ThemedFigure.Of(Pictures.ConfusionMatrix(new[,] { { 3, 1 }, { 0, 200 } }, ["cat", "dog"])).Data[0]!;

        Assert.Equal("[[\"3\",\"1\"],[\"\",\"200\"]]", map["text"]!.ToJsonString());
        Assert.Equal("[[0,0.25],[0,0]]", map["z"]!.ToJsonString());
        Assert.Equal("[[0.75,0.25],[0,1]]", map["customdata"]!.ToJsonString());
        Assert.Equal(0.25, map["zmax"]!.Number());
    }

    [Fact]
    public void A_confusion_matrix_of_a_class_that_never_came_and_one_that_is_not_square()
    {
        Assert.Equal("[[0,0],[0,0]]",
            ThemedFigure.Of(Pictures.ConfusionMatrix(new[,] { { 0, 0 }, { 0, 2 } }, ["a", "b"])).Data[0]!["z"]!.ToJsonString());
        Assert.StartsWith("A confusion matrix is square, not 1 x 2.",
            Assert.Throws<ArgumentException>(() => Pictures.ConfusionMatrix(new int[1, 2], ["a"])).Message, StringComparison.Ordinal);
        Assert.StartsWith("There are 1 labels for 2 classes.",
            Assert.Throws<ArgumentException>(() => Pictures.ConfusionMatrix(new int[2, 2], ["a"])).Message, StringComparison.Ordinal);
    }
}
