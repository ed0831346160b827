using static TorchSharp.torch;

namespace Course.Hub.Diffusion;

/// <summary>
/// Finds the training picture that is nearest to each picture: a model that only copies has the distance 0. Defined in lesson 17.
/// </summary>
/// <param name="Distances">Euclidean distances, one per picture.</param>
/// <param name="Numbers">Which training picture it is.</param>
public sealed record NearestDigits(IReadOnlyList<double> Distances, IReadOnlyList<int> Numbers)
{
    /// <summary>The distance that half of the pictures do not reach.</summary>
    public double Median => Distances.Order().ElementAt(Distances.Count / 2);

    /// <summary>Searches all training pictures.</summary>
    /// <param name="pictures">(N, 1, rows, columns).</param>
    /// <param name="training">(M, 1, rows, columns).</param>
    public static NearestDigits Of(Tensor pictures, Tensor training)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(training);
        using var scope = NewDisposeScope();
        Tensor a = pictures.flatten(1).to(float64), b = training.flatten(1).to(float64);
        Tensor squares = a.square().sum(1, keepdim: true) + b.square().sum(1) - 2 * a.matmul(b.t());        // (N, M)
        (Tensor least, Tensor which) = squares.min(1);
        return new(least.clamp(0).sqrt().data<double>().ToArray(), [.. which.data<long>().ToArray().Select(number => (int)number)]);
    }
}
