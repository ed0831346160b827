namespace Course.RecurrentNets;

/// <summary>
/// The architecture of an <see cref="Lstm1997"/>. Section 5 of the paper builds a different one for each experiment, and tells their
/// numbers of weights. Defined in lesson 08.
/// </summary>
/// <param name="Inputs">Input units.</param>
/// <param name="Outputs">Output units, which are logistic.</param>
/// <param name="Blocks">Memory blocks: cells that share their gates.</param>
/// <param name="CellsPerBlock">Cells per block.</param>
public sealed record Lstm1997Shape(int Inputs, int Outputs, int Blocks, int CellsPerBlock)
{
    /// <summary>Whether the blocks have output gates. All but experiment 2a do.</summary>
    public bool OutputGates { get; init; } = true;

    /// <summary>Whether every hidden unit, gates too, hears every hidden unit of the step before.</summary>
    public bool Recurrent { get; init; } = true;

    /// <summary>Whether the output units hear the input units.</summary>
    public bool ShortCuts { get; init; }

    /// <summary>Whether gates have biases.</summary>
    public bool GateBiases { get; init; }

    /// <summary>Whether cells have biases.</summary>
    public bool CellBiases { get; init; }

    /// <summary>Whether output units have biases.</summary>
    public bool OutputBiases { get; init; }

    /// <summary>g, through which a cell's sum enters its state.</summary>
    public Squashing G { get; init; } = Squashing.Logistic(-2, 2);

    /// <summary>h, through which the state is read.</summary>
    public Squashing H { get; init; } = Squashing.Logistic(-1, 1);

    /// <summary>Experiment 1, the embedded Reber grammar: 276 weights with 3 blocks of 2 cells, 264 with 4 of 1.</summary>
    /// <param name="blocks">3 or 4 in the paper.</param>
    /// <param name="cellsPerBlock">2 or 1 in the paper.</param>
    public static Lstm1997Shape EmbeddedReber(int blocks = 3, int cellsPerBlock = 2) =>
        new(7, 7, blocks, cellsPerBlock) { GateBiases = true };

    /// <summary>Experiment 2a, a lag of p steps: 10,504 weights for p = 100.</summary>
    /// <param name="p">The lag; there are p + 1 symbols.</param>
    public static Lstm1997Shape NoiseFree(int p) => new(p + 1, p + 1, 1, 1)
    {
        OutputGates = false,
        Recurrent = false,
        ShortCuts = true,
        G = Squashing.Logistic(0, 1),
        H = Squashing.Identity,
    };

    /// <summary>Experiment 2c, long lags through random symbols: 364 weights for p = 50, 6,064 for p = 1,000.</summary>
    /// <param name="p">The number of symbols that tell nothing; there are four more.</param>
    public static Lstm1997Shape LongLag(int p) => new(p + 4, 2, 2, 1);

    /// <summary>Experiment 4, the adding problem: 93 weights.</summary>
    public static Lstm1997Shape Adding { get; } = new(2, 1, 2, 2) { GateBiases = true, CellBiases = true, OutputBiases = true };

    /// <summary>Experiment 6a, the order of two symbols: 156 weights.</summary>
    public static Lstm1997Shape TemporalOrder { get; } = new(8, 4, 2, 2) { GateBiases = true, CellBiases = true, OutputBiases = true };
}

/// <summary>
/// A squashing function: a logistic curve between two bounds, or the identity. Its slope can be told from its value. Defined in lesson 08.
/// </summary>
public readonly record struct Squashing
{
    private readonly double low, range;

    private Squashing(double low, double range) => (this.low, this.range) = (low, range);

    /// <summary>f(x) = x.</summary>
    public static Squashing Identity { get; } = new(0, 0);

    /// <summary>f(x) = low + (high − low)/(1 + e^−x): appendix A.1 of the paper.</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound.</param>
    public static Squashing Logistic(double low, double high) => new(low, high - low);

    /// <summary>f(x).</summary>
    /// <param name="x">The sum, or the state.</param>
    public double Of(double x) => range == 0 ? x : low + range / (1 + Math.Exp(-x));

    /// <summary>f′(x).</summary>
    /// <param name="y">f(x).</param>
    public double Slope(double y) => range == 0 ? 1 : (y - low) * (low + range - y) / range;
}
