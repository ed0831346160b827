namespace Course.Go;

/// <summary>What stands on a point of the board, or whose turn it is. Defined in lesson 11.</summary>
public enum Stone
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>A black stone. Black moves first.</summary>
    Black,

    /// <summary>A white stone.</summary>
    White,
}

/// <summary>Colours and their opponents.</summary>
public static class Stones
{
    /// <summary>The other colour; nothing has no opponent and stays nothing.</summary>
    public static Stone Opponent(this Stone stone) => stone switch
    {
        Stone.Black => Stone.White,
        Stone.White => Stone.Black,
        _ => Stone.Empty,
    };

    /// <summary>One character for a diagram: X black, O white, a dot for nothing.</summary>
    public static char Symbol(this Stone stone) => stone switch { Stone.Black => 'X', Stone.White => 'O', _ => '.' };
}
