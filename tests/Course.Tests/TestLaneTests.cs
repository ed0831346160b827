using Course.TestTools;

namespace Course.Tests;

public class TestLaneTests
{
    [Fact]
    public void While_tests_run_no_other_test_project_gets_into_their_lane() =>
        Assert.Null(TestLane.TryTake(TestLane.LockFile, shared: false));

    [Fact]
    public void Those_that_share_a_turn_hold_it_together_and_keep_the_others_out()
    {
        string file = Path.GetTempFileName();
        using FileStream? first = TestLane.TryTake(file, shared: true);
        using FileStream? second = TestLane.TryTake(file, shared: true);

        Assert.NotNull(first);
        Assert.NotNull(second);
        Assert.Null(TestLane.TryTake(file, shared: false));

        File.Delete(file);
    }
}
