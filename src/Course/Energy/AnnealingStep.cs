namespace Course.Energy;

/// <summary>A part of a cooling plan: so long at that temperature.</summary>
/// <param name="Time">In units of time: in one, each free unit is asked once on average.</param>
/// <param name="Temperature">T, in the unit of the weights.</param>
public readonly record struct AnnealingStep(int Time, double Temperature);
