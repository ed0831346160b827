namespace Course.Lessons.Tests.Dialect;

/// <summary>One rule of the notebook dialect.</summary>
/// <param name="Name">What it asks for.</param>
/// <param name="Violations">One sentence for each place where a notebook breaks it.</param>
internal sealed record DialectRule(string Name, Func<LessonFile, IEnumerable<string>> Violations)
{
    internal static IReadOnlyList<DialectRule> All { get; } =
    [
        new("valid nbformat 4.5 in Jupyter's layout", FormatRules.Shape),
        new("unique ids", FormatRules.Ids),
        new("no outputs", FormatRules.Outputs),
        new("kernel metadata", FormatRules.KernelMetadata),
        new("cells, none empty", FormatRules.Cells),
        new("file name", OpeningRules.FileName),
        new("opening cell", OpeningRules.FirstCell),
        new("course metadata", OpeningRules.CourseMetadata),
        new("no forbidden forms", CodeRules.ForbiddenForms),
        new("known directives", CodeRules.Directives),
        new("exercises", ExerciseRules.Exercises),
        new("nbgrader's schema 3", NbgraderRules.Schema),
        new("90 columns", PatternRules.Columns),
        new("25 lines", PatternRules.Lines),
        new("words on the path", PatternRules.Words),
        new("words before the machine", PatternRules.Hook),
        new("first exercise by the eighth code cell", PatternRules.FirstGap),
        new("text over its stub", PatternRules.TextOverStubs),
        new("no forbidden phrases", PatternRules.Phrases),
        new("folded sources", PatternRules.Sources),
        new("the curious part stands last", PatternRules.CuriousLast),
        new("lessons are linked where they are named", WayRules.Mentions),
        new("links lead to the lesson they name", WayRules.Targets),
        new("the last line leads on", WayRules.Neighbours),
    ];

    internal static DialectRule Named(string name) => All.Single(rule => rule.Name == name);
}
