namespace Course;

/// <summary>All published results that the course measures again.</summary>
public static class Claims
{
    /// <summary>Every claim, lesson by lesson.</summary>
    public static IReadOnlyList<Claim> All { get; } = [.. Lessons.All.SelectMany(lesson => lesson.Claims)];

    /// <summary>The claim with that id.</summary>
    /// <exception cref="ArgumentException">There is none; the message names the closest id, or all ids if none is close.</exception>
    public static Claim Find(string id) =>
        All.FirstOrDefault(claim => claim.Id == id)
        ?? throw new ArgumentException(DidYouMean.For("claim", id, All.Select(claim => claim.Id)));
}
