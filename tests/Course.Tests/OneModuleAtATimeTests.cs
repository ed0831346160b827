using Course.TestTools;

namespace Course.Tests;

public class OneModuleAtATimeTests
{
    [Fact]
    public void While_tests_run_no_other_test_project_gets_its_turn() =>
        Assert.Null(OneModuleAtATime.TryTake(OneModuleAtATime.LockFile, shared: false));

    [Fact]
    public void Those_that_share_a_turn_hold_it_together_and_keep_the_others_out()
    {
        string file = Path.GetTempFileName();
        using FileStream? first = OneModuleAtATime.TryTake(file, shared: true);
        using FileStream? second = OneModuleAtATime.TryTake(file, shared: true);

        Assert.NotNull(first);
        Assert.NotNull(second);
        Assert.Null(OneModuleAtATime.TryTake(file, shared: false));

        File.Delete(file);
    }
}
