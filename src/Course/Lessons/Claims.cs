namespace Course;

/// <summary>All published results that the course measures again.</summary>
public static class Claims
{
    /// <summary>Every claim, lesson by lesson.</summary>
    public static IReadOnlyList<Claim> All { get; } = [.. Lesson01Claims.All, .. Lesson02Claims.All, .. Lesson03Claims.All];

    /// <summary>The claim of that id.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those of the same year or all.</exception>
    public static Claim Find(string id) =>
        All.FirstOrDefault(claim => claim.Id == id)
        ?? throw new ArgumentException($"There is no claim '{id}'. There are: {string.Join(", ", All.Select(claim => claim.Id))}.");
}
