namespace Course.Go.Matches;

/// <summary>A player's strength.</summary>
/// <param name="Name">The player.</param>
/// <param name="Elo">Points above the first player: 400 more mean ten wins for one loss.</param>
/// <param name="Error">Half the width of the 95 % interval; 0 for the first player.</param>
/// <param name="Games">Games played.</param>
public sealed record EloRating(string Name, double Elo, double Error, int Games);

/// <summary>
/// Strength from results: the ratings under which the games played were most likely (R. Bradley and M. Terry, 1952, on A. Elo's scale).
/// Each pair that has met is given one drawn game more, so that a player who won every game keeps a finite rating. Defined in lesson 11.
/// </summary>
public static class EloRatings
{
    private const double Scale = 173.7178;                                      // 400 / ln 10

    /// <summary>Fits ratings; the first player's is 0.</summary>
    /// <param name="names">The players.</param>
    /// <param name="wins">wins[i, j]: games that i won against j, a draw counted as a half for both.</param>
    public static IReadOnlyList<EloRating> Fit(IReadOnlyList<string> names, double[,] wins)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(wins);
        int count = names.Count;
        double[,] games = new double[count, count], won = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                bool met = wins[i, j] + wins[j, i] > 0;
                won[i, j] = wins[i, j] + (met ? 0.5 : 0);
                games[i, j] = wins[i, j] + wins[j, i] + (met ? 1 : 0);
            }
        }

        // Newton's method on the logarithm of the likelihood, which has one maximum. The first rating stays 0.
        double[] rating = new double[count];
        double[][] inverse = [];
        for (int step = 0; step < 50; step++)
        {
            double[] slope = new double[count];
            double[][] curve = [.. Enumerable.Range(0, count).Select(_ => new double[count])];
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < count; j++)
                {
                    double expected = 1 / (1 + Math.Exp(rating[j] - rating[i])), weight = games[i, j] * expected * (1 - expected);
                    slope[i] += won[i, j] - games[i, j] * expected;
                    curve[i][i] += weight;
                    curve[i][j] -= weight;
                }
            }
            inverse = Inverse([.. curve.Skip(1).Select(row => row[1..])]);
            for (int i = 1; i < count; i++)
            {
                // A long step from afar would overshoot.
                double move = inverse[i - 1].Zip(slope.Skip(1), (a, b) => a * b).Sum();
                rating[i] += Math.Clamp(move, -1, 1);
            }
        }
        return
        [
            .. names.Select((name, i) => new EloRating(
                name, Scale * rating[i], i == 0 ? 0 : 1.96 * Scale * Math.Sqrt(inverse[i - 1][i - 1]),
                (int)Enumerable.Range(0, count).Sum(j => wins[i, j] + wins[j, i]))),
        ];
    }

    /// <summary>Gauss and Jordan's elimination; the matrix is symmetric and positive.</summary>
    private static double[][] Inverse(double[][] matrix)
    {
        int n = matrix.Length;
        double[][] rows = [.. matrix.Select((row, i) => (double[])[.. row, .. Enumerable.Range(0, n).Select(j => i == j ? 1.0 : 0)])];
        for (int pivot = 0; pivot < n; pivot++)
        {
            double scale = rows[pivot][pivot];
            for (int k = 0; k < 2 * n; k++) rows[pivot][k] /= scale;
            for (int i = 0; i < n; i++)
            {
                double factor = rows[i][pivot];
                if (i == pivot || factor == 0) continue;
                for (int k = 0; k < 2 * n; k++) rows[i][k] -= factor * rows[pivot][k];
            }
        }
        return [.. rows.Select(row => row[n..])];
    }
}
