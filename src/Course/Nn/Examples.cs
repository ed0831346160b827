using Course.Data;

namespace Course.Nn;

/// <summary>Converts examples to the form that networks from scratch take. Defined in lesson 06.</summary>
public static class Examples
{
    /// <summary>The pictures, one row of pixels per picture.</summary>
    /// <param name="set">The pictures.</param>
    public static double[][] Pixels(ImageSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return [.. set.Images.Select(image => Array.ConvertAll(image, ink => (double)ink))];
    }

    /// <summary>Classes as targets: 1 for the right output, 0 for all others.</summary>
    /// <param name="labels">The classes, from 0.</param>
    /// <param name="classes">The number of classes.</param>
    public static double[][] OneHot(IEnumerable<int> labels, int classes) =>
        [.. labels.Select(label => Enumerable.Range(0, classes).Select(k => k == label ? 1.0 : 0).ToArray())];

    /// <summary>Concatenates rows into a batch for <see cref="IModel.Forward"/>.</summary>
    /// <param name="rows">One row per example.</param>
    public static double[] Flat(IEnumerable<double[]> rows) => [.. rows.SelectMany(row => row)];

    /// <summary>The share of examples for which the largest output is not the right one.</summary>
    /// <param name="outputs">A network's outputs, (B, classes).</param>
    /// <param name="labels">The right classes, B of them.</param>
    public static double ErrorRate(double[] outputs, int[] labels)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(labels);
        return outputs.Chunk(outputs.Length / labels.Length).Zip(labels, (said, label) => Array.IndexOf(said, said.Max()) == label ? 0 : 1)
            .Average();
    }
}
