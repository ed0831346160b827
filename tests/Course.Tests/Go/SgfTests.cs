using Course.Go;

namespace Course.Tests.Go;

public sealed class SgfTests
{
    [Fact]
    public void A_game_is_read_as_it_was_written()
    {
        var game = new Sgf(
            5, 7.5, [new(Stone.Black, 12), new(Stone.White, 0), new(Stone.Black, 24), new(Stone.White, Vertex.Pass)], @"a]\b", "GNU Go", "B+R");
        var read = Sgf.Parse(game.ToString());

        Assert.Equal(game.Moves, read.Moves);
        Assert.Equal((5, 7.5, @"a]\b", "GNU Go", "B+R"), (read.Size, read.Komi, read.Black, read.White, read.Result));
        Assert.Contains(";B[cc];W[ae];B[ea];W[])", game.ToString());
    }

    [Fact]
    public void Of_a_file_with_variations_and_comments_the_main_line_is_read()
    {
        var game = Sgf.Parse("\n(;GM[1]FF[3]SZ[9]\nKM[6.5] C[a (bracket; here\\]]\n;B[ee]C[good];W[cc](;B[gg];W[tt])(;B[aa];W[ii]))(;SZ[5];B[aa])");

        Assert.Equal(["E5", "C7", "G3", "pass"], game.Moves.Select(move => Vertex.Name(move.Point, 9)));
        Assert.Equal((9, 6.5, ""), (game.Size, game.Komi, game.Result));
        Assert.Equal([Stone.Black, Stone.White, Stone.Black, Stone.White], game.Moves.Select(move => move.Stone));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("(;GM[2]SZ[9];B[aa])")]
    [InlineData("(;SZ[9]AB[aa][bb];W[cc])")]
    [InlineData("(;SZ[25])")]
    [InlineData("(;SZ[5];B[zz])")]
    [InlineData("(;SZ[5];B[a])")]
    public void What_the_course_cannot_read_is_refused(string text) => Assert.Throws<FormatException>(() => Sgf.Parse(text));
}
