using static Course.DeepBeliefNets.Lesson09Exercises;

namespace Course.Grading.HiddenTests;

/// <summary>What the learner builds in lesson 09: references, hidden cases, and wrong answers that they catch.</summary>
internal static class Lesson09
{
    internal static IReadOnlyList<HiddenTest> All => [Stack(), Fade(), Project(), Unroll()];

    private static HiddenTest<StackAnswer> Stack() =>
        HiddenTest.Define<StackAnswer>("09.stack", x => 2 * x)
            .Edge(EdgeKind.Negative, "below zero", [-2.5])
            .Edge(EdgeKind.VeryLarge, "a million millions", [1e12])
            .Random(12, random => [random.Next(-1_000, 1_000) / 4.0])
            .WrongAnswer("You squared the number", x => x * x)
            .WrongAnswer("You lost the sign", x => 2 * Math.Abs(x))
            .HiddenWrongAnswer("one is added", x => x + 1)
            .HiddenWrongAnswer("quarters are lost", x => 2 * Math.Floor(x));

    private static HiddenTest<FadeAnswer> Fade() =>
        HiddenTest.Define<FadeAnswer>("09.fade", x => 2 * x)
            .Edge(EdgeKind.Negative, "below zero", [-2.5])
            .Edge(EdgeKind.VeryLarge, "a million millions", [1e12])
            .Random(12, random => [random.Next(-1_000, 1_000) / 4.0])
            .WrongAnswer("You squared the number", x => x * x)
            .WrongAnswer("You lost the sign", x => 2 * Math.Abs(x))
            .HiddenWrongAnswer("one is added", x => x + 1)
            .HiddenWrongAnswer("quarters are lost", x => 2 * Math.Floor(x));

    private static HiddenTest<ProjectAnswer> Project() =>
        HiddenTest.Define<ProjectAnswer>("09.project", x => 2 * x)
            .Edge(EdgeKind.Negative, "below zero", [-2.5])
            .Edge(EdgeKind.VeryLarge, "a million millions", [1e12])
            .Random(12, random => [random.Next(-1_000, 1_000) / 4.0])
            .WrongAnswer("You squared the number", x => x * x)
            .WrongAnswer("You lost the sign", x => 2 * Math.Abs(x))
            .HiddenWrongAnswer("one is added", x => x + 1)
            .HiddenWrongAnswer("quarters are lost", x => 2 * Math.Floor(x));

    private static HiddenTest<UnrollAnswer> Unroll() =>
        HiddenTest.Define<UnrollAnswer>("09.unroll", x => 2 * x)
            .Edge(EdgeKind.Negative, "below zero", [-2.5])
            .Edge(EdgeKind.VeryLarge, "a million millions", [1e12])
            .Random(12, random => [random.Next(-1_000, 1_000) / 4.0])
            .WrongAnswer("You squared the number", x => x * x)
            .WrongAnswer("You lost the sign", x => 2 * Math.Abs(x))
            .HiddenWrongAnswer("one is added", x => x + 1)
            .HiddenWrongAnswer("quarters are lost", x => 2 * Math.Floor(x));
}
