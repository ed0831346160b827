using System.Globalization;

namespace Course.McCullochPitts;

/// <summary>
/// A Boolean function of up to six inputs, stored as its truth table: row r of the table is bit r of <see cref="Bits"/>. The rows are in
/// the usual order of truth tables: the inputs of row r are the binary digits of r, the first input leftmost. So for two inputs the rows
/// are 00, 01, 10, 11, and XOR is "0110". Defined in lesson 01.
/// </summary>
public readonly record struct BooleanFunction
{
    /// <summary>The largest number of inputs: 2^6 rows fill one <see cref="ulong"/>.</summary>
    public const int MostInputs = 6;

    /// <summary>
    /// Creates the function of <paramref name="inputs"/> inputs whose output in row r is bit r of <paramref name="bits"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 0 or more than 6 inputs, or bits beyond the last row.</exception>
    public BooleanFunction(int inputs, ulong bits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, MostInputs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, AllRows(inputs));
        Inputs = inputs;
        Bits = bits;
    }

    /// <summary>The number of inputs, n.</summary>
    public int Inputs { get; }

    /// <summary>The output column of the truth table: bit r is the output of row r.</summary>
    public ulong Bits { get; }

    /// <summary>The number of rows of the truth table, 2^n.</summary>
    public int Rows => 1 << Inputs;

    /// <summary>The number of rows in which the function is true.</summary>
    public int TrueRows => System.Numerics.BitOperations.PopCount(Bits);

    /// <summary>The output of row <paramref name="row"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public bool this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
            return (Bits >> row & 1) == 1;
        }
    }

    /// <summary>Tabulates <paramref name="function"/> over all 2^n rows.</summary>
    public static BooleanFunction Of(int inputs, Func<bool[], bool> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, MostInputs);
        ulong bits = 0;
        for (int row = 0; row < 1 << inputs; row++)
        {
            if (function(InputsOf(row, inputs)))
                bits |= 1UL << row;
        }

        return new BooleanFunction(inputs, bits);
    }

    /// <summary>Parses the output column of a truth table, first row first: "0110" is XOR.</summary>
    /// <exception cref="FormatException">Characters other than 0 and 1, or a length that is not a power of two up to 64.</exception>
    public static BooleanFunction Parse(string outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        if (outputs.Length > 64 || !System.Numerics.BitOperations.IsPow2(outputs.Length) || outputs.Any(c => c is not ('0' or '1')))
            throw new FormatException($"'{outputs}' is no truth table: write 1, 2, 4, 8, 16, 32 or 64 outputs, each 0 or 1.");
        return Of(System.Numerics.BitOperations.Log2((uint)outputs.Length), x => outputs[RowOf(x)] == '1');
    }

    /// <summary>All 2^(2^n) functions of <paramref name="inputs"/> inputs, in the order of <see cref="Bits"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 4 inputs: for 5 there are already four billion functions.</exception>
    public static IEnumerable<BooleanFunction> All(int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, 4);
        return Enumerable.Range(0, 1 << (1 << inputs)).Select(bits => new BooleanFunction(inputs, (ulong)bits));
    }

    /// <summary>The inputs of row <paramref name="row"/>: the binary digits of its number, the first input leftmost.</summary>
    public static bool[] InputsOf(int row, int inputs)
    {
        bool[] x = new bool[inputs];
        for (int i = 0; i < inputs; i++)
            x[i] = (row >> (inputs - 1 - i) & 1) == 1;
        return x;
    }

    /// <summary>The row in which the inputs are <paramref name="x"/>.</summary>
    public static int RowOf(params bool[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Aggregate(0, (row, bit) => row << 1 | (bit ? 1 : 0));
    }

    /// <summary>The output for the inputs <paramref name="x"/> (length n).</summary>
    /// <exception cref="ArgumentException">The number of inputs differs from the function's.</exception>
    public bool Evaluate(params bool[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Length != Inputs)
            throw new ArgumentException($"This function has {Inputs} inputs, not {x.Length}.", nameof(x));
        return this[RowOf(x)];
    }

    /// <summary>The negated function: true where this one is false.</summary>
    public BooleanFunction Negated() => new(Inputs, ~Bits & AllRows(Inputs));

    /// <summary>Whether flipping input <paramref name="input"/> (from 0) ever changes the output.</summary>
    public bool DependsOn(int input)
    {
        int flip = 1 << (Inputs - 1 - input);
        for (int row = 0; row < Rows; row++)
        {
            if (this[row] != this[row ^ flip])
                return true;
        }

        return false;
    }

    /// <summary>Whether swapping two inputs leaves the function unchanged.</summary>
    public bool TreatsAlike(int input, int other)
    {
        for (int row = 0; row < Rows; row++)
        {
            int differs = (row >> (Inputs - 1 - input) ^ row >> (Inputs - 1 - other)) & 1;
            int exchanged = row ^ (differs << (Inputs - 1 - input)) ^ (differs << (Inputs - 1 - other));
            if (input != other && this[row] != this[exchanged])
                return false;
        }

        return true;
    }

    /// <summary>
    /// The number of different functions obtained from a threshold function without negative weights by renaming and negating its inputs.
    /// It is n! orders, divided by those that swap inputs treated alike, times two for each input that the function depends on.
    /// </summary>
    internal long Variants()
    {
        long variants = 1;
        for (int i = 0; i < Inputs; i++)
        {
            // n! divided by the product of the groups' factorials, built up one input at a time: the i-th input has i + 1 possible places,
            // divided by the inputs of its group so far.
            BooleanFunction self = this;
            int alikeBefore = Enumerable.Range(0, i + 1).Count(j => self.TreatsAlike(i, j));
            variants = variants * (i + 1) / alikeBefore * (DependsOn(i) ? 2 : 1);
        }

        return variants;
    }

    /// <summary>The output column, first row first, such as "0110".</summary>
    public override string ToString()
    {
        BooleanFunction self = this;
        return string.Create(CultureInfo.InvariantCulture,
            $"{string.Concat(Enumerable.Range(0, Rows).Select(row => self[row] ? '1' : '0'))}");
    }

    private static ulong AllRows(int inputs) => inputs == MostInputs ? ulong.MaxValue : (1UL << (1 << inputs)) - 1;
}
