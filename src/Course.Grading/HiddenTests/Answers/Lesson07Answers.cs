namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 07.</summary>
internal static class Lesson07Answers
{
    internal enum Way
    {
        Average,
        AllTies,
        AboveZero,
    }

    internal static double[][] Padded(double[][] x, int padding, double padValue)
    {
        double[] edge = [.. Enumerable.Repeat(padValue, padding)], line = [.. Enumerable.Repeat(padValue, x[0].Length + 2 * padding)];
        double[][] lines = [.. Enumerable.Repeat(line, padding)];
        return [.. lines, .. x.Select(row => (double[])[.. edge, .. row, .. edge]), .. lines];
    }

    internal static double[][] Turned(double[][] w) => [.. w.Reverse().Select(row => row.Reverse().ToArray())];

    internal static double[][] Slide(double[][] x, double[][] w, int down, int right)
    {
        int rows = (x.Length - w.Length) / down + 1, columns = (x[0].Length - w[0].Length) / right + 1;
        return [.. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).Select(c => At(r * down, c * right)).ToArray())];

        double At(int top, int left) => w.Select((row, i) => row.Select((weight, j) => weight * x[top + i][left + j]).Sum()).Sum();
    }

    internal static int[] Sizes(int size, int[] kernels, int[] strides, int[] paddings, bool growing, int twice)
    {
        (int field, int step) = (1, 1);
        for (int layer = 0; layer < kernels.Length; layer++)
        {
            size = (size + twice * paddings[layer] - kernels[layer]) / strides[layer] + 1;
            field += (kernels[layer] - 1) * step;
            if (growing) step *= strides[layer];
        }
        return [size, field];
    }

    internal static int[] Count(int channels, int maps, int side, int height, int width, bool shared, int bias)
    {
        int inputs = channels * side * side + bias;
        return [maps * inputs * (shared ? 1 : height * width), maps * inputs * height * width];
    }

    internal static double[][] Pooled(double[][] x, double[][] delta, int side, Way way)
    {
        double[][] below = [.. x.Select(row => new double[row.Length])];
        for (int r = 0; r < delta.Length; r++)
        {
            for (int c = 0; c < delta[r].Length; c++)
            {
                var square = (from i in Enumerable.Range(r * side, side)
                              from j in Enumerable.Range(c * side, side)
                              select (i,
                    j)).ToArray();
                double most = square.Max(at => x[at.i][at.j]);
                foreach (var (i, j) in square)
                {
                    bool hit = way == Way.Average || (x[i][j] == most && (way == Way.AllTies || most > 0));
                    if (hit) below[i][j] += way == Way.Average ? delta[r][c] / square.Length : delta[r][c];
                    if (hit && way == Way.AboveZero) break;
                }
            }
        }
        return below;
    }

    internal static double[][] KernelGradient(double[][] x, double[][] delta, bool lastOnly, bool mean)
    {
        int rows = x.Length - delta.Length + 1, columns = x[0].Length - delta[0].Length + 1;
        double[][] gradient = [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];
        for (int r = 0; r < delta.Length; r++)
        {
            for (int c = 0; c < delta[r].Length; c++)
            {
                for (int i = 0; i < rows; i++)
                {
                    for (int j = 0; j < columns; j++)
                    {
                        double part = delta[r][c] * x[r + i][c + j] / (mean ? delta.Length * delta[0].Length : 1);
                        gradient[i][j] = lastOnly ? part : gradient[i][j] + part;
                    }
                }
            }
        }
        return gradient;
    }

    // As high and wide as if padding were added on one side only.
    internal static double[][] PaddedOnce(double[][] x, double[][] w, int stride, int padding, double padValue)
    {
        int rows = (x.Length + padding - w.Length) / stride + 1, columns = (x[0].Length + padding - w[0].Length) / stride + 1;
        double[][] map = Slide(Padded(x, padding, padValue), w, stride, stride);
        return [.. map.Take(Math.Max(0, rows)).Select(row => row.Take(Math.Max(0, columns)).ToArray())];
    }

    // The lesson's own Slide: as many places across as down, and a kernel as wide as it is high.
    internal static double[][] AsSquares(double[][] x, double[][] w, int stride)
    {
        int places = (x.Length - w.Length) / stride + 1;
        return [.. Enumerable.Range(0, places).Select(r => Enumerable.Range(0, places).Select(c => At(r * stride, c * stride)).ToArray())];

        double At(int top, int left) => (from i in Enumerable.Range(0, w.Length)
                                         from j in Enumerable.Range(0, w.Length)
                                         select w[i][j] * x[top + i][left + j]).Sum();
    }

    internal static int WholeKernels(int[] kernels, int[] strides)
    {
        (int field, int step) = (1, 1);
        for (int layer = 0; layer < kernels.Length; layer++)
        {
            field += kernels[layer] * step;
            step *= strides[layer];
        }
        return field;
    }

    internal static int RoundedUp(int size, int[] kernels, int[] strides, int[] paddings)
    {
        for (int layer = 0; layer < kernels.Length; layer++)
            size = (size + 2 * paddings[layer] - kernels[layer] + strides[layer] - 1) / strides[layer] + 1;
        return size;
    }

    internal static int[] OwnStride(int size, int[] kernels, int[] strides, int[] paddings)
    {
        (int field, int step) = (1, 1);
        for (int layer = 0; layer < kernels.Length; layer++)
        {
            step *= strides[layer];
            field += (kernels[layer] - 1) * step;
        }
        return [Sizes(size, kernels, strides, paddings, growing: true, twice: 2)[0], field];
    }

    internal static double[][] WithoutOffset(double[][] x, double[][] delta)
    {
        double sum = delta.Zip(x, (errors, pixels) => errors.Zip(pixels, (error, pixel) => error * pixel).Sum()).Sum();
        return [.. Enumerable.Range(0, x.Length - delta.Length + 1)
            .Select(_ => Enumerable.Repeat(sum, x[0].Length - delta[0].Length + 1).ToArray())];
    }

    // The right number of places, at neighbouring pixels.
    internal static double[][] EveryPlace(double[][] x, double[][] w, int stride)
    {
        int rows = (x.Length - w.Length) / stride + 1, columns = (x[0].Length - w[0].Length) / stride + 1;
        return [.. Slide(x, w, 1, 1).Take(rows).Select(row => row.Take(columns).ToArray())];
    }

    internal static int LastStride(int[] kernels, int[] strides)
    {
        (int field, int step) = (1, 1);
        for (int layer = 0; layer < kernels.Length; layer++)
        {
            field += (kernels[layer] - 1) * step;
            step = strides[layer];
        }
        return field;
    }
}
