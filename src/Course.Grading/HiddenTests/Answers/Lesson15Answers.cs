namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 15.</summary>
internal static class Lesson15Answers
{
    /// <summary>The line v = c + m u with the least squares, as c and m.</summary>
    internal static (double Height, double Slope) Line(double[] u, double[] v)
    {
        double middleU = u.Average(), middleV = v.Average();
        double slope = u.Zip(v, (a, b) => (a - middleU) * (b - middleV)).Sum() / u.Sum(a => (a - middleU) * (a - middleU));
        return (middleV - slope * middleU, slope);
    }

    /// <summary>a and b of y = a x^−b, from the line of the logarithms.</summary>
    internal static double[] Fitted(double[] x, double[] y)
    {
        (double height, double slope) = Line(Logarithms(x), Logarithms(y));
        return [Math.Exp(height), -slope];
    }

    internal static double[] Logarithms(double[] numbers) => Array.ConvertAll(numbers, Math.Log);

    /// <summary>The operations of a training: two for each weight of the blocks, what the heads add, and the output.</summary>
    internal static double Training(double layers, double width, double vocabulary, double context, double tokens, double passes = 3,
        double each = 2, double heads = 2, double output = 1) =>
        passes * tokens * ((each * 12 * layers * width * width) + (each * heads * layers * context * width)
            + (each * output * vocabulary * width));

    /// <summary>The best N, and the D that is left; right but for what is switched.</summary>
    internal static double[] Split(double C, double A, double alpha, double B, double beta, double per = 6, bool slopes = true,
        bool turned = false)
    {
        double ratio = slopes ? alpha * A / (beta * B) : A / B;
        double share = (turned ? alpha : beta) / (alpha + beta);
        double N = Math.Pow(ratio, 1 / (alpha + beta)) * Math.Pow(C / per, share);
        return [N, C / per / N];
    }

    /// <summary>The least number of changes that turn one text into the other.</summary>
    internal static int Distance(string a, string b, int replace = 1)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 0; i < a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < b.Length; j++)
            {
                int kept = diagonal + (a[i] == b[j] ? 0 : replace);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(kept, Math.Min(row[j], row[j + 1]) + 1);
            }
        }
        return row[^1];
    }

    /// <summary>The places at which two texts differ.</summary>
    internal static int Differences(string a, string b) =>
        a.Zip(b).Count(pair => pair.First != pair.Second) + Math.Abs(a.Length - b.Length);

    /// <summary>The share of answers that are right, and a mean distance.</summary>
    internal static double[] Scores(string[] written, string[] right, Func<string, string, double> distance) =>
        [written.Zip(right).Average(pair => pair.First == pair.Second ? 1.0 : 0), written.Zip(right, distance).Average()];
}
