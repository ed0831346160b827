namespace Course.ConvNets;

/// <summary>The exercises of lesson 07.</summary>
internal static class Lesson07Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<Func<double[][], double[][], int, int, double, double[][]>>("07.convolve", "Slide a stencil, over the edge too", points: 3)
            .Case([Steps(), new double[][] { [1, 0], [0, 0] }, 1, 0, 0.0], expected: new double[][] { [1, 2], [4, 5] }, note: "a stencil that copies its upper left pixel, and no border")
            .Case([Steps(), new double[][] { [-1, 1], [-1, 1] }, 1, 0, 0.0], expected: new double[][] { [2, 2], [2, 2] }, note: "right minus left: how fast it grows to the right")
            .Case([Grid(5), new double[][] { [0, 1], [2, 0] }, 2, 0, 0.0], expected: new double[][] { [11, 17], [41, 47] }, note: "stride 2: every second place, and the last column is never reached")
            .Case([new double[][] { [5] }, new double[][] { [1, 1, 1], [1, 1, 1], [1, 1, 1] }, 1, 1, -1.0], expected: new double[][] { [-3] }, note: "one pixel, and a border of −1 all around it: 5 − 8")
            .Case([new double[][] { [1, 2, 3, 4] }, new double[][] { [1, 10] }, 1, 0, 0.0], expected: new double[][] { [21, 32, 43] }, note: "pictures and stencils need not be square")
            .Mistake("You turned the stencil around. Mathematicians call that a convolution; networks lay the stencil on as it is.", (double[][] x, double[][] w, int stride, int padding, double padValue) => Slide(Padded(x, padding, padValue), Turned(w), stride, stride))
            .Mistake("Stride moves the stencil down as well as to the right.", (double[][] x, double[][] w, int stride, int padding, double padValue) => Slide(Padded(x, padding, padValue), w, 1, stride))
            .Mistake("The border holds the background, not 0.", (double[][] x, double[][] w, int stride, int padding, double padValue) => Slide(Padded(x, padding, 0), w, stride, stride))
            .Within(1e-9),

        Exercise.Define<Func<int, int[], int[], int[], int[]>>("07.receptive-field", "Output size and receptive field", points: 4)
            .Case([16, new[] { 5 }, new[] { 2 }, new[] { 2 }], expected: new[] { 8, 5 }, note: "H1 of 1989")
            .Case([16, new[] { 5, 5 }, new[] { 2, 2 }, new[] { 2, 2 }], expected: new[] { 4, 13 }, note: "H1 and H2 of 1989: a unit of H2 sees almost the whole picture")
            .Case([32, new[] { 5, 2, 5, 2 }, new[] { 1, 2, 1, 2 }, new[] { 0, 0, 0, 0 }], expected: new[] { 5, 16 }, note: "C1, S2, C3, S4 of LeNet-5")
            .Case([7, Array.Empty<int>(), Array.Empty<int>(), Array.Empty<int>()], expected: new[] { 7, 1 }, note: "no layer: every pixel sees itself")
            .Mistake("Each step of a higher layer is as wide as all strides below it together: multiply them up.", (int size, int[] kernels, int[] strides, int[] paddings) => Sizes(size, kernels, strides, paddings, growing: false, twice: 2))
            .Mistake("The border is added at both ends.", (int size, int[] kernels, int[] strides, int[] paddings) => Sizes(size, kernels, strides, paddings, growing: true, twice: 1)),

        Exercise.Define<Func<int, int, int, int, int, bool, int[]>>("07.count", "Weights and connections", points: 3)
            .Case([1, 12, 5, 8, 8, true], expected: new[] { 312, 19_968 }, note: "H1 of 1989 with one bias a map")
            .Case([1, 12, 5, 8, 8, false], expected: new[] { 19_968, 19_968 }, note: "the same units without sharing: one weight a connection")
            .Case([8, 12, 5, 4, 4, true], expected: new[] { 2_412, 38_592 }, note: "H2: eight planes below")
            .Case([16, 120, 5, 1, 1, true], expected: new[] { 48_120, 48_120 }, note: "C5 of LeNet-5: with one place, sharing saves nothing")
            .Mistake("The bias is missing: it is one more input of each unit.", (int planes, int maps, int side, int height, int width, bool shared) => Count(planes, maps, side, height, width, shared, bias: 0))
            .Mistake("A unit sees a square of every plane below.", (int planes, int maps, int side, int height, int width, bool shared) => Count(1, maps, side, height, width, shared, bias: 1))
            .Mistake("Connections are counted for every unit, whether weights are shared or not.", (int planes, int maps, int side, int height, int width, bool shared) => Count(planes, maps, side, shared ? 1 : height, shared ? 1 : width, shared, bias: 1)),

        Exercise.Define<Func<double[][], double[][], int, double[][]>>("07.max-pool-back", "Max pooling on the way back", points: 4)
            .Case([new double[][] { [1, 3], [2, 0] }, new double[][] { [5] }, 2], expected: new double[][] { [0, 5], [0, 0] }, note: "the largest takes all the blame")
            .Case([new double[][] { [1, 3, 9, 4], [2, 0, 1, 1] }, new double[][] { [5, -2] }, 2], expected: new double[][] { [0, 5, -2, 0], [0, 0, 0, 0] }, note: "two squares, each with its own")
            .Case([new double[][] { [4, 4], [4, 4] }, new double[][] { [1] }, 2], expected: new double[][] { [1, 0], [0, 0] }, note: "a tie: the first, row by row")
            .Case([new double[][] { [-3, -1, -5], [-4, -2, -9], [-7, -8, -6] }, new double[][] { [2] }, 2], expected: new double[][] { [0, 2, 0], [0, 0, 0], [0, 0, 0] }, note: "all below zero, and a last row and column that no square covers")
            .Mistake("You shared the blame out equally: that is average pooling. Only the largest was heard on the way forward.", (double[][] x, double[][] delta, int side) => Pooled(x, delta, side, Way.Average))
            .Mistake("In a tie one pixel takes the blame, the first: else it would count twice.", (double[][] x, double[][] delta, int side) => Pooled(x, delta, side, Way.AllTies))
            .Mistake("The largest may be below zero: begin the search with the first pixel of the square, not with 0.", (double[][] x, double[][] delta, int side) => Pooled(x, delta, side, Way.AboveZero))
            .Within(1e-9),

        Exercise.Define<Func<double[][], double[][], double[][]>>("07.shared-gradient", "The gradient of a shared weight", points: 4)
            .Case([new double[][] { [1, 2], [3, 4] }, new double[][] { [10] }], expected: new double[][] { [10, 20], [30, 40] }, note: "one place: error times input, as ever")
            .Case([new double[][] { [1, 2, 3] }, new double[][] { [1, 10] }], expected: new double[][] { [21, 32] }, note: "two places that share two weights: both blame them")
            .Case([Steps(), new double[][] { [1, 0], [0, -1] }], expected: new double[][] { [-4, -4], [-4, -4] }, note: "four places, two of them right already")
            .Mistake("You kept the last place only. A shared weight is to blame for all places: add up.", (double[][] x, double[][] delta) => KernelGradient(x, delta, lastOnly: true, mean: false))
            .Mistake("Add the places up; there is nothing to divide by.", (double[][] x, double[][] delta) => KernelGradient(x, delta, lastOnly: false, mean: true))
            .Within(1e-9),
    ];

    private enum Way
    {
        Average,
        AllTies,
        AboveZero,
    }

    private static double[][] Steps() => [[1, 2, 3], [4, 5, 6], [7, 8, 9]];

    internal static double[][] Grid(int side) => [.. Enumerable.Range(0, side).Select(r => Enumerable.Range(0, side).Select(c => (double)(r * side + c)).ToArray())];

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

    internal static int[] Count(int planes, int maps, int side, int height, int width, bool shared, int bias)
    {
        int inputs = planes * side * side + bias;
        return [maps * inputs * (shared ? 1 : height * width), maps * inputs * height * width];
    }

    private static double[][] Pooled(double[][] x, double[][] delta, int side, Way way)
    {
        double[][] below = [.. x.Select(row => new double[row.Length])];
        for (int r = 0; r < delta.Length; r++)
        {
            for (int c = 0; c < delta[r].Length; c++)
            {
                var square = (from i in Enumerable.Range(r * side, side) from j in Enumerable.Range(c * side, side) select (i, j)).ToArray();
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
}
