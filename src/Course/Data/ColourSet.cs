namespace Course.Data;

/// <summary>Colour pictures of equal size, each with a class.</summary>
/// <param name="Rows">Height in pixels.</param>
/// <param name="Columns">Width in pixels.</param>
/// <param name="Images">One array per picture: all its red values, row by row, then green, then blue, from 0 to 1.</param>
/// <param name="Labels">The class of each picture, from 0.</param>
public sealed record ColourSet(int Rows, int Columns, float[][] Images, int[] Labels)
{
    /// <summary>The number of pictures.</summary>
    public int Count => Images.Length;

    /// <summary>Some of the pictures, in the same order.</summary>
    /// <param name="wanted">Which, by their place.</param>
    public ColourSet Where(Func<int, bool> wanted)
    {
        int[] places = [.. Enumerable.Range(0, Count).Where(wanted)];
        return this with { Images = Array.ConvertAll(places, n => Images[n]), Labels = Array.ConvertAll(places, n => Labels[n]) };
    }
}
