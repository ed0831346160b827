using Course.Lessons.Tests.Dialect;

namespace Course.Lessons.Tests;

public class DialectTests
{
    // Each breaks the example lesson in one place: rule, what is replaced in the file's text, by what, and what the rule then says.
    private static readonly (string Rule, string Old, string New, string Says)[] breaches =
    [
        ("valid nbformat 4.5 in Jupyter's layout", "\"nbformat_minor\": 5", "\"nbformat_minor\": 4", "is not nbformat 4.5"),
        ("valid nbformat 4.5 in Jupyter's layout", " \"nbformat\": 4,", " \"extra\": 1,\n \"nbformat\": 4,", "'extra'"),
        ("valid nbformat 4.5 in Jupyter's layout", "\"cell_type\": \"markdown\",\n   \"id\": \"story\"",
            "\"cell_type\": \"raw\",\n   \"id\": \"story\"", "cell story is neither"),
        ("valid nbformat 4.5 in Jupyter's layout", "   \"outputs\": [],\n   \"source\": [\n    \"#!time", "   \"source\": [\n    \"#!time",
            "cell marker lacks 'outputs'"),
        ("valid nbformat 4.5 in Jupyter's layout", "\n \"cells\"", "\n  \"cells\"", "is not laid out"),
        ("unique ids", "\"words-12\"", "\"story\"", "id 'story' stands 2 times"),
        ("unique ids", "\"words-12\"", "\"words 10\"", "id 'words 10' is not"),
        ("no outputs", "\"id\": \"marker\",\n   \"metadata\": {},\n   \"outputs\": []",
            "\"id\": \"marker\",\n   \"metadata\": {},\n   \"outputs\": [{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": "
                + "[\"3\"]}]", "cell marker carries outputs"),
        ("no outputs", "\"execution_count\": null", "\"execution_count\": 3", "cell opening carries an execution count"),
        ("kernel metadata", "\"name\": \".net-csharp\"", "\"name\": \"python3\"", "kernelspec is not"),
        ("kernel metadata", "\"pygments_lexer\": \"csharp\"", "\"pygments_lexer\": \"polyglot\"", "language_info is not"),
        ("kernel metadata", "\"defaultKernelName\": \"csharp\"", "\"defaultKernelName\": \"fsharp\"",
            "polyglot_notebook.defaultKernelName is not"),
        ("kernel metadata", "\"defaultKernelName\": \"csharp\",\n    \"items\"", "\"defaultKernelName\": \"fsharp\",\n    \"items\"",
            "kernelInfo.defaultKernelName is not"),
        ("cells, none empty", "\"Words.\"", "\"  \"", "is empty"),
        ("course metadata", "\"budgetSeconds\": 60", "\"budgetSeconds\": 61", "budgetSeconds is 61"),
        ("course metadata", "\"year\": 1957", "\"year\": \"1957\"", "year is missing or not"),
        ("course metadata", "\"title\": \"The example\"", "\"title\": 7", "title is missing or not"),
        ("course metadata", "Lesson.Begin(2);", "Lesson.Begin(3);", "number is 2, but Lesson.Begin says 3"),
        ("course metadata", "\"number\": 2,", "\"number\": \"2\",", "number is missing or not"),
        ("file name", "\"number\": 2", "\"number\": 3", "another number"),
        ("opening cell", "../artifacts/course/Course.dll", "../artifacts/Course.dll", "does not begin with #r"),
        ("opening cell", "using Course;", "using System.IO;", "lacks using Course;"),
        ("opening cell", "numbers.Sum()", "Lesson.Begin(2)", "in a later cell too"),
        ("no forbidden forms", "numbers.Sum()", "namespace A { }", "cell marker, line 3: a namespace"),
        ("no forbidden forms", "numbers.Sum()", "file class A { }", "a file type"),
        ("no forbidden forms", "numbers.Sum()", "static class A { public static int Half(this int x) => x / 2; }", "an extension method"),
        ("no forbidden forms", "numbers.Sum()", "static class A { extension(int x) { public int Half => x / 2; } }", "an extension block"),
        ("no forbidden forms", "numbers.Sum()", "using var enumerator = numbers.GetEnumerator();", "a using declaration"),
        ("no forbidden forms", "numbers.Sum()", "await using var x = Open();", "a using declaration"),
        ("no forbidden forms", "Check(\\\"02.one\\\", One);", "using var enumerator = numbers.GetEnumerator();",
            "cell one-check, line 1: a using declaration"),
        ("no forbidden forms", "numbers.Sum()", "Span<int> all = new int[3];", "a span"),
        ("no forbidden forms", "numbers.Sum()", "ReadOnlySpan<char> all = \\\"abc\\\";", "a span"),
        ("no forbidden forms", "numbers.Sum()", "var all = new int[3].AsSpan();", "a span"),
        ("known directives", "#!time", "#!python", "#!python is not in the dialect"),
        ("known directives", "numbers.Sum()", "#r \\\"nuget: Humanizer, 2.14.1\\\"", "#r stands after code"),
        ("exercises", "throw new NotImplementedException()", "x", "the check of 02.one has no stub before it"),
        ("exercises", "double One", "static double One", "the stub 02-one is static"),
        ("exercises", "\"grade_id\": \"02-two\"", "\"grade_id\": \"02-zwei\"", "the stub 02-zwei has no check"),
        ("exercises", "Check(\\\"02.two\\\"", "Check(\\\"03.two\\\"", "'03.two', which is no exercise of this lesson"),
        ("exercises", "\"points\": 2", "\"points\": 0", "a check without"),
        ("exercises", "\"solution\": true", "\"solution\": false", "a stub without"),
        ("exercises", "Check(\\\"02.three\\\", Three);", "Three(1);", "neither stub nor check"),
        ("nbgrader's schema 3", "\"schema_version\": 3", "\"schema_version\": 4", "schema_version is 4"),
        ("nbgrader's schema 3", "\"schema_version\": 3,\n", "", "lacks 'schema_version'"),
        ("nbgrader's schema 3", "\"grade\": false", "\"grade\": \"no\"", "'grade' is neither true nor false"),
        ("nbgrader's schema 3", "\"task\": false", "\"tasks\": false", "lacks 'task'"),
        ("nbgrader's schema 3", "\"task\": false", "\"remove\": true,\n     \"task\": false", "'remove', which the schema does not know"),
        ("nbgrader's schema 3", "\"task\": false", "\"task\": true", "cell one is a task, but not markdown"),
        ("nbgrader's schema 3", "\"grade_id\": \"02-one\"", "\"grade_id\": \"02.one\"", "grade_id '02.one' is not"),
        ("nbgrader's schema 3", "\"grade_id\": \"02-two\"", "\"grade_id\": \"02-one\"", "grade_id '02-one' stands 2 times"),
        ("nbgrader's schema 3", "\"points\": 2", "\"points\": -2", "points is -2"),
        ("nbgrader's schema 3", "     \"points\": 2,\n", "", "is graded, but has no points"),
        ("nbgrader's schema 3", "\"locked\": false,", "\"locked\": false,\n     \"points\": 2,", "has points, but is not graded"),
        ("nbgrader's schema 3", "\"id\": \"story\",\n   \"metadata\": {}",
            "\"id\": \"story\",\n   \"metadata\": {\"nbgrader\": {\"grade\": true, \"grade_id\": \"a\", \"locked\": true, \"points\": 1, "
                + "\"schema_version\": 3, \"solution\": false, \"task\": false}}",
                "cell story is markdown: graded and solution go together"),
        ("90 columns", "numbers.Sum()", new('x', 91), "cell marker, line 3: 91 columns"),
        ("25 lines", "numbers.Sum()", string.Concat(Enumerable.Repeat("\\n", 23)), "cell marker has 26 lines"),
        ("words on the path", "\"Words.\"", $"\"{string.Concat(Enumerable.Repeat("word ", 3_300))}\"", "words on the path"),
        ("words before the machine", "\"# The example\"", $"\"{string.Concat(Enumerable.Repeat("word ", 151))}\"", "151 words before"),
        ("first exercise by the eighth code cell", "\"cells\": [", "\"cells\": [" + string.Concat(Enumerable.Repeat(
            "{\"cell_type\": \"code\", \"id\": \"x\", \"metadata\": {}, \"source\": \"1\", \"outputs\": [], \"execution_count\": null},", 6)),
            "the first exercise is code cell 9"),
        ("text over its stub", "\"cell_type\": \"markdown\",\n   \"id\": \"one-idea\",",
            "\"cell_type\": \"code\",\n   \"execution_count\": null,\n   \"outputs\": [],\n   \"id\": \"one-idea\",",
            "the stub one has no text directly over it"),
        ("no forbidden phrases", "Words.", "The rule is exactly this.", "cell words-"),
        ("folded sources", "<summary>Sources", "<summary>More", "folds the sources"),
        ("the curious part stands last", "\"id\": \"marker\",\n   \"metadata\": {}",
            "\"id\": \"marker\",\n   \"metadata\": {\"tags\": [\"curious\"]}", "cell one is on the path"),
        ("lessons are linked where they are named", "See [lesson 01](01-mcculloch-pitts-neuron.ipynb)", "See lessons 02 and 01",
            "cell back names lesson 01"),
        ("links lead to the lesson they name", "[lesson 01](01-mcculloch-pitts-neuron.ipynb)", "[lesson 01](03-limits-of-the-perceptron.ipynb)",
            "cell back links lesson 01 to 03"),
        ("the last line leads on", "[on](03-limits-of-the-perceptron.ipynb)", "That is all.", "does not lead to 03"),
    ];

