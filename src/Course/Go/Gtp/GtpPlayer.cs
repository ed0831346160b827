using System.Globalization;
using Course.Go.Matches;

namespace Course.Go.Gtp;

/// <summary>Lets a program behind GTP take part in a match, and be its referee. Defined in lesson 11.</summary>
/// <param name="client">The program; the caller disposes of it.</param>
/// <param name="name">The player's name.</param>
public sealed class GtpPlayer(GtpClient client, string name) : IGoPlayer
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public int? Choose(SmallGame game)
    {
        SetUp(game);
        string answer = client.Send(game.Board.Next == Stone.Black ? "genmove black" : "genmove white");
        return answer.Equals("resign", StringComparison.OrdinalIgnoreCase) ? null : Vertex.Parse(answer, game.Board.Size);
    }

    /// <summary>Lets the program score a game, dead stones taken off: above 0, Black is ahead.</summary>
    public double Score(SmallGame game)
    {
        SetUp(game);
        string answer = client.Send("final_score");
        return answer == "0" ? 0 : (answer[0] == 'B' ? 1 : -1) * double.Parse(answer[2..], CultureInfo.InvariantCulture);
    }

    // Boards are small: telling the whole game each time costs little and cannot get out of step.
    private void SetUp(SmallGame game)
    {
        ArgumentNullException.ThrowIfNull(game);
        int size = game.Board.Size;
        client.SendAll(
        [
            string.Create(CultureInfo.InvariantCulture, $"boardsize {size}"), "clear_board",
            string.Create(CultureInfo.InvariantCulture, $"komi {game.Komi}"),
            .. game.Moves.Select((move, number) => $"play {(number % 2 == 0 ? "black" : "white")} {Vertex.Name(move, size)}"),
        ]);
    }
}
