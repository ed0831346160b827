using Course.Grading.HiddenTests;

namespace Course.Grading.Tests.HiddenTests;

/// <summary>A hidden case on which answers are tried as the grader tries a learner's.</summary>
internal sealed record Trial(HiddenTest HiddenTest, HiddenCase Case, object? Expected)
{
    internal static IReadOnlyList<Trial> Of(HiddenTest test, int seed) =>
        [.. test.HiddenCases(new Random(seed)).Select(@case => new Trial(test, @case, test.Answer(@case.Arguments)))];

    internal bool Fails(Delegate answer)
    {
        CallResult attempt = CallResult.Of(answer, Case.Arguments);
        return attempt.Thrown is not null || !HiddenTest.Accepts(Case.Arguments, Expected, attempt.Got);
    }
}
