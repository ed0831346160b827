using TorchSharp;

namespace Course.Tests;

public class LibtorchTests
{
    [Fact]
    public void The_native_library_laid_by_the_build_multiplies_two_matrices()
    {
        using var a = torch.tensor([1f, 2, 3, 4]).reshape(2, 2);
        using var product = a.matmul(a);

        Assert.Equal([7f, 10, 15, 22], product.data<float>().ToArray());
    }
}
