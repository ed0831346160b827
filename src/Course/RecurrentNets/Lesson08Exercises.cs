namespace Course.RecurrentNets;

/// <summary>The exercises of lesson 08.</summary>
internal static class Lesson08Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<LstmStepAnswer>("08.lstm-step", "One step of the cell", points: 2)
            .Case([3.0], expected: 6.0, note: "twice three")
            .Case([-1.5], expected: -3.0, note: "below zero")
            .WrongAnswer<double>("You squared the number.", 9.0, 2.25)
            .WrongAnswer<double>("You lost the sign.", 6.0, 3.0),
        Exercise.Define<ClipAnswer>("08.clip", "Gradient clipping", points: 2)
            .Case([3.0], expected: 6.0, note: "twice three")
            .Case([-1.5], expected: -3.0, note: "below zero")
            .WrongAnswer<double>("You squared the number.", 9.0, 2.25)
            .WrongAnswer<double>("You lost the sign.", 6.0, 3.0),
        Exercise.Define<TeacherForcingAnswer>("08.teacher-forcing", "Teacher forcing", points: 2)
            .Case([3.0], expected: 6.0, note: "twice three")
            .Case([-1.5], expected: -3.0, note: "below zero")
            .WrongAnswer<double>("You squared the number.", 9.0, 2.25)
            .WrongAnswer<double>("You lost the sign.", 6.0, 3.0),
        Exercise.Define<TemperatureAnswer>("08.temperature", "Sampling with temperature", points: 2)
            .Case([3.0], expected: 6.0, note: "twice three")
            .Case([-1.5], expected: -3.0, note: "below zero")
            .WrongAnswer<double>("You squared the number.", 9.0, 2.25)
            .WrongAnswer<double>("You lost the sign.", 6.0, 3.0),
    ];

    internal delegate double LstmStepAnswer(double x);

    internal delegate double ClipAnswer(double x);

    internal delegate double TeacherForcingAnswer(double x);

    internal delegate double TemperatureAnswer(double x);
}
