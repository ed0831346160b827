using Course.Grading.Marking;

namespace Course.Grading.Tests.Marking;

/// <summary>The marks of an interrupted grading lie in a file, which may lie where students hand in.</summary>
public sealed class GradingCheckpointTests : IDisposable
{
    private static readonly byte[] own = new byte[32];
    private static readonly byte[] other = [.. Enumerable.Repeat((byte)1, 32)];
    private readonly string folder = Directory.CreateTempSubdirectory("course-class-").FullName;

    private string Report => Path.Combine(folder, "grades.json");

    private string Partial => Report + ".partial";

    [Fact]
    public void A_mark_is_found_again()
    {
        Keep(own, seed: 7, "ada");

        using GradingCheckpoint again = GradingCheckpoint.Open(Report, own);

        Assert.Equal((7, 1, false), (again.Seed, again.Count, again.IsForeign));
        Assert.Equal("ada", again.Find("ada", "hash of ada")?.Student);
    }

    [Fact]
    public void A_checkpoint_that_somebody_else_has_put_there_counts_for_nothing_and_is_replaced()
    {
        Keep(other, seed: 7, "mallory");

        using (GradingCheckpoint planted = GradingCheckpoint.Open(Report, own))
        {
            Assert.Equal((null, 0, true), (planted.Seed, planted.Count, planted.IsForeign));
            planted.Begin(8, "bubblewrap", DateTimeOffset.Now);
            planted.Keep(Mark("ada"));
        }

        using GradingCheckpoint again = GradingCheckpoint.Open(Report, own);
        Assert.Equal((8, 1), (again.Seed, again.Count));
        Assert.Null(again.Find("mallory", "hash of mallory"));
    }

    [Theory]
    [InlineData("""{"date":"2026-11-25T10:00:00+00:00","seed":7,"sandbox":"bubblewrap"}""")]
    [InlineData("no JSON")]
    [InlineData("")]
    public void A_file_without_signatures_counts_for_nothing(string content)
    {
        File.WriteAllText(Partial, content);

        using GradingCheckpoint checkpoint = GradingCheckpoint.Open(Report, own);

        Assert.True(checkpoint.IsForeign);
        Assert.Null(checkpoint.Seed);
    }

    [Fact]
    public void A_mark_counts_in_its_own_grading_only()
    {
        Keep(own, seed: 7, "mallory");
        string line = File.ReadAllLines(Partial)[1];
        Keep(own, seed: 8, "ada");
        File.AppendAllLines(Partial, [line]);

        using GradingCheckpoint checkpoint = GradingCheckpoint.Open(Report, own);

        Assert.Equal(1, checkpoint.Count);
        Assert.Null(checkpoint.Find("mallory", "hash of mallory"));
    }

    [Fact]
    public void A_line_that_was_cut_off_is_left_out()
    {
        Keep(own, seed: 7, "ada", "grace");
        File.WriteAllText(Partial, File.ReadAllText(Partial)[..^9]);

        using GradingCheckpoint checkpoint = GradingCheckpoint.Open(Report, own);

        Assert.Equal(1, checkpoint.Count);
    }

    [Fact]
    public void A_link_is_replaced_and_not_followed()
    {
        string elsewhere = Path.Combine(folder, "elsewhere");
        File.WriteAllText(elsewhere, "the teacher's");
        File.CreateSymbolicLink(Partial, elsewhere);

        Keep(own, seed: 7, "ada");

        Assert.Equal("the teacher's", File.ReadAllText(elsewhere));
        Assert.Null(new FileInfo(Partial).LinkTarget);
    }

    [Fact]
    public void The_key_is_the_users_and_stays_the_same()
    {
        byte[] key = CheckpointKey.OfUser(folder);

        Assert.Equal(key, CheckpointKey.OfUser(folder));
        Assert.NotEqual(key, CheckpointKey.OfUser(Path.Combine(folder, "another")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Assert.Single(Directory.GetFiles(folder))));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Keep(byte[] key, long seed, params string[] students)
    {
        File.Delete(new FileInfo(Partial).LinkTarget is null ? Partial : Path.Combine(folder, "none"));
        using GradingCheckpoint checkpoint = GradingCheckpoint.Open(Report, key);
        checkpoint.Begin(seed, "bubblewrap", DateTimeOffset.Now);
        foreach (string student in students)
            checkpoint.Keep(Mark(student));
    }

    private static SubmissionMark Mark(string student) => new() { Student = student, Path = student, Hash = $"hash of {student}" };
}
