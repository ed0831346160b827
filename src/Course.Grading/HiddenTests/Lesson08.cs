using static Course.RecurrentNets.Lesson08Exercises;

namespace Course.Grading.HiddenTests;

/// <summary>What the learner builds in lesson 08: references, hidden cases, and wrong answers that they catch.</summary>
internal static class Lesson08
{
    internal static IReadOnlyList<HiddenTest> All => [LstmStep(), Clip(), TeacherForcing(), Temperature()];

    private static HiddenTest<LstmStepAnswer> LstmStep() =>
        HiddenTest.Define<LstmStepAnswer>("08.lstm-step", x => 2 * x)
            .Edge(EdgeKind.Negative, "below zero", [-2.5])
            .Edge(EdgeKind.VeryLarge, "a million millions", [1e12])
            .Random(12, random => [random.Next(-1_000, 1_000) / 4.0])
            .WrongAnswer("You squared the number", x => x * x)
            .WrongAnswer("You lost the sign", x => 2 * Math.Abs(x))
            .HiddenWrongAnswer("one is added", x => x + 1)
            .HiddenWrongAnswer("quarters are lost", x => 2 * Math.Floor(x));

    private static HiddenTest<ClipAnswer> Clip() =>
        HiddenTest.Define<ClipAnswer>("08.clip", x => 2 * x)
            .Edge(EdgeKind.Negative, "below zero", [-2.5])
            .Edge(EdgeKind.VeryLarge, "a million millions", [1e12])
            .Random(12, random => [random.Next(-1_000, 1_000) / 4.0])
            .WrongAnswer("You squared the number", x => x * x)
            .WrongAnswer("You lost the sign", x => 2 * Math.Abs(x))
            .HiddenWrongAnswer("one is added", x => x + 1)
            .HiddenWrongAnswer("quarters are lost", x => 2 * Math.Floor(x));

    private static HiddenTest<TeacherForcingAnswer> TeacherForcing() =>
        HiddenTest.Define<TeacherForcingAnswer>("08.teacher-forcing", x => 2 * x)
            .Edge(EdgeKind.Negative, "below zero", [-2.5])
            .Edge(EdgeKind.VeryLarge, "a million millions", [1e12])
            .Random(12, random => [random.Next(-1_000, 1_000) / 4.0])
            .WrongAnswer("You squared the number", x => x * x)
            .WrongAnswer("You lost the sign", x => 2 * Math.Abs(x))
            .HiddenWrongAnswer("one is added", x => x + 1)
            .HiddenWrongAnswer("quarters are lost", x => 2 * Math.Floor(x));

    private static HiddenTest<TemperatureAnswer> Temperature() =>
        HiddenTest.Define<TemperatureAnswer>("08.temperature", x => 2 * x)
            .Edge(EdgeKind.Negative, "below zero", [-2.5])
            .Edge(EdgeKind.VeryLarge, "a million millions", [1e12])
            .Random(12, random => [random.Next(-1_000, 1_000) / 4.0])
            .WrongAnswer("You squared the number", x => x * x)
            .WrongAnswer("You lost the sign", x => 2 * Math.Abs(x))
            .HiddenWrongAnswer("one is added", x => x + 1)
            .HiddenWrongAnswer("quarters are lost", x => 2 * Math.Floor(x));
}
