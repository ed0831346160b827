namespace Course.Data;

/// <summary>Grey pictures of equal size, each with a class.</summary>
/// <param name="Rows">Height in pixels.</param>
/// <param name="Columns">Width in pixels.</param>
/// <param name="Images">One array per picture, <c>Rows * Columns</c> values from 0 (paper) to 1 (ink), row by row.</param>
/// <param name="Labels">The class of each picture, from 0.</param>
public sealed record ImageSet(int Rows, int Columns, float[][] Images, int[] Labels)
{
    /// <summary>The number of pictures.</summary>
    public int Count => Images.Length;

    /// <summary>The first pictures.</summary>
    /// <param name="count">How many; all if there are fewer.</param>
    public ImageSet Take(int count) => this with { Images = [.. Images.Take(count)], Labels = [.. Labels.Take(count)] };

    /// <summary>The same pictures in another order.</summary>
    /// <param name="seed">Equal seeds give equal orders.</param>
    public ImageSet Shuffled(int seed)
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        new Random(seed).Shuffle(order);
        return this with { Images = [.. order.Select(i => Images[i])], Labels = [.. order.Select(i => Labels[i])] };
    }

    /// <summary>The pictures resized: each new pixel is the mean of the area it covers in the old picture.</summary>
    /// <param name="rows">The new height in pixels.</param>
    /// <param name="columns">The new width in pixels.</param>
    public ImageSet Resize(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        (int From, float Weight)[][] vertical = Coverage(Rows, rows);
        (int From, float Weight)[][] horizontal = Coverage(Columns, columns);
        return new ImageSet(rows, columns, [.. Images.Select(Resized)], Labels);

        float[] Resized(float[] image)
        {
            var result = new float[rows * columns];
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    foreach ((int y, float height) in vertical[row])
                    {
                        foreach ((int x, float width) in horizontal[column])
                            result[row * columns + column] += height * width * image[y * Columns + x];
                    }
                }
            }

            return result;
        }
    }

    /// <summary>For each new pixel along one side: the old pixels it covers, and the share of the new pixel that each fills.</summary>
    private static (int From, float Weight)[][] Coverage(int from, int to)
    {
        double scale = (double)from / to;
        return
        [
            .. Enumerable.Range(0, to).Select(i =>
            {
                double start = i * scale, end = (i + 1) * scale;
                return Enumerable.Range(0, from)
                    .Select(old => (From: old, Weight: (float)((Math.Min(end, old + 1) - Math.Max(start, old)) / scale)))
                    .Where(part => part.Weight > 1e-6f)
                    .ToArray();
            }),
        ];
    }
}
