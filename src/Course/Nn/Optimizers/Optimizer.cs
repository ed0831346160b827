namespace Course.Nn.Optimizers;

/// <summary>
/// The rule that turns gradients into steps. It changes parameters in place, one step after each backward pass. Defined in lesson 06.
/// </summary>
public abstract class Optimizer
{
    private readonly List<double[]> memory = [];

    /// <summary>Creates an optimizer for some parameters.</summary>
    /// <param name="parameters">The parameters to change.</param>
    /// <param name="rate">The learning rate.</param>
    protected Optimizer(IReadOnlyList<Parameter> parameters, double rate)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        (Parameters, Rate) = (parameters, rate);
    }

    /// <summary>The parameters to change.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The learning rate: η, or ε in the paper of 1986. A schedule may change it between steps.</summary>
    public double Rate { get; set; }

    /// <summary>The number of steps taken.</summary>
    public long Steps { get; internal set; }

    /// <summary>The optimizer's state between steps, for checkpoints.</summary>
    internal IReadOnlyList<double[]> Memory => memory;

    /// <summary>Sets every gradient to zero; needed because each backward pass adds to it.</summary>
    public void ZeroGradient()
    {
        foreach (Parameter parameter in Parameters) Array.Clear(parameter.Gradient);
    }

    /// <summary>Updates every parameter once.</summary>
    public void Step()
    {
        Steps++;
        for (int k = 0; k < Parameters.Count; k++) Update(k, Parameters[k].Values, Parameters[k].Gradient);
    }

    /// <summary>The update rule.</summary>
    /// <param name="k">The index of the parameter.</param>
    /// <param name="w">Its values, to be updated.</param>
    /// <param name="g">The gradient of the loss with respect to each.</param>
    protected abstract void Update(int k, double[] w, double[] g);

    /// <summary>Storage for one number per number of each parameter, initially zero.</summary>
    /// <returns>One array per parameter.</returns>
    protected double[][] Remember()
    {
        double[][] zeros = [.. Parameters.Select(parameter => new double[parameter.Values.Length])];
        memory.AddRange(zeros);
        return zeros;
    }
}
