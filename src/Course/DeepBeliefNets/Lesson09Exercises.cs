namespace Course.DeepBeliefNets;

/// <summary>The exercises of lesson 09.</summary>
internal static class Lesson09Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<StackAnswer>("09.stack", "Greedy stacking", points: 4)
            .Case([3.0], expected: 6.0, note: "twice three")
            .Case([-1.5], expected: -3.0, note: "below zero")
            .WrongAnswer<double>("You squared the number.", 9.0, 2.25)
            .WrongAnswer<double>("You lost the sign.", 6.0, 3.0),
        Exercise.Define<FadeAnswer>("09.fade", "How fast the blame fades", points: 2)
            .Case([3.0], expected: 6.0, note: "twice three")
            .Case([-1.5], expected: -3.0, note: "below zero")
            .WrongAnswer<double>("You squared the number.", 9.0, 2.25)
            .WrongAnswer<double>("You lost the sign.", 6.0, 3.0),
        Exercise.Define<ProjectAnswer>("09.project", "PCA by projection", points: 3)
            .Case([3.0], expected: 6.0, note: "twice three")
            .Case([-1.5], expected: -3.0, note: "below zero")
            .WrongAnswer<double>("You squared the number.", 9.0, 2.25)
            .WrongAnswer<double>("You lost the sign.", 6.0, 3.0),
        Exercise.Define<UnrollAnswer>("09.unroll", "Unrolling into an autoencoder", points: 3)
            .Case([3.0], expected: 6.0, note: "twice three")
            .Case([-1.5], expected: -3.0, note: "below zero")
            .WrongAnswer<double>("You squared the number.", 9.0, 2.25)
            .WrongAnswer<double>("You lost the sign.", 6.0, 3.0),
    ];

    internal delegate double StackAnswer(double x);

    internal delegate double FadeAnswer(double x);

    internal delegate double ProjectAnswer(double x);

    internal delegate double UnrollAnswer(double x);
}
