namespace Course.Data;

/// <summary>
/// The 5,000 handwritten digits of OpenCV's sample picture <c>digits.png</c>: 50 rows of 100, five rows per digit from 0 to 9.
/// </summary>
public static class OpenCvDigits
{
    private const int Side = 20;
    private const int Across = 100;
    private const int Down = 50;
    private const int RowsOfOneDigit = 5;

    /// <summary>
    /// Loads the digits, 20 x 20 pixels each. They are in the picture's order, sorted by digit: shuffle before splitting.
    /// </summary>
    /// <exception cref="DatasetMissingException">The data set is not on this machine.</exception>
    /// <exception cref="DatasetCorruptException">The picture is damaged.</exception>
    public static ImageSet Load()
    {
        using Stream content = Datasets.Open("opencv-digits", "digits.png");
        float[,] sheet = Png.ReadGrey(content, "digits.png");
        if (sheet.GetLength(0) != Down * Side || sheet.GetLength(1) != Across * Side)
            throw new DatasetCorruptException(
                $"digits.png should be {Across * Side} x {Down * Side} pixels but is {sheet.GetLength(1)} x {sheet.GetLength(0)}.");

        var images = new float[Down * Across][];
        var labels = new int[images.Length];
        for (int i = 0; i < images.Length; i++)
        {
            (int row, int column) = (i / Across, i % Across);
            labels[i] = row / RowsOfOneDigit;
            images[i] = new float[Side * Side];
            // White on black: bright pixels are ink.
            for (int pixel = 0; pixel < Side * Side; pixel++)
                images[i][pixel] = sheet[row * Side + pixel / Side, column * Side + pixel % Side];
        }

        return new ImageSet(Side, Side, images, labels);
    }
}
