namespace Course.RecurrentNets;

/// <summary>What lesson 08 measures again.</summary>
internal static class Lesson08Claims
{
    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(8,
    [
        new Claim
        {
            Id = "08.example",
            Kind = ClaimKind.OwnCheck,
            Statement = "The stand-in doubles its input",
            Published = "6",
            SameDirection = Acceptance.Exactly(6),
            Setting = "the number 3",
            Format = "0",
        },
    ]);
}
