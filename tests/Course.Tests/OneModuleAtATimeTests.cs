using Course.TestTools;

namespace Course.Tests;

public class OneModuleAtATimeTests
{
    [Fact]
    public void While_tests_run_no_other_test_project_gets_its_turn() => Assert.Null(OneModuleAtATime.TryTake());
}
