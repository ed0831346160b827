namespace Course.Backpropagation;

/// <summary>
/// A number that remembers how it was computed, so that the gradient of a result can flow back to everything it depends on: reverse-mode
/// automatic differentiation. Defined in lesson 06. S. Linnainmaa, The representation of the cumulative rounding error of an algorithm as a
/// Taylor expansion of the local rounding errors, master's thesis, University of Helsinki, 1970.
/// </summary>
/// <param name="value">The number.</param>
/// <param name="operation">How it was computed, for drawings: "×"; empty for a given number.</param>
/// <param name="inputs">What it was computed from, each with the derivative of the result with respect to it.</param>
public sealed class Scalar(double value, string operation, params (Scalar From, double Derivative)[] inputs)
{
    /// <summary>Creates a number that is given, not computed.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name, for drawings.</param>
    public Scalar(double value, string name = "")
        : this(value, operation: "") => Name = name;

    /// <summary>The number.</summary>
    public double Value { get; } = value;

    /// <summary>
    /// The gradient, ∂result/∂this: how fast the result rises when this number rises. The result is the number on which <see
    /// cref="Backward"/> was called.
    /// </summary>
    public double Gradient { get; private set; }

    /// <summary>Its name, for drawings.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How it was computed; empty for a given number.</summary>
    public string Operation { get; } = operation;

    /// <summary>What it was computed from, each with the derivative of this number with respect to it.</summary>
    public IReadOnlyList<(Scalar From, double Derivative)> Inputs { get; } = inputs;

    /// <summary>Converts a plain number to a given one.</summary>
    public static implicit operator Scalar(double value) => new(value);

    /// <summary>The sum; its derivative with respect to either is 1.</summary>
    public static Scalar operator +(Scalar a, Scalar b) => new(a.Value + b.Value, "+", (a, 1), (b, 1));

    /// <summary>The difference.</summary>
    public static Scalar operator -(Scalar a, Scalar b) => new(a.Value - b.Value, "−", (a, 1), (b, -1));

    /// <summary>The product; its derivative with respect to one factor is the other.</summary>
    public static Scalar operator *(Scalar a, Scalar b) => new(a.Value * b.Value, "×", (a, b.Value), (b, a.Value));

    /// <summary>The quotient.</summary>
    public static Scalar operator /(Scalar a, Scalar b) =>
        new(a.Value / b.Value, "÷", (a, 1 / b.Value), (b, -a.Value / (b.Value * b.Value)));

    /// <summary>The square.</summary>
    public Scalar Squared() => new(Value * Value, "²", (this, 2 * Value));

    /// <summary>e to the power of this.</summary>
    public Scalar Exp() => new(Math.Exp(Value), "exp", (this, Math.Exp(Value)));

    /// <summary>The natural logarithm.</summary>
    public Scalar Log() => new(Math.Log(Value), "ln", (this, 1 / Value));

    /// <summary>The hyperbolic tangent.</summary>
    public Scalar Tanh()
    {
        double y = Math.Tanh(Value);
        return new(y, "tanh", (this, 1 - y * y));
    }

    /// <summary>The logistic function 1/(1 + e^−s).</summary>
    public Scalar Sigmoid()
    {
        double y = 1 / (1 + Math.Exp(-Value));
        return new(y, "σ", (this, y * (1 - y)));
    }

    /// <summary>The number itself if it is positive, otherwise 0.</summary>
    public Scalar Relu() => new(Math.Max(Value, 0), "relu", (this, Value > 0 ? 1 : 0));

    /// <summary>Gives the number a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The same number.</returns>
    public Scalar Named(string name)
    {
        Name = name;
        return this;
    }

    /// <summary>
    /// Backpropagates: sets the <see cref="Gradient"/> of everything that this number was computed from. Gradients that arrive along
    /// several paths add up. Gradients from an earlier call are cleared first.
    /// </summary>
    public void Backward()
    {
        Scalar[] order = [.. Order()];
        foreach (Scalar node in order) node.Gradient = 0;
        Gradient = 1;
        foreach (Scalar node in order.Reverse())
        {
            foreach ((Scalar from, double derivative) in node.Inputs) from.Gradient += node.Gradient * derivative;   // the chain rule
        }
    }

    /// <summary>Every number that this one was computed from, each after all its inputs, and this one last.</summary>
    /// <returns>The numbers, each once.</returns>
    public IEnumerable<Scalar> Order()
    {
        var seen = new HashSet<Scalar>();
        var pending = new Stack<(Scalar Node, bool InputsDone)>([(this, false)]);   // no recursion: a long sum is a deep graph
        while (pending.TryPop(out var next))
        {
            if (next.InputsDone) yield return next.Node;
            else if (seen.Add(next.Node))
            {
                pending.Push((next.Node, true));
                foreach ((Scalar from, _) in next.Node.Inputs.Reverse()) pending.Push((from, false));
            }
        }
    }
}
