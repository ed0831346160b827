using Course.Grading.Sandboxes;

namespace Course.Grading.Tests.Sandboxes;

/// <summary>What a grader that was killed leaves behind.</summary>
public sealed class StageFoldersTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-stages-").FullName;
    private readonly DateTime later = DateTime.UtcNow.AddHours(1);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Folders_of_a_grader_that_is_gone_are_removed_by_the_next_one()
    {
        string left = Lay("course-grading-gone/.lock", "worker/x.dll");

        StageFolders.Sweep(folder, later);

        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public void Folders_of_a_grader_that_lives_stay()
    {
        string live = Lay("course-grading-live/.lock");
        using var held = new FileStream(Path.Combine(live, ".lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        StageFolders.Sweep(folder, later);

        Assert.True(Directory.Exists(live));
    }

    [Fact]
    public void What_was_just_made_or_has_no_lock_or_is_a_link_stays()
    {
        string young = Lay("course-grading-young/.lock");
        string other = Lay("other/.lock");
        string linked = Directory.CreateSymbolicLink(Path.Combine(folder, "course-grading-link"), other).FullName;

        StageFolders.Sweep(folder, DateTime.UtcNow);
        Directory.Delete(young, recursive: true);
        Lay("course-grading-bare/x");
        StageFolders.Sweep(folder, later);

        Assert.All((string[])[other, linked, Path.Combine(folder, "course-grading-bare")], kept => Assert.True(Directory.Exists(kept)));
    }

    [Fact]
    public void A_stage_is_held_until_it_is_removed()
    {
        string stage = OpenFolder.NewStage();

        Assert.Throws<IOException>(() => new FileStream(Path.Combine(stage, ".lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        OpenFolder.RemoveStage(stage);

        Assert.False(Directory.Exists(stage));
    }

    private string Lay(params string[] names)
    {
        string first = Path.Combine(folder, Path.GetDirectoryName(names[0])!);
        foreach (string file in names.Select((name, place) => Path.Combine(place == 0 ? folder : first, name)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "");
        }

        return first;
    }
}
