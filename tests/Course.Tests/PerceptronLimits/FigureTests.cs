using Course.ExpertSystems;
using Course.PerceptronLimits;

namespace Course.Tests.PerceptronLimits;

public class FigureTests
{
    [Fact]
    public void Pieces_touch_along_sides_not_at_corners()
    {
        int[,] pieces = Figure.Parse("""
            ##.
            ..#
            #.#
            """).Pieces();
        Assert.Equal([1, 1, 0, 0, 0, 2, 3, 0, 2], pieces.Cast<int>());
    }

    [Fact]
    public void A_figure_of_no_points_is_in_no_piece() => Assert.False(Figure.Parse("...").IsConnected);

    [Fact]
    public void A_figure_survives_being_written_and_read()
    {
        string text = Figure.Parse("#.#\n###").ToString();
        Assert.Equal("#.#\n###", text);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 1969)]
    [InlineData(6, 3)]
    public void Of_the_spirals_of_equal_area_only_one_is_in_one_piece(int windings, int seed)
    {
        (Figure one, Figure two) = ConnectednessFigures.Spirals(windings, seed);
        Assert.True(one.IsConnected);
        Assert.Equal(2, two.Pieces().Cast<int>().Max());
        Assert.Equal(one.Area, two.Area);
        Assert.Equal((4 * windings + 1, 4 * windings + 1), (one.Rows, one.Columns));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    public void The_four_figures_are_in_one_piece_where_their_ends_differ(int length) =>
        Assert.Equal([false, true, true, false], ConnectednessFigures.FourFigures(length).Select(f => f.IsConnected));

    [Fact]
    public void Windows_that_see_one_end_at_a_time_cannot_tell_and_wider_ones_can()
    {
        const int Length = 9;
        Figure[] figures = ConnectednessFigures.FourFigures(Length);
        bool[] connected = [.. figures.Select(f => f.IsConnected)];
        for (int width = 1; width <= figures[0].Columns; width++)
        {
            int[][] seen = ConnectednessFigures.Windows(figures, width);
            Separability proof = LinearSeparability.Decide(seen, connected);
            Assert.True(proof.Holds(seen, connected));
            Assert.Equal(width >= Length + 2, proof.IsSeparable);
        }
    }
}
