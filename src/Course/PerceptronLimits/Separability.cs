using Course.McCullochPitts;

namespace Course.PerceptronLimits;

/// <summary>
/// The answer to "can one linear unit tell these points apart?", with a proof. A <see cref="SeparabilityProof"/> is a unit that does; an
/// <see cref="InseparabilityProof"/> shows that none can. Exactly one of the two exists for every finite set of points (P. Gordan, "Über
/// die Auflösung linearer Gleichungen mit reellen Coefficienten", Mathematische Annalen 6, 1873).
/// </summary>
public abstract record Separability
{
    private protected Separability()
    {
    }

    /// <summary>Whether a linear unit exists that is right on every point.</summary>
    public bool IsSeparable => this is SeparabilityProof;

    /// <summary>Checks the proof against the points, using only additions, multiplications and comparisons of whole numbers.</summary>
    /// <param name="points">The points, one per row, all of the same length.</param>
    /// <param name="targets">For each point, whether the unit should be on there.</param>
    /// <returns>Whether the proof holds for these points.</returns>
    public abstract bool Holds(IReadOnlyList<int[]> points, IReadOnlyList<bool> targets);

    /// <summary>Checks the proof against a Boolean function.</summary>
    /// <param name="function">The function.</param>
    /// <returns>Whether the proof holds for it.</returns>
    public bool Holds(BooleanFunction function) =>
        Holds(LinearSeparability.Corners(function.Inputs), LinearSeparability.Targets(function));
}
