using Course.Grading.Submissions;

namespace Course.Grading.Tests.Submissions;

/// <summary>Who handed in what.</summary>
public sealed class SubmissionFinderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-class-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Files_are_named_after_themselves_and_folders_after_the_student()
    {
        Lay("ada.ipynb");
        Lay("grace/02-perceptron.ipynb");
        Lay("linus/02/02-perceptron.ipynb");
        Lay("linus/02/.ipynb_checkpoints/02-perceptron-checkpoint.ipynb");
        Lay("notes.txt");

        Assert.Equal(["ada", "grace", "linus"], SubmissionFinder.Find([folder]).Select(found => found.Student));
    }

    [Fact]
    public void A_file_that_is_named_twice_is_graded_once()
    {
        string file = Lay("ada.ipynb");

        Assert.Single(SubmissionFinder.Find([folder, file, file]));
    }

    [Fact]
    public void A_folder_that_is_a_link_is_not_entered()
    {
        Directory.CreateSymbolicLink(Path.Combine(folder, "mallory"), Repository.Course.Notebooks);

        Submission found = Assert.Single(SubmissionFinder.Find([folder]));

        Assert.Equal("mallory", found.Student);
        Assert.Contains("symbolic link", found.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_not_there_is_said() =>
        Assert.Contains("nowhere", Assert.Throws<GradingException>(() => SubmissionFinder.Find([Path.Combine(folder, "nowhere")])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_shards_of_a_class_are_the_class()
    {
        Submission[] all = [.. Enumerable.Range(0, 10).Select(number => new Submission($"s{number}", $"{number}.ipynb"))];

        IEnumerable<Submission> shards = Enumerable.Range(1, 3).SelectMany(number => new Shard(number, 3).Choose(all));

        Assert.Equal(all, shards.OrderBy(submission => submission.Student, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("3/8", true)]
    [InlineData("8/8", true)]
    [InlineData("0/8", false)]
    [InlineData("9/8", false)]
    [InlineData("3", false)]
    [InlineData("a/b", false)]
    [InlineData("-1/2", false)]
    public void A_shard_is_two_numbers(string text, bool good) => Assert.Equal(good, Shard.TryParse(text, out _));

    private string Lay(string name)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "{}");
        return path;
    }
}