    public static TheoryData<string, string> Matrix
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string file in Repository.LessonFiles)
            {
                foreach (DialectRule rule in DialectRule.All)
                    data.Add(file, rule.Name);
            }

            return data;
        }
    }

    public static TheoryData<int> Breaches => [.. Enumerable.Range(0, breaches.Length)];

    public static TheoryData<string> Rules => [.. DialectRule.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Matrix))]
    public void A_lesson_keeps_the_rule(string file, string rule) =>
        Assert.Equal("", string.Join('\n', DialectRule.Named(rule).Violations(LessonFile.Load(file))));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_example_keeps_the_rule(string rule) =>
        Assert.Equal([], DialectRule.Named(rule).Violations(new LessonFile(ExampleLesson.Name, ExampleLesson.Text)));

    [Theory]
    [MemberData(nameof(Breaches))]
    public void A_breach_is_found(int number)
    {
        (string rule, string old, string @new, string says) = breaches[number];
        int at = ExampleLesson.Text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The example does not hold {old}");
        string broken = string.Concat(ExampleLesson.Text.AsSpan(0, at), @new, ExampleLesson.Text.AsSpan(at + old.Length));

        Assert.Contains(DialectRule.Named(rule).Violations(new LessonFile(ExampleLesson.Name, broken)), violation => violation.Contains(
            says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_lesson_without_cells_is_found()
    {
        string text = """{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""";
        Assert.Contains("has no cells", DialectRule.Named("cells, none empty")
            .Violations(new LessonFile(ExampleLesson.Name, text)));
    }

    [Theory]
    [InlineData("perceptron.ipynb")]
    [InlineData("2-perceptron.ipynb")]
    [InlineData("02_Perceptron.ipynb")]
    public void A_strange_file_name_is_found(string name) =>
        Assert.Contains("is not named NN-words-in-kebab-case.ipynb", DialectRule.Named("file name")
        .Violations(new LessonFile(name, ExampleLesson.Text)));

    [Fact]
    public void Every_rule_has_a_breach() =>
        Assert.Equal(DialectRule.All.Select(rule => rule.Name).Order(), breaches.Select(breach => breach.Rule).Distinct().Order());
}
