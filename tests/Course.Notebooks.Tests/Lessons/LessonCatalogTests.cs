using Course.Notebooks.Lessons;

namespace Course.Notebooks.Tests.Lessons;

public sealed class LessonCatalogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public LessonCatalogTests()
    {
        string[] names = ["02-perceptron", "00-timeline", "01-mcculloch-pitts-neuron", "03-limits-of-the-perceptron", "10-lenet"];
        foreach (string name in names)
            File.WriteAllText(Path.Combine(folder.Path, name + ".ipynb"), "");
        File.WriteAllText(Path.Combine(folder.Path, "README.md"), "");
    }

    [Fact]
    public void Lists_the_notebooks_in_order() =>
        Assert.Equal([0, 1, 2, 3, 10], LessonCatalog.Of(folder.Path).Lessons.Select(lesson => lesson.Number!.Value));

    [Theory]
    [InlineData("0", "00-timeline")]
    [InlineData("00", "00-timeline")]
    [InlineData("2", "02-perceptron")]
    [InlineData("02", "02-perceptron")]
    [InlineData("10", "10-lenet")]
    [InlineData("02-perceptron", "02-perceptron")]
    [InlineData("perceptron", "02-perceptron")]
    [InlineData("LENET", "10-lenet")]
    [InlineData("limits", "03-limits-of-the-perceptron")]
    public void Finds_a_lesson_by_number_and_by_name(string word, string name)
    {
        Assert.True(LessonCatalog.Of(folder.Path).TryFind(word, out LessonFile? lesson, out _));
        Assert.Equal(name, lesson!.Name);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("transformer")]
    [InlineData("")]
    [InlineData("nowhere.ipynb")]
    [InlineData("no/where")]
    public void Says_what_to_do_where_there_is_none(string word)
    {
        Assert.False(LessonCatalog.Of(folder.Path).TryFind(word, out _, out string? problem));
        Assert.Contains("course list", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_which_where_a_part_of_a_name_fits_two()
    {
        Assert.False(LessonCatalog.Of(folder.Path).TryFind("percep", out _, out string? problem));
        Assert.Equal("'percep' may be 02-perceptron or 03-limits-of-the-perceptron; say which.", problem);
    }

    [Fact]
    public void A_path_is_a_path()
    {
        string path = Path.Combine(folder.Path, "10-lenet.ipynb");
        Assert.True(LessonCatalog.Of("elsewhere").TryFind(path, out LessonFile? lesson, out _));
        Assert.Equal(path, lesson!.Path);
        Assert.False(LessonCatalog.Of("elsewhere").TryFind(folder.Path, out _, out string? problem));
        Assert.Contains("is a folder", problem, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
