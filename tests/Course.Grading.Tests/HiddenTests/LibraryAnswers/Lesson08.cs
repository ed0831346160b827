namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 08, or do the most helpful part of them.</summary>
internal static class Lesson08
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("08.lstm-step", """
            double Answer(double x)
            {
                double[] at = [x];
                return §GradientCheck.Gradients(() => at[0] * at[0], at)[0];
            }
            """),
        ("08.clip", """
            double Answer(double x)
            {
                double[] at = [x];
                return §GradientCheck.Gradients(() => at[0] * at[0], at)[0];
            }
            """),
        ("08.teacher-forcing", """
            double Answer(double x)
            {
                double[] at = [x];
                return §GradientCheck.Gradients(() => at[0] * at[0], at)[0];
            }
            """),
        ("08.temperature", """
            double Answer(double x)
            {
                double[] at = [x];
                return §GradientCheck.Gradients(() => at[0] * at[0], at)[0];
            }
            """),
    ];
}
