namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 07, or do the most helpful part of them.</summary>
internal static class Lesson07
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("07.convolve", """
            double[][] Answer(double[][] x, double[][] w, int stride, int padding, double padValue)
            {
                var layer = new §Convolution(
                    "c", new §MapShape(1, x.Length, x[0].Length), 1, w.Length, §Activation.Identity, new Random(1), stride, padding, padValue);
                w.SelectMany(row => row).ToArray().CopyTo(layer.Weights.Values, 0);
                return [.. layer.Forward([.. x.SelectMany(row => row)]).Chunk(layer.Output.Width)];
            }
            """),
        ("07.count", """
            int[] Answer(int channels, int maps, int side, int height, int width, bool shared)
            {
                var layer = new §Convolution(
                    "c", new §MapShape(channels, height + side - 1, width + side - 1), maps, side, §Activation.Identity, new Random(1), shared: shared);
                return [layer.Parameters.Sum(parameter => parameter.Values.Length), layer.Connections];
            }
            """),
        ("07.shared-gradient", """
            double[][] Answer(double[][] x, double[][] delta)
            {
                int side = x.Length - delta.Length + 1;
                var layer = new §Convolution("c", new §MapShape(1, x.Length, x[0].Length), 1, side, §Activation.Identity, new Random(1));
                layer.Forward([.. x.SelectMany(row => row)]);
                layer.Backward([.. delta.SelectMany(row => row)]);
                return [.. layer.Weights.Gradient.Chunk(side)];
            }
            """),
        ("07.receptive-field", """
            int[] Answer(int size, int[] kernels, int[] strides, int[] paddings)
            {
                for (int layer = 0; layer < kernels.Length; layer++)
                    size = §MapShape.OutputLength(size, kernels[layer], strides[layer], paddings[layer]);
                return [size, 1];
            }
            """),
        ("07.max-pool-back", """
            double[][] Answer(double[][] x, double[][] delta, int side)
            {
                var pooling = new §MaxPooling(new §MapShape(1, x.Length, x[0].Length), side);
                pooling.Forward([.. x.SelectMany(row => row)]);
                return [.. pooling.Backward([.. delta.SelectMany(row => row)]).Chunk(x[0].Length)];
            }
            """),
    ];
}
