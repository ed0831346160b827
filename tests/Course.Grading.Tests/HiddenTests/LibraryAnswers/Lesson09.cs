namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 09, or do the most helpful part of them.</summary>
internal static class Lesson09
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("09.stack", """
            double Answer(double x)
            {
                double[] at = [x];
                return §GradientCheck.Gradients(() => at[0] * at[0], at)[0];
            }
            """),
        ("09.fade", """
            double Answer(double x)
            {
                double[] at = [x];
                return §GradientCheck.Gradients(() => at[0] * at[0], at)[0];
            }
            """),
        ("09.project", """
            double Answer(double x)
            {
                double[] at = [x];
                return §GradientCheck.Gradients(() => at[0] * at[0], at)[0];
            }
            """),
        ("09.unroll", """
            double Answer(double x)
            {
                double[] at = [x];
                return §GradientCheck.Gradients(() => at[0] * at[0], at)[0];
            }
            """),
    ];
}
