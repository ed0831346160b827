using Course.DeepBeliefNets;
using static TorchSharp.torch;

namespace Course.Tests.DeepBeliefNets;

public class PrincipalComponentsTests
{
    [Fact]
    public void Pictures_on_a_line_need_one_number()
    {
        using var scope = NewDisposeScope();
        Tensor pictures = Rows.Stack([[1, 2, 0], [2, 4, 0], [3, 6, 0], [5, 10, 0]]);
        using var pca = new PrincipalComponents(pictures, 1);

        Assert.True(Rows.SquaredError(pictures, pca.Decode(pca.Encode(pictures))) < 1e-8);
        Assert.Equal(2, Math.Abs(Rows.Of(pca.Components)[0][1] / Rows.Of(pca.Components)[0][0]), 1e-4);
    }

    [Fact]
    public void Directions_have_length_one_are_at_right_angles_and_come_by_importance()
    {
        using var scope = NewDisposeScope();
        Tensor pictures = Rows.Stack(Curves.Draw(50, new Random(1)));
        using var pca = new PrincipalComponents(pictures, 5);

        Tensor products = pca.Components.mm(pca.Components.t());
        Assert.True((products - eye(5)).abs().max().item<float>() < 1e-4);
        float[] spread = pca.Encode(pictures).square().sum(dim: 0).data<float>().ToArray();
        Assert.Equal(spread.OrderDescending(), spread);
    }
}
