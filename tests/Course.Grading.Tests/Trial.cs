namespace Course.Grading.Tests;

/// <summary>A hidden case on which answers are tried as the grader tries a learner's.</summary>
internal sealed record Trial(Oracle Oracle, HiddenCase Case, object? Expected)
{
    internal static IReadOnlyList<Trial> Of(Oracle oracle, int seed) =>
        [.. oracle.HiddenCases(new Random(seed)).Select(@case => new Trial(oracle, @case, oracle.Answer(@case.Arguments)))];

    internal bool Fails(Delegate answer)
    {
        CallResult attempt = CallResult.Of(answer, Case.Arguments);
        return attempt.Thrown is not null || !Oracle.Accepts(Case.Arguments, Expected, attempt.Got);
    }
}
