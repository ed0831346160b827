namespace Course.ExpertSystems;

/// <summary>
/// What is known about one case: observations and conclusions, how certain each is, and which rules concluded it. Defined in lesson 04.
/// </summary>
public sealed class WorkingMemory
{
    private readonly Dictionary<Fact, double> certainties = [];
    private readonly Dictionary<Fact, int> moments = [];
    private readonly HashSet<string> observed = [];
    private readonly List<Firing> firings = [];

    /// <summary>Starts with the observations.</summary>
    /// <param name="observed">The value of each observed attribute; unknown attributes are absent.</param>
    public WorkingMemory(IReadOnlyDictionary<string, string>? observed = null)
    {
        foreach (var (attribute, value) in observed ?? new Dictionary<string, string>()) Observe(new Fact(attribute, value));
    }

    /// <summary>The rules that have fired, in order.</summary>
    public IReadOnlyList<Firing> Firings => firings;

    /// <summary>How certain a fact is: 0 if there is no evidence about it.</summary>
    public double this[Fact fact] => certainties.GetValueOrDefault(fact);

    /// <summary>Records an observation.</summary>
    /// <param name="fact">The observed fact.</param>
    /// <param name="certainty">How certain, -1 to 1.</param>
    public void Observe(Fact fact, double certainty = 1)
    {
        observed.Add(fact.Attribute);
        Set(fact, certainty);
    }

    /// <summary>Fires a rule: combines its conclusion with the previous belief in it.</summary>
    /// <param name="rule">A rule whose conditions hold.</param>
    /// <returns>What the rule has changed.</returns>
    public Firing Fire(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        double premise = rule.PremiseIn(this), before = this[rule.Conclusion];
        var firing = new Firing(rule, premise, premise * rule.Strength, before, Certainty.Combine(before, premise * rule.Strength));
        firings.Add(firing);
        Set(rule.Conclusion, firing.After);
        return firing;
    }

    /// <summary>Whether some value of the attribute has a certainty above <see cref="Certainty.Threshold"/>.</summary>
    public bool Knows(string attribute) =>
        certainties.Any(belief => belief.Key.Attribute == attribute && belief.Value > Certainty.Threshold);

    /// <summary>Whether a rule has fired.</summary>
    public bool HasFired(Rule rule) => firings.Any(firing => ReferenceEquals(firing.Rule, rule));

    /// <summary>Whether the attribute was observed, so that no rule needs to conclude it.</summary>
    public bool WasObserved(string attribute) => observed.Contains(attribute);

    /// <summary>All values of an attribute for which there is evidence, the most certain first; in a tie, the earliest first.</summary>
    public IEnumerable<(Fact Fact, double Certainty)> Beliefs(string attribute) => certainties
        .Where(belief => belief.Key.Attribute == attribute)
        .OrderByDescending(belief => belief.Value).ThenBy(belief => moments[belief.Key])
        .Select(belief => (belief.Key, belief.Value));

    /// <summary>The value with the strongest belief, or null if none is above <see cref="Certainty.Threshold"/>.</summary>
    public string? Answer(string attribute) =>
        Beliefs(attribute).FirstOrDefault() is { Certainty: > Certainty.Threshold } best ? best.Fact.Value : null;

    /// <summary>When a fact was first recorded, counting from 0; -1 if never. Larger is more recent.</summary>
    public int MomentOf(Fact fact) => moments.GetValueOrDefault(fact, -1);

    private void Set(Fact fact, double certainty)
    {
        certainties[fact] = certainty;
        moments.TryAdd(fact, moments.Count);
    }
}
