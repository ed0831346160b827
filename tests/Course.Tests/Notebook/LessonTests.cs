using System.Globalization;

namespace Course.Tests;

[Collection(OneHost.Name)]
public class LessonTests
{
    [Fact]
    public void A_lesson_begins_with_its_title_and_with_what_draws_its_charts()
    {
        using var host = new Host();
        (CultureInfo current, CultureInfo? others) = (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Lesson.Begin(new Lesson(2, 1957, "The <perceptron>"));
            Assert.Equal("0.5", 0.5.ToString(CultureInfo.CurrentCulture));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (current, others);
        }

        Assert.StartsWith("Lesson 02 · 1957 · The <perceptron>", Assert.Single(host.Calls).Bundle["text/plain"]);
        Assert.Contains("The &lt;perceptron&gt;", host.Last["text/html"]);
        Assert.Contains("if(!window.Plotly)", host.Last["text/html"]);
    }

    [Theory]
    [InlineData(1, null, 1)]
    [InlineData(1, "2", 2)]
    [InlineData(2, "1", 1)]
    [InlineData(0, "2", 0)]
    [InlineData(2, "many", 2)]
    [InlineData(2, "0", 2)]
    [InlineData(2, "-1", 2)]
    public void The_environment_may_ask_for_another_number_of_torch_threads(int declared, string? wanted, int threads) =>
        Assert.Equal(threads, Lesson.Threads(declared, wanted));

    [Fact]
    public void A_lesson_that_there_is_not_is_refused_with_those_that_there_are() =>
        Assert.StartsWith("There is no lesson 100. The lessons are 0, 1, 2, 3,",
        Assert.Throws<ArgumentException>(() => Lesson.Begin(100)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_belongs_to_a_lesson_bears_its_number() => Assert.All(Lessons.All, lesson =>
    {
        Assert.All(lesson.Claims, claim => Assert.Equal(lesson.Number, claim.Lesson));
        Assert.All(lesson.LongRuns, run => Assert.Equal(lesson.Number, run.Lesson));
        Assert.All(lesson.Exercises, exercise => Assert.StartsWith(lesson.Number.ToString("00", CultureInfo.InvariantCulture) + ".",
            exercise.Id, StringComparison.Ordinal));
    });
}
