using Course.Nn;

namespace Course.Backpropagation;

/// <summary>
/// The network of figures 3 and 4 of D. E. Rumelhart, G. E. Hinton and R. J. Williams, Nature 323, 1986. Six units encode the person and
/// six the relation; twelve units combine them, and six predict the answer. Defined in lesson 06.
/// </summary>
public sealed class FamilyTreeNetwork : IModel
{
    private const int People = 24, Relations = 12, Code = 6, Central = 12;
    private readonly Dense relationCode, central, answerCode, answer;

    /// <summary>Creates a network with random weights.</summary>
    /// <param name="random">The random number generator for the weights.</param>
    /// <param name="range">Weights and biases lie within ± this.</param>
    public FamilyTreeNetwork(Random random, double range = 0.3)
    {
        PersonCode = new Dense("person", People, Code, Activation.Sigmoid, random, range);
        relationCode = new Dense("relation", Relations, Code, Activation.Sigmoid, random, range);
        central = new Dense("central", 2 * Code, Central, Activation.Sigmoid, random, range);
        answerCode = new Dense("answerCode", Central, Code, Activation.Sigmoid, random, range);
        answer = new Dense("answer", Code, People, Activation.Sigmoid, random, range);
        Dense[] layers = [PersonCode, relationCode, central, answerCode, answer];
        Parameters = [.. layers.SelectMany(layer => new[] { layer.Weights, layer.Biases })];
    }

    /// <summary>The six units that encode the person, (6, 24) weights; the lesson looks at what they have learnt.</summary>
    public Dense PersonCode { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <inheritdoc/>
    public double[] Forward(double[] x, int examples = 1)
    {
        (double[] person, double[] relation) = Split(x, People, Relations);                              // (B, 24), (B, 12)
        double[] codes = Join(PersonCode.Forward(person), relationCode.Forward(relation), Code, Code);    // (B, 6 + 6)
        return answer.Forward(answerCode.Forward(central.Forward(codes)));                                // (B, 12), (B, 6), (B, 24)
    }

    /// <inheritdoc/>
    public void Backward(double[] gradient)
    {
        double[] codes = central.Backward(answerCode.Backward(answer.Backward(gradient)));
        (double[] person, double[] relation) = Split(codes, Code, Code);
        PersonCode.Backward(person, toInputs: false);
        relationCode.Backward(relation, toInputs: false);
    }

    private static (double[] Left, double[] Right) Split(double[] rows, int left, int right)
    {
        int examples = rows.Length / (left + right);
        (double[] lefts, double[] rights) = (new double[examples * left], new double[examples * right]);
        for (int n = 0; n < examples; n++)
        {
            rows.AsSpan(n * (left + right), left).CopyTo(lefts.AsSpan(n * left));
            rows.AsSpan(n * (left + right) + left, right).CopyTo(rights.AsSpan(n * right));
        }
        return (lefts, rights);
    }

    private static double[] Join(double[] lefts, double[] rights, int left, int right)
    {
        int examples = lefts.Length / left;
        var rows = new double[examples * (left + right)];
        for (int n = 0; n < examples; n++)
        {
            lefts.AsSpan(n * left, left).CopyTo(rows.AsSpan(n * (left + right)));
            rights.AsSpan(n * right, right).CopyTo(rows.AsSpan(n * (left + right) + left));
        }
        return rows;
    }
}
