using System.Globalization;
using Course.Go.Matches;

namespace Course.Go.Gtp;

/// <summary>
/// Lets other programs play against one of ours: the Go Text Protocol, version 2 (G. Farnebäck, lysator.liu.se/~gunnar/gtp). Each line is
/// a command; each answer begins with = or, for an error, with ?, and ends with an empty line. Defined in lesson 11.
/// </summary>
/// <param name="playerOf">Makes the player for a size of the board, or returns null if there is none.</param>
/// <param name="name">The engine's name.</param>
/// <param name="size">The size of the board at the start.</param>
public sealed class GtpEngine(Func<int, IGoPlayer?> playerOf, string name = "Course.Go", int size = 5)
{
    private static readonly string[] commands =
    [
        "boardsize", "clear_board", "final_score", "genmove", "known_command", "komi", "list_commands", "name", "play",
        "protocol_version", "quit", "showboard", "time_left", "time_settings", "undo", "version",
    ];

    private GoGame game = new(size);
    private IGoPlayer? player = playerOf(size);

    /// <summary>Whether the controller has sent <c>quit</c>.</summary>
    public bool HasQuit { get; private set; }

    /// <summary>Answers commands until there are no more or one is <c>quit</c>.</summary>
    public void Run(TextReader input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        while (!HasQuit && input.ReadLine() is { } line)
        {
            if (Answer(line) is not { } answer) continue;
            output.Write(answer);
            output.Flush();
        }
    }

    /// <summary>Answers one line.</summary>
    /// <returns>The answer with its empty line, or null if the line holds no command.</returns>
    public string? Answer(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string[] words = line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string id = "";
        if (words is [var first, ..] && first.All(char.IsAsciiDigit)) (id, words) = (first, words[1..]);
        if (words.Length == 0) return null;
        try
        {
            return $"={id} {Execute(words[0], words[1..])}".TrimEnd() + "\n\n";
        }
        catch (Exception e) when (e is GtpException or FormatException)
        {
            return $"?{id} {e.Message}\n\n";
        }
    }

    private string Execute(string command, string[] arguments) => (command, arguments) switch
    {
        ("protocol_version", []) => "2",
        ("name", []) => name,
        ("version", []) => "1.0",
        ("list_commands", []) => string.Join('\n', commands),
        ("known_command", [var known]) => commands.Contains(known) ? "true" : "false",
        ("quit", []) => Quit(),
        ("boardsize", [var rows]) => Start(rows),
        ("clear_board", []) => Clear(game.Board.Size),
        ("komi", [var komi]) => SetKomi(komi),
        ("play", [var colour, var vertex]) => Play(colour, vertex),
        ("genmove", [var colour]) => Generate(colour),
        ("undo", []) => game.TryUndo() ? "" : throw new GtpException("cannot undo"),
        ("showboard", []) => "\n" + game.Board.ToString().TrimEnd(),
        ("final_score", []) => Score(),
        ("time_settings", [_, _, _]) or ("time_left", [_, _, _]) => "",
        _ => throw new GtpException(commands.Contains(command) ? "syntax error" : "unknown command"),
    };

    private string Quit()
    {
        HasQuit = true;
        return "";
    }

    private string Start(string rows)
    {
        if (!int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out int asked)) throw new GtpException("syntax error");
        if (asked is < 1 or > 19 || playerOf(asked) is not { } able) throw new GtpException("unacceptable size");
        player = able;
        return Clear(asked);
    }

    private string Clear(int rows)
    {
        game = new(rows, game.Komi);
        return "";
    }

    private string SetKomi(string komi)
    {
        if (!double.TryParse(komi, NumberStyles.Float, CultureInfo.InvariantCulture, out double points) || !double.IsFinite(points))
            throw new GtpException("syntax error");
        game.Komi = points;
        return "";
    }

    private string Play(string colour, string vertex) =>
        game.TryPlay(Vertex.Parse(vertex, game.Board.Size), Colour(colour)) ? "" : throw new GtpException("illegal move");

    private string Generate(string colour)
    {
        Stone stone = Colour(colour);
        var small = SmallGame.Of(game, stone);
        int? move = small.IsOver ? Vertex.Pass
            : (player ?? throw new GtpException("no player for this board")).Choose(small);
        if (move is not { } point) return "resign";
        if (!game.TryPlay(point, stone)) throw new GtpException($"chose an illegal move: {Vertex.Name(point, game.Board.Size)}");
        return Vertex.Name(point, game.Board.Size);
    }

    private string Score() => game.Score == 0 ? "0"
        : string.Create(CultureInfo.InvariantCulture, $"{(game.Score > 0 ? "B" : "W")}+{Math.Abs(game.Score):0.0}");

    private static Stone Colour(string word) => word.ToUpperInvariant() switch
    {
        "B" or "BLACK" => Stone.Black,
        "W" or "WHITE" => Stone.White,
        _ => throw new GtpException("invalid color or coordinate"),
    };
}

/// <summary>A command that the other side of GTP could not carry out.</summary>
public sealed class GtpException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What the other side says.</param>
    /// <param name="inner">The underlying error, if there is one.</param>
    public GtpException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
