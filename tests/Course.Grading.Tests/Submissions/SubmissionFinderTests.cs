using System.Diagnostics;
using Course.Grading.Submissions;

namespace Course.Grading.Tests.Submissions;

/// <summary>Who handed in what.</summary>
public sealed class SubmissionFinderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-class-").FullName;

    // .NET cannot remove what it cannot name.
    private bool bytesLaid;

    public void Dispose()
    {
        if (bytesLaid)
            Shell("""rm -r "$1" """, folder);
        else
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Files_are_named_after_themselves_and_folders_after_the_student()
    {
        Lay("ada.ipynb");
        Lay("grace/02-perceptron.ipynb");
        Lay("linus/02/02-perceptron.ipynb");
        Lay("linus/02/.ipynb_checkpoints/02-perceptron-checkpoint.ipynb");
        Lay("notes.txt");

        Assert.Equal(["ada", "notes", "grace", "linus"], SubmissionFinder.Find([folder]).Select(found => found.Student));
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

    [Theory]
    [InlineData("ada.IPYNB")]
    [InlineData("ada.ipynb.txt")]
    [InlineData("ada.ipynb.json")]
    [InlineData("ada/1/2/3/4/5/6/7/02-perceptron.ipynb")]
    [InlineData("ada/02-perceptron.Ipynb")]
    [InlineData("ada/.hidden/02-perceptron.ipynb")]
    [InlineData("ada/.ipynb")]
    public void A_notebook_is_found_whatever_its_ending_and_however_deep(string name)
    {
        string path = Lay(name);

        Assert.Equal([new Submission("ada", path)], SubmissionFinder.Find([folder]));
    }

    [Theory]
    [InlineData("ada.zip", "unpack it")]
    [InlineData("ada/work.ZIP", "unpack it")]
    [InlineData("ada/1/2/work.tar", "unpack it")]
    [InlineData("ada/work.dib", "a .dib file")]
    [InlineData("ada/answer.csx", "a .csx file")]
    [InlineData("ada/readme.md", "readme.md")]
    [InlineData("ada.pdf", "ada.pdf")]
    [InlineData("ada/", "empty")]
    [InlineData("ada/.ipynb_checkpoints/02-perceptron-checkpoint.ipynb", "empty")]
    public void What_is_no_notebook_is_listed_with_the_reason(string name, string reason)
    {
        Lay(name);

        Submission found = Assert.Single(SubmissionFinder.Find([folder]));

        Assert.Equal("ada", found.Student);
        Assert.Contains(reason, found.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_beside_a_students_notebook_is_no_submission_of_its_own()
    {
        Lay("ada/02-perceptron.ipynb");
        Lay("ada/data.csv");
        Lay("ada/pictures/net.png");

        Assert.Null(Assert.Single(SubmissionFinder.Find([folder])).Problem);
    }

    [Fact]
    public void What_a_grading_writes_is_nobodys_submission()
    {
        Lay("ada.ipynb");
        string report = Lay("grades.json");
        Lay("pages/index.html");

        Assert.Single(SubmissionFinder.Find([folder], report, Path.Combine(folder, "pages")));
    }

    // Linux takes any bytes for a name. .NET reads what is not UTF-8 as U+FFFD, by which no such file can be opened.
    [Theory]
    [InlineData("\\377.ipynb", "\\376.ipynb")]
    [InlineData("a\\377/02.ipynb", "a\\376/02.ipynb")]
    [InlineData("ada/\\377.ipynb", "ada/\\376.ipynb")]
    [InlineData("\\377.ipynb", "\\357\\277\\275.ipynb")]
    public void Two_names_that_are_not_UTF_8_and_look_alike_have_a_row_each_and_the_others_go_on(string one, string other)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux takes any bytes for a name");
        string good = Lay("grace.ipynb");
        LayBytes(one);
        LayBytes(other);

        Submission[] found = [.. SubmissionFinder.Find([folder])];

        Assert.Equal(new Submission("grace", good), Assert.Single(found, each => each.Problem is null));
        Assert.Equal(3, found.Length);
        Assert.Equal(2, found.Count(each => each.Problem?.Contains("its name is not text (UTF-8)", StringComparison.Ordinal) == true));
    }

    [Fact]
    public void A_name_in_which_a_sign_was_lost_earlier_is_a_name_like_others()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux takes any bytes for a name");
        LayBytes("\\357\\277\\275.ipynb");

        Assert.Null(Assert.Single(SubmissionFinder.Find([folder])).Problem);
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

    /// <summary>Lays a file whose name is given as printf takes it.</summary>
    private void LayBytes(string name)
    {
        bytesLaid = true;
        Shell("""cd "$1" && name=$(printf "$2") && mkdir -p "$(dirname "$name")" && echo {} > "$name" """, folder, name);
    }

    private static void Shell(string script, params string[] arguments)
    {
        using var shell = Process.Start("/bin/sh", ["-c", script, "sh", .. arguments]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    private string Lay(string name)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (name.EndsWith('/'))
            return path;
        File.WriteAllText(path, "{}");
        return path;
    }
}
