using Course.Go.Gtp;
using Course.Go.Matches;

namespace Course.Tests.Go.Gtp;

public sealed class GtpEngineTests
{
    private readonly GtpEngine engine = new(size => size <= 7 ? new RandomPlayer(1) : null);

    [Theory]
    [InlineData("name", "= Course.Go\n\n")]
    [InlineData("12 protocol_version", "=12 2\n\n")]
    [InlineData("known_command genmove # a comment", "= true\n\n")]
    [InlineData("known_command sing", "= false\n\n")]
    [InlineData("boardsize 7", "=\n\n")]
    [InlineData("3 boardsize 19", "?3 unacceptable size\n\n")]
    [InlineData("boardsize x", "? syntax error\n\n")]
    [InlineData("sing", "? unknown command\n\n")]
    [InlineData("play black", "? syntax error\n\n")]
    [InlineData("play red A1", "? invalid color or coordinate\n\n")]
    [InlineData("play b I1", "? 'I1' is no point of a board of 5 × 5.\n\n")]
    [InlineData("undo", "? cannot undo\n\n")]
    [InlineData("komi 5.5", "=\n\n")]
    [InlineData("final_score", "= W+7.5\n\n")]
    [InlineData("time_settings 0 5 1", "=\n\n")]
    public void A_command_is_answered_as_the_protocol_says(string line, string answer) => Assert.Equal(answer, engine.Answer(line));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("# only a comment")]
    public void A_line_without_a_command_has_no_answer(string line) => Assert.Null(engine.Answer(line));

    [Fact]
    public void A_whole_game_is_played_over_text()
    {
        var output = new StringWriter { NewLine = "\n" };
        engine.Run(new StringReader("boardsize 5\nclear_board\nkomi 0.5\nplay B C3\nplay W C3\nshowboard\nundo\nundo\nquit\nname\n"), output);

        Assert.Equal(
            "=\n\n=\n\n=\n\n=\n\n? illegal move\n\n= \n. . . . .\n. . . . .\n. . X . .\n. . . . .\n. . . . .\n\n=\n\n? cannot undo\n\n=\n\n",
            output.ToString());
        Assert.True(engine.HasQuit);
    }

    [Fact]
    public void One_colour_may_move_twice_and_games_end_with_two_passes()
    {
        engine.Answer("play black C3");
        engine.Answer("play black B3");
        Assert.Matches("^= [A-E][1-5]\n\n$", engine.Answer("genmove white"));
        engine.Answer("play black pass");
        engine.Answer("play white pass");

        Assert.Equal("= pass\n\n", engine.Answer("genmove black"));
    }
}
