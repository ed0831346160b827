namespace Course.Nn.Optimizers;

/// <summary>
/// The rule that turns gradients into steps. It changes parameters in place, one step after each backward pass. Defined in lesson 06.
/// </summary>
public abstract class Optimizer
{
    private readonly List<double[]> memory = [];

    /// <summary>Takes charge of parameters.</summary>
    /// <param name="parameters">What is to be changed.</param>
    /// <param name="rate">The learning rate, the size of a step.</param>
    protected Optimizer(IReadOnlyList<Parameter> parameters, double rate)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        (Parameters, Rate) = (parameters, rate);
    }

    /// <summary>What is changed.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The learning rate: η, or ε in the paper of 1986. A schedule may change it between steps.</summary>
    public double Rate { get; set; }

    /// <summary>How many steps have been taken.</summary>
    public long Steps { get; internal set; }

    /// <summary>What the rule remembers from step to step, for checkpoints.</summary>
    internal IReadOnlyList<double[]> Memory => memory;

    /// <summary>Sets every gradient to zero: each backward pass adds to it.</summary>
    public void ZeroGradient()
    {
        foreach (Parameter parameter in Parameters) Array.Clear(parameter.Gradient);
    }

    /// <summary>Changes every parameter once.</summary>
    public void Step()
    {
        Steps++;
        for (int k = 0; k < Parameters.Count; k++) Update(k, Parameters[k].Values, Parameters[k].Gradient);
    }

    /// <summary>The rule itself.</summary>
    /// <param name="k">The parameter's number.</param>
    /// <param name="w">Its values, to be changed.</param>
    /// <param name="g">The gradient of the loss with respect to each.</param>
    protected abstract void Update(int k, double[] w, double[] g);

    /// <summary>Room to remember one number for each number of each parameter, zero at first.</summary>
    /// <returns>One array a parameter.</returns>
    protected double[][] Remember()
    {
        double[][] zeros = [.. Parameters.Select(parameter => new double[parameter.Values.Length])];
        memory.AddRange(zeros);
        return zeros;
    }
}
