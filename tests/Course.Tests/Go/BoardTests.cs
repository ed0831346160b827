using Course.Go;

namespace Course.Tests.Go;

public sealed class BoardTests
{
    [Theory]
    [InlineData("A1", 0, 5)]
    [InlineData("E5", 24, 5)]
    [InlineData("c3", 12, 5)]
    [InlineData("J9", 80, 9)]
    [InlineData("T19", 360, 19)]
    [InlineData("pass", Vertex.Pass, 5)]
    public void A_point_has_a_name_without_the_letter_I(string name, int point, int size)
    {
        Assert.Equal(point, Vertex.Parse(name, size));
        Assert.Equal(name, Vertex.Name(point, size), ignoreCase: true);
    }

    [Theory]
    [InlineData("I5")]
    [InlineData("F1")]
    [InlineData("A6")]
    [InlineData("A0")]
    [InlineData("33")]
    [InlineData("A")]
    public void What_names_no_point_of_the_board_is_refused(string name) =>
        Assert.Throws<FormatException>(() => Vertex.Parse(name, 5));

    [Fact]
    public void A_group_without_a_liberty_is_taken_off_the_board()
    {
        Board board = Board.Parse(
            """
            . . . .
            . X X .
            X O O .
            . X X .
            """);

        Assert.Equal([Vertex.Parse("D2", 4)], board.Liberties(Vertex.Parse("B2", 4)));
        Assert.True(board.TryPlace(Vertex.Parse("D2", 4), Stone.Black, out IReadOnlyList<int> captured));
        Assert.Equal([5, 6], captured.Order());
        Assert.Equal((16, 0), board.Area());
    }

    [Fact]
    public void Suicide_is_refused_and_changes_nothing_unless_it_captures_first()
    {
        Board board = Board.Parse(
            """
            . X O .
            X O . O
            . X O .
            . . . .
            """);
        string before = board.Key;

        Assert.False(board.TryPlace(Vertex.Parse("D4", 4), Stone.Black, out _));
        Assert.Equal(before, board.Key);
        Assert.True(board.TryPlace(Vertex.Parse("C3", 4), Stone.Black, out IReadOnlyList<int> captured));
        Assert.Equal([Vertex.Parse("B3", 4)], captured);
    }

    [Fact]
    public void An_empty_region_that_touches_both_colours_belongs_to_nobody() =>
        Assert.Equal((3, 3), Board.Parse(". X .\nX . O\n. O .").Area());

    [Fact]
    public void A_diagram_is_read_as_it_was_written()
    {
        Board board = Board.Parse("X . O\n. O .\nX X .");

        Assert.Equal(board.Key, Board.Parse(board.ToString()).Key);
        Assert.Throws<FormatException>(() => Board.Parse("X.\nX"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void A_board_has_1_to_19_rows(int size) => Assert.Throws<ArgumentOutOfRangeException>(() => new Board(size));
}
