using Course.Nn;

namespace Course.ConvNets;

/// <summary>
/// Five networks from the spring of 1989, with which LeCun measured the value of building knowledge about pictures into a network. They
/// range from ten separate units to two layers of shared kernels. Y. le Cun, Generalization and network design strategies, technical report
/// CRG-TR-89-4, University of Toronto, 1989; sizes and counts as tabulated by T. Hastie, R. Tibshirani and J. Friedman, The Elements of
/// Statistical Learning, 2nd edition, 2009, section 11.7. Defined in lesson 07.
/// </summary>
public static class LeCunNetworks1989
{
    private static readonly MapShape picture = new(1, LeNet1989.Side, LeNet1989.Side);

    /// <summary>One line for each network.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Net-1: no hidden layer", "Net-2: 12 hidden units that see everything", "Net-3: local, two layers",
        "Net-4: local, the first layer shared", "Net-5: both layers shared"];

    /// <summary>Creates one of the five.</summary>
    /// <param name="number">1 to 5.</param>
    /// <param name="random">The random number generator for the weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such network.</exception>
    public static Sequential Make(int number, Random random)
    {
        Activation squash = new ScaledTanh();
        return number switch
        {
            1 => new Sequential(Out(256)),
            2 => new Sequential(new Dense("hidden", 256, 12, squash, random, range: 2.4 / 256), Out(12)),
            3 => Local(First(maps: 1, shared: false), maps: 1, shared: false),
            4 => Local(First(maps: 2, shared: true), maps: 1, shared: false),
            5 => Local(First(maps: 2, shared: true), maps: 4, shared: true),
            _ => throw new ArgumentOutOfRangeException(nameof(number), number, "There are five networks, 1 to 5."),
        };

        Dense Out(int inputs) => new("output", inputs, 10, squash, random, range: 2.4 / inputs);

        Convolution First(int maps, bool shared) =>          // maps of 8 × 8 units that see 3 × 3 pixels
            new("first", picture, maps, kernel: 3, squash, random, stride: 2, padding: 1, padValue: -1, shared: shared,
                biasPerUnit: true);

        Sequential Local(Convolution first, int maps, bool shared)
        {
            // maps of 4 × 4 units that see 5 × 5 units of every map below
            var second = new Convolution("second", first.Output, maps, kernel: 5, squash, random, stride: 2, padding: 2, padValue: -1,
                shared: shared, biasPerUnit: true);
            return new Sequential(first, second, Out(second.Output.Size));
        }
    }
}
