using SkiaSharp;

namespace Course.Cli.Site;

/// <summary>The picture that other programs show beside a link to a page: 1200 × 630, a few words in the course's colours.</summary>
/// <param name="Kicker">The line above the title.</param>
/// <param name="Title">The title.</param>
/// <param name="Large">What stands behind it, large: a year; empty for none.</param>
internal sealed record ShareCard(string Kicker, string Title, string Large)
{
    public const int Width = 1200, Height = 630;

    private const int Left = 96, Right = 80;
    private const string Foot = "The history of deep learning, in C#";

    private static readonly SKColor paper = SKColor.Parse("#fffefb"), ink = SKColor.Parse("#23262b"), accent = SKColor.Parse("#0069a8"),
        quiet = SKColor.Parse("#5d636b"), tint = SKColor.Parse("#efece3");

    /// <summary>Draws the picture.</summary>
    /// <returns>It as a PNG file.</returns>
    public byte[] Png()
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        SKCanvas canvas = surface.Canvas;
        canvas.Clear(paper);
        using SKTypeface plain = SKTypeface.FromFamilyName(null), bold = SKTypeface.FromFamilyName(null, SKFontStyle.Bold);
        if (Large.Length > 0)
        {
            using var huge = new SKFont(bold, 340);
            Draw(canvas, Large, Width - Right / 2, Height - 40, huge, tint, SKTextAlign.Right);
        }

        using var bar = new SKPaint { Color = accent };
        canvas.DrawRect(0, 0, 24, Height, bar);
        using var small = new SKFont(plain, 38);
        Draw(canvas, Kicker, Left, 150, small, accent);
        DrawTitle(canvas, bold);
        Draw(canvas, Foot, Left, Height - 70, small, quiet);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    // The largest size at which the title has at most three lines.
    private void DrawTitle(SKCanvas canvas, SKTypeface bold)
    {
        for (int size = 92; ; size -= 6)
        {
            using var font = new SKFont(bold, size);
            List<string> lines = Lines(font);
            if (lines.Count > 3 && size > 32) continue;
            for (int n = 0; n < lines.Count; n++)
                Draw(canvas, lines[n], Left, 180 + size + n * size * 1.16f, font, ink);
            return;
        }
    }

    private List<string> Lines(SKFont font)
    {
        var lines = new List<string> { "" };
        foreach (string word in Title.Split(' '))
        {
            string longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length > 0 && font.MeasureText(longer) > Width - Left - Right) lines.Add(word);
            else lines[^1] = longer;
        }

        return lines;
    }

    private static void Draw(
        SKCanvas canvas, string text, float x, float y, SKFont font, SKColor colour, SKTextAlign align = SKTextAlign.Left)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, paint);
    }
}
