using System.Globalization;

namespace Course.Tests;

[Collection(OneHost.Name)]
public class CultureTests
{
    private static readonly string[] mimeTypes = ["text/html", "text/plain", "text/markdown", Claim.MimeType, Exercises.MimeType];

    [Fact]
    public void Every_face_is_the_same_where_numbers_are_written_with_a_comma()
    {
        string[] here = In(CultureInfo.InvariantCulture), there = In(new CultureInfo("de-DE"));

        Assert.Equal(here, there);
        Assert.Contains(here, face => face.Contains("0.25", StringComparison.Ordinal));
    }

    private static string[] In(CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return [.. Values().SelectMany(value => mimeTypes.Select(value.Face)).OfType<string>()];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<IMimeRenderable> Values()
    {
        yield return new ClaimOutcome(ClaimTests.Error, [0.0512, 1234.5], "note");
        yield return new ClaimOutcome(ClaimTests.Error with { Same = Acceptance.Between(-0.5, 1.5), Format = "N2" }, [1234.5], null);
        yield return Checker.Check(CheckTests.Scale, (double[] x, double by) => x.Select(value => value + 0.25).ToArray());
        yield return new ProgressState("training", 12_000) { Done = 1_234, Loss = 0.5, Elapsed = TimeSpan.FromSeconds(2.5) };
        yield return new LessonHeader(2, 1957, "The perceptron", 1);
    }
}
