namespace Course.ExpertSystems;

/// <summary>
/// What is known of one case: what was observed, what rules have concluded, how certain, and by which rules. Defined in lesson 04.
/// </summary>
public sealed class WorkingMemory
{
    private readonly Dictionary<Fact, double> certainties = [];
    private readonly Dictionary<Fact, int> moments = [];
    private readonly HashSet<string> observed = [];
    private readonly List<Firing> firings = [];

    /// <summary>Begins with what is observed.</summary>
    /// <param name="observed">The value of each observed attribute; what is unknown is absent.</param>
    public WorkingMemory(IReadOnlyDictionary<string, string>? observed = null)
    {
        foreach (var (attribute, value) in observed ?? new Dictionary<string, string>()) Observe(new Fact(attribute, value));
    }

    /// <summary>The rules that have fired, in order.</summary>
    public IReadOnlyList<Firing> Firings => firings;

    /// <summary>How certain a fact is: 0 where nothing was said of it.</summary>
    public double this[Fact fact] => certainties.GetValueOrDefault(fact);

    /// <summary>Writes down an observation.</summary>
    /// <param name="fact">What was seen.</param>
    /// <param name="certainty">How certain, -1 to 1.</param>
    public void Observe(Fact fact, double certainty = 1)
    {
        observed.Add(fact.Attribute);
        Set(fact, certainty);
    }

    /// <summary>Fires a rule: its conclusion is combined with what was believed of it before.</summary>
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

    /// <summary>Whether some value of the attribute is believed more than <see cref="Certainty.Threshold"/>.</summary>
    public bool Knows(string attribute) =>
        certainties.Any(belief => belief.Key.Attribute == attribute && belief.Value > Certainty.Threshold);

    /// <summary>Whether a rule has fired.</summary>
    public bool HasFired(Rule rule) => firings.Any(firing => ReferenceEquals(firing.Rule, rule));

    /// <summary>Whether the attribute was observed, so that no rule need conclude it.</summary>
    public bool WasObserved(string attribute) => observed.Contains(attribute);

    /// <summary>All values of an attribute of which something was said, the most certain first, of equals the earliest.</summary>
    public IEnumerable<(Fact Fact, double Certainty)> Beliefs(string attribute) => certainties
        .Where(belief => belief.Key.Attribute == attribute)
        .OrderByDescending(belief => belief.Value).ThenBy(belief => moments[belief.Key])
        .Select(belief => (belief.Key, belief.Value));

    /// <summary>The value that is most believed, or null where none is believed more than <see cref="Certainty.Threshold"/>.</summary>
    public string? Answer(string attribute) =>
        Beliefs(attribute).FirstOrDefault() is { Certainty: > Certainty.Threshold } best ? best.Fact.Value : null;

    /// <summary>When a fact was first written down, from 0; -1 if never. Later is more recent.</summary>
    public int MomentOf(Fact fact) => moments.GetValueOrDefault(fact, -1);

    private void Set(Fact fact, double certainty)
    {
        certainties[fact] = certainty;
        moments.TryAdd(fact, moments.Count);
    }
}
