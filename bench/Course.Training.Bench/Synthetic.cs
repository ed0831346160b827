using static TorchSharp.torch;

namespace Course.Training.Bench;

/// <summary>Examples of the right shape with nothing in them to learn: speed does not depend on what they show.</summary>
internal static class Synthetic
{
    internal const int Count = 1000;

    /// <summary>Numbers from 0 to 1, as the ink of pictures, (Count, inputs).</summary>
    internal static float[][] Ink(int inputs) => Rows(inputs, random => random.NextSingle());

    /// <summary>Ones and zeros, one in five a one, (Count, inputs).</summary>
    internal static float[][] Coins(int inputs) => Rows(inputs, random => random.NextDouble() < 0.2 ? 1 : 0);

    /// <summary>Classes, (Count).</summary>
    internal static int[] Labels(int classes)
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, Count).Select(_ => random.Next(classes))];
    }

    /// <summary>The same rows as a network from scratch takes them.</summary>
    internal static double[][] Doubles(float[][] rows) => Array.ConvertAll(rows, row => Array.ConvertAll(row, value => (double)value));

    /// <summary>The same rows as one tensor in torch's own memory, (Count, shape).</summary>
    internal static Tensor OneTensor(float[][] rows, params long[] shape) =>
        tensor(rows.SelectMany(row => row).ToArray()).reshape([rows.Length, .. shape]).clone();

    private static float[][] Rows(int inputs, Func<Random, float> draw)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Count).Select(_ => Enumerable.Range(0, inputs).Select(_ => draw(random)).ToArray())];
    }
}
