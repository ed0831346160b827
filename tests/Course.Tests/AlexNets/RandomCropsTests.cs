using Course.AlexNets;
using static TorchSharp.torch;

namespace Course.Tests.AlexNets;

public class RandomCropsTests
{
    [Fact]
    public void Every_window_is_a_shifted_picture_or_its_mirror_image()
    {
        using var scope = NewDisposeScope();
        Tensor pictures = arange(2 * 3 * 5 * 5, dtype: ScalarType.Float32).reshape(2, 3, 5, 5) + 1;
        Tensor larger = nn.functional.pad(pictures, [1, 1, 1, 1]);
        using var random = new Generator(1);
        HashSet<(int, int, bool)> seen = [];
        for (int draw = 0; draw < 100; draw++)
        {
            Tensor crops = RandomCrops.Of(pictures, margin: 1, random);
            Assert.Equal(pictures.shape, crops.shape);
            for (int n = 0; n < 2; n++) seen.Add(Place(crops[n], larger[n]));
        }
        Assert.Equal(18, seen.Count);
    }

    [Fact]
    public void Without_a_margin_only_mirror_images_are_new()
    {
        using var scope = NewDisposeScope();
        Tensor pictures = rand([40, 1, 4, 4]);
        using var random = new Generator(2);
        Tensor crops = RandomCrops.Of(pictures, margin: 0, random);
        Assert.All(Enumerable.Range(0, 40), n =>
            Assert.True(crops[n].equal(pictures[n]).all().item<bool>() || crops[n].equal(pictures[n].flip(2)).all().item<bool>()));
    }

    private static (int Top, int Left, bool Mirrored) Place(Tensor crop, Tensor larger) =>
        (from top in Enumerable.Range(0, 3)
         from left in Enumerable.Range(0, 3)
         from mirrored in (bool[])[false, true]
         let window = larger.narrow(1, top, 5).narrow(2, left, 5)
         where (mirrored ? window.flip(2) : window).eq(crop).all().item<bool>()
         select (top, left, mirrored)).Single();
}
