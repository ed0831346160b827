using System.Numerics;

namespace Course.PerceptronLimits;

/// <summary>
/// A simplex tableau in whole numbers that answers one question: are there amounts x ≥ 0 with A x = b? Every entry is the true, fractional
/// entry times one common denominator, so nothing is ever rounded.
/// </summary>
/// <remarks>
/// Each row gets an artificial variable that initially supplies all of b. The simplex method then reduces the total of these variables, and
/// the total reaches 0 exactly if the answer is yes. Bland's rule (R. G. Bland, "New finite pivoting rules for the simplex method",
/// Mathematics of Operations Research 2, 1977: always the first candidate) excludes cycling. Dividing by the previous pivot keeps the
/// entries whole (E. H. Bareiss, "Sylvester's identity and multistep integer-preserving Gaussian elimination", Mathematics of Computation
/// 22, 1968).
/// </remarks>
public sealed class ExactSimplex
{
    private readonly int rows;
    private readonly int columns;
    private readonly int[] basis;

    // Columns: the variables, then one artificial variable per row, then the right-hand side. Last row: what a unit of each variable would
    // add to the total of the artificial variables.
    private readonly BigInteger[][] entry;
    private BigInteger denominator = 1;

    /// <summary>Poses the question A x = b, x ≥ 0. All amounts are 0 at first; <see cref="Solve"/> answers it.</summary>
    /// <param name="a">A, one array per row.</param>
    /// <param name="b">b, at least 0 everywhere.</param>
    public ExactSimplex(IReadOnlyList<int[]> a, IReadOnlyList<int> b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        (rows, columns) = (a.Count, a[0].Length);
        basis = [.. Enumerable.Range(columns, rows)];
        entry = [.. Enumerable.Range(0, rows + 1).Select(_ => new BigInteger[columns + rows + 1])];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                entry[i][j] = a[i][j];
                entry[rows][j] -= a[i][j];
            }

            entry[i][columns + i] = 1;
            entry[i][^1] = b[i];
            entry[rows][^1] -= b[i];
        }
    }

    /// <summary>
    /// What the amounts found so far leave missing of b, added up over the rows. As a whole number: times <see cref="Denominator"/>.
    /// </summary>
    public BigInteger Shortfall => -entry[rows][^1];

    /// <summary>Whether amounts x ≥ 0 with A x = b have been found. Once the search has ended: whether they exist.</summary>
    public bool IsFeasible => Shortfall.IsZero;

    /// <summary>
    /// The amounts found so far, as whole numbers: x times <see cref="Denominator"/>. They solve A x = b if <see cref="IsFeasible"/>.
    /// </summary>
    public BigInteger[] Amounts
    {
        get
        {
            var x = new BigInteger[columns];
            for (int i = 0; i < rows; i++)
            {
                if (basis[i] < columns)
                {
                    x[basis[i]] = entry[i][^1];
                }
            }

            return x;
        }
    }

    /// <summary>
    /// If the search has ended without such amounts, the reason: one number y per row with y · (every column of A) ≤ 0 but y · b > 0,
    /// which no x ≥ 0 can satisfy together with A x = b (J. Farkas, 1902). As whole numbers: y times <see cref="Denominator"/>.
    /// </summary>
    public BigInteger[] Refutation => [.. Enumerable.Range(0, rows).Select(i => denominator - entry[rows][columns + i])];

    /// <summary>The common denominator of all entries.</summary>
    public BigInteger Denominator => denominator;

    /// <summary>
    /// One step of the search: the first amount that would lower the shortfall grows, until a further step would make another negative.
    /// </summary>
    /// <returns>The number of that amount, from 0; -1 if no amount can lower the shortfall: the search has ended.</returns>
    public int Step()
    {
        int entering = Entering();
        if (entering >= 0) Pivot(Leaving(entering), entering);
        return entering;
    }

    /// <summary>Takes steps until the search has ended.</summary>
    /// <returns>This search.</returns>
    public ExactSimplex Solve()
    {
        while (Step() >= 0) continue;
        return this;
    }

    // Bland's rule: the first variable that would lower the total of the artificial variables; -1 if none would.
    private int Entering() => Array.FindIndex(entry[rows], 0, columns, e => e.Sign < 0);

    // The row that first reaches zero as variable c grows; in a tie, the one whose variable has the lowest number (Bland again).
    private int Leaving(int c)
    {
        int best = -1;
        for (int i = 0; i < rows; i++)
        {
            if (entry[i][c].Sign <= 0)
            {
                continue;
            }

            int order = best < 0 ? -1 : (entry[i][^1] * entry[best][c]).CompareTo(entry[best][^1] * entry[i][c]);
            if (order < 0 || (order == 0 && basis[i] < basis[best]))
            {
                best = i;
            }
        }

        return best;
    }

    private void Pivot(int r, int c)
    {
        BigInteger pivot = entry[r][c];
        bool unchanged = pivot == denominator;
        for (int i = 0; i <= rows; i++)
        {
            if (i == r)
            {
                continue;
            }

            BigInteger factor = entry[i][c];
            for (int j = 0; j < entry[i].Length; j++)
            {
                // Most entries are 0, and the denominator seldom changes.
                if (unchanged && (factor.IsZero || entry[r][j].IsZero))
                {
                    continue;
                }

                entry[i][j] = (entry[i][j] * pivot - factor * entry[r][j]) / denominator;
            }
        }

        (denominator, basis[r]) = (pivot, c);
    }
}
