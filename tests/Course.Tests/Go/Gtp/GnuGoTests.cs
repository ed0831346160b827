using Course.Go;
using Course.Go.Gtp;
using Course.Go.Matches;

namespace Course.Tests.Go.Gtp;

public sealed class GnuGoTests
{
    private static GtpClient GnuGo()
    {
        Assert.SkipWhen(GtpClient.GnuGoPath is null, "GNU Go is not here: on Debian, 'apt install gnugo'");
        return GtpClient.StartGnuGo(level: 1);
    }

    // 40 games here; the long run 11.rules plays a thousand.
    [Fact]
    public void The_rules_are_those_of_GNU_Go()
    {
        using GtpClient client = GnuGo();
        ComparedRules compared = RulesComparison.Run(client, [5, 3, 7, 4, 6, 9], games: 40);

        Assert.Empty(compared.Differences);
        Assert.True(compared.Captures > 100, $"{compared}");
        Assert.Equal(20, compared.Scored + compared.LeftOut);
        Assert.True(compared.Scored >= 10, $"{compared}");
    }

    [Fact]
    public void GNU_Go_plays_a_game_against_ours_and_scores_it()
    {
        using GtpClient client = GnuGo();
        var gnuGo = new GtpPlayer(client, "GNU Go");
        PlayedGame game = Match.Play(new UctPlayer(200, 1), gnuGo, 5, 7.5, [12, 7], gnuGo.Score);

        Assert.NotEqual(Stone.Empty, game.Winner);
        Assert.Equal([12, 7], game.Moves.Take(2));
        Assert.True(game.WhiteSeconds > 0);
    }

    [Fact]
    public void What_GNU_Go_refuses_is_an_error_with_its_own_words()
    {
        using GtpClient client = GnuGo();

        Assert.Equal("GNU Go", client.Send("name"));
        Assert.Contains("unknown command", Assert.Throws<GtpException>(() => client.Send("sing")).Message);
        Assert.Equal(["2", "3.8"], client.SendAll(["protocol_version", "version"]));
    }
}
