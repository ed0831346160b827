namespace Course.Go.Learning;

/// <summary>The eight ways to turn and mirror a square board. Defined in lesson 11.</summary>
public static class Symmetries
{
    /// <summary>How many there are.</summary>
    public const int Count = 8;

    /// <summary>Where each point goes.</summary>
    /// <param name="size">Rows and columns of the board.</param>
    /// <param name="symmetry">0 to 7; 0 leaves everything where it is.</param>
    public static int[] PlaceOf(int size, int symmetry)
    {
        int[] places = new int[size * size];
        for (int point = 0; point < places.Length; point++)
        {
            (int row, int column) = (point / size, point % size);
            if ((symmetry & 1) != 0) column = size - 1 - column;
            if ((symmetry & 2) != 0) row = size - 1 - row;
            if ((symmetry & 4) != 0) (row, column) = (column, row);
            places[point] = row * size + column;
        }
        return places;
    }
}
