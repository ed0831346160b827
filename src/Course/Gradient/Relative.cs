namespace Course.Gradient;

/// <summary>A member of one of the two families. Defined in lesson 06.</summary>
/// <param name="Name">The first name.</param>
/// <param name="Female">Whether a mother, a wife, a daughter.</param>
/// <param name="Generation">1 for grandparents, 2 for their children and those whom they married, 3 for grandchildren.</param>
/// <param name="Nation">English or Italian.</param>
public sealed record Relative(string Name, bool Female, int Generation, string Nation);
