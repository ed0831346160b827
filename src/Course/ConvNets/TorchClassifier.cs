using Course.Data;
using static TorchSharp.torch;

namespace Course.ConvNets;

/// <summary>Lets a TorchSharp network classify pictures, and measures its accuracy. Defined in lesson 07.</summary>
/// <param name="network">Maps a batch of pictures, (B, ...), to scores, (B, classes).</param>
/// <param name="batch">Makes the batch in the form that the network expects.</param>
public sealed class TorchClassifier(nn.Module<Tensor, Tensor> network, Func<float[][], Tensor> batch)
{
    private const int AtOnce = 500;

    /// <summary>The class with the largest score, for each picture.</summary>
    /// <param name="images">The pictures.</param>
    public int[] Predict(float[][] images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var frozen = no_grad();
        return [.. images.Chunk(AtOnce).SelectMany(Answers).Select(answer => (int)answer)];

        long[] Answers(float[][] some)
        {
            using var scope = NewDisposeScope();
            return network.call(batch(some)).argmax(1).data<long>().ToArray();
        }
    }

    /// <summary>The share of pictures that it classifies correctly.</summary>
    /// <param name="set">The pictures with their classes.</param>
    public double Accuracy(ImageSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Predict(set.Images).Zip(set.Labels).Count(pair => pair.First == pair.Second) / (double)set.Count;
    }
}
