namespace Course.Grading.Reports;

/// <summary>A student's text on its way to a console.</summary>
public static class ReportText
{
    /// <summary>One line in which nothing steers a terminal or commands a build server.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The line.</returns>
    public static string Line(string text) => Neutral.Line(text);
}
