using Course.Grading.HiddenTests;

namespace Course.Grading.Tests.HiddenTests;

/// <summary>Hidden tests are found without a list, and what does not fit together is named.</summary>
public class HiddenTestCatalogTests
{
    [Fact]
    public void Every_exercise_has_a_hidden_test_and_every_hidden_test_an_exercise() =>
        Assert.Equal(Exercises.All.Select(exercise => exercise.Id), HiddenTestCatalog.All.Select(test => test.Id));

    [Fact]
    public void A_wrong_id_is_answered_with_the_nearest() =>
        Assert.Equal("There is no exercise \"02.lern\". Did you mean \"02.learn\"?",
        Assert.Throws<ArgumentException>(() => HiddenTestCatalog.Find("02.lern")).Message);

    [Fact]
    public void The_hidden_tests_of_all_types_that_offer_some_come_in_the_order_of_the_types_names() =>
        Assert.Equal(["01.majority", "01.counter"],
            HiddenTestCatalog.Of([typeof(Second), typeof(Other), typeof(First)]).Select(test => test.Id));

    [Fact]
    public void Two_hidden_tests_of_one_exercise_are_refused() =>
        Assert.Equal("Exercise 01.majority has 2 hidden tests, in First and Third; it needs one.",
        Assert.Throws<InvalidOperationException>(() => HiddenTestCatalog.Of([typeof(First), typeof(Third)])).Message);

    [Fact]
    public void A_hidden_test_without_a_visible_half_is_refused() =>
        Assert.Equal("There is no exercise \"01.majorty\". Did you mean \"01.majority\"?",
        Assert.Throws<ArgumentException>(() => HiddenTestCatalog.Of([typeof(Misspelt)])).Message);

    private static HiddenTest<Func<bool[], bool>> Majority(string id) => HiddenTest.Define(id, (bool[] votes) => true);

    private static class First
    {
        internal static IReadOnlyList<HiddenTest> All => [Majority("01.majority")];
    }

    private static class Second
    {
        internal static IReadOnlyList<HiddenTest> All => [HiddenTest.Define("01.counter", (bool[] pulses) => new int[pulses.Length])];
    }

    private static class Third
    {
        internal static IReadOnlyList<HiddenTest> All => [Majority("01.majority")];
    }

    private static class Misspelt
    {
        internal static IReadOnlyList<HiddenTest> All => [Majority("01.majorty")];
    }

    private static class Other
    {
        internal static IReadOnlyList<string> All => ["01.majority"];
    }
}
