using Course.ConvNets;
using Course.Data;
using Course.ExpertSystems;
using CsCheck;

namespace Course.Tests.ConvNets;

public class AugmenterTests
{
    private static readonly float[] picture = [.. Enumerable.Range(0, 6 * 5).Select(i => i is 7 or 13 or 16 ? i / 20f : 0)];

    [Fact]
    public void Whole_pixels_are_moved_exactly_and_paper_comes_in() => Gen.Select(Gen.Int[-6, 6], Gen.Int[-6, 6]).Sample((right, down) =>
    {
        float[] moved = Augmenter.Move(picture, 6, 5, right, down);
        for (int row = 0; row < 6; row++)
        {
            for (int column = 0; column < 5; column++)
            {
                (int y, int x) = (row - down, column - right);
                Assert.Equal(y is >= 0 and < 6 && x is >= 0 and < 5 ? picture[y * 5 + x] : 0, moved[row * 5 + column], 1e-6f);
            }
        }
    });

    [Fact]
    public void Half_a_pixel_shares_the_ink_between_two()
    {
        float[] moved = Augmenter.Move([0, 1, 0, 0], 1, 4, right: 0.5, down: 0);

        Assert.Equal([0, 0.5f, 0.5f, 0], moved);
    }

    [Fact]
    public void A_quarter_turn_clockwise_brings_the_top_to_the_right()
    {
        float[] turned = Augmenter.Move([0, 1, 0, 0, 0, 0, 0, 0, 0], 3, 3, 0, 0, degrees: 90);

        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 0, 0], turned.Select(ink => MathF.Round(ink, 5)));
    }

    [Fact]
    public void Chance_stays_within_its_bounds_and_repeats_with_its_seed() => Gen.Int[0, 10_000].Sample(seed =>
    {
        float[] dot = new float[81];
        dot[40] = 1;
        var augmenter = new Augmenter(9, 9, shift: 1, degrees: 10);
        float[] moved = augmenter.Apply(dot, new Random(seed));

        Assert.Equal(moved, augmenter.Apply(dot, new Random(seed)));

        // Turning does not quite keep the ink. It gains most where the dot stays in the middle of a pixel, whose four neighbours then take
        // (1 − cos)(1 − sin) of it besides; the least, 0.995, was found by trying all moves and turns in small steps.
        (double sin, double cos) = Math.SinCos(10 * Math.PI / 180);
        Assert.InRange(moved.Sum(), 0.994, 1 + 4 * (1 - cos) * (1 - sin) + 1e-6);
        Assert.All(Enumerable.Range(0, 81).Where(i => moved[i] > 0), i => Assert.True(Math.Abs(i / 9 - 4) <= 2
            && Math.Abs(i % 9 - 4) <= 2));
    });

    [Fact]
    public void A_set_keeps_its_labels_and_the_old_pictures_stay()
    {
        var set = new ImageSet(6, 5, [[.. picture]], [3]);
        ImageSet moved = Augmenter.Move(set, right: 1);

        Assert.Equal(set.Labels, moved.Labels);
        Assert.Equal(picture, set.Images[0]);
        Assert.NotEqual(picture, moved.Images[0]);
        Assert.StartsWith("The picture has 30 pixels", Assert.Throws<ArgumentException>(() => Augmenter.Move(picture, 5, 5, 0, 0)).Message,
            StringComparison.Ordinal);
    }
}
