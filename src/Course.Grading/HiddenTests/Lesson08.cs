using static Course.Grading.HiddenTests.Answers.Lesson08Answers;
using static Course.RecurrentNets.Lesson08Exercises;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 08.</summary>
internal static class Lesson08
{
    internal static IReadOnlyList<HiddenTest> All => [Clip(), LstmStep(), TeacherForcing(), Temperature()];

    private static HiddenTest<ClipAnswer> Clip() =>
        HiddenTest.Define<ClipAnswer>("08.clip", Answers.Lesson08Answers.Clip)
            .Edge(EdgeKind.One, "one number, too long", [new double[][] { [-8] }, 2.0])
            .Edge(EdgeKind.Special, "no gradient at all", [new double[][] { [0, 0], [0] }, 1.0])
            .Edge(EdgeKind.Tie, "as long as allowed", [new double[][] { [3, 4] }, 5.0])
            .Edge(EdgeKind.VeryLarge, "an exploded gradient", [new double[][] { [3e9], [-4e9] }, 1.0])
            .Random(12, random => [Gradients(random, 3), (double)random.Next(1, 8)])
            .Random(6, random => [Gradients(random, 1), 100.0])
            .WrongAnswer("You cut each number", (gradients, most) =>
                [.. gradients.Select(row => row.Select(value => Math.Clamp(value, -most, most)).ToArray())])
            .WrongAnswer("Each parameter is shrunk by itself", (gradients, most) =>
                [.. gradients.Select(row => Answers.Lesson08Answers.Clip([row], most)[0])])
            .WrongAnswer("Short gradients are stretched", (gradients, most) =>
                Scaled(gradients, most / Length(gradients.SelectMany(row => row))))
            .WrongAnswer("The square root is missing", (gradients, most) =>
            {
                double square = gradients.SelectMany(row => row).Sum(value => value * value);
                return square > most ? Scaled(gradients, most / square) : gradients;
            })
            .WrongAnswer("Nothing is clipped", (gradients, _) => gradients)
            .HiddenWrongAnswer("the length is that of the first parameter", (gradients, most) =>
                Length(gradients[0]) > most ? Scaled(gradients, most / Length(gradients[0])) : gradients);

    private static HiddenTest<StepAnswer> LstmStep() =>
        HiddenTest.Define<StepAnswer>("08.lstm-step", Step)
            .Edge(EdgeKind.Negative, "a negative state behind a closed input gate", [-2.5, -50.0, 1.0, 1.0])
            .Edge(EdgeKind.VeryLarge, "a large state", [1e12, 1.0, 1.0, 1.0])
            .Edge(EdgeKind.Special, "all sums are 0", [1.0, 0.0, 0.0, 0.0])
            .Random(16, random => [Draw(random), Draw(random), Draw(random), Draw(random)])
            .WrongAnswer("The old state is lost", (_, netIn, netC, netOut) => Step(0, netIn, netC, netOut))
            .WrongAnswer("You read the state before", (s, netIn, netC, netOut) =>
                [Step(s, netIn, netC, netOut)[0], Sigmoid(netOut) * Squash(s)])
            .WrongAnswer("The output gate is missing", (s, netIn, netC, _) =>
                [Step(s, netIn, netC, 0)[0], Squash(Step(s, netIn, netC, 0)[0])])
            .WrongAnswer("The input gate is missing", (s, _, netC, netOut) =>
                [s + 2 * Squash(netC), Sigmoid(netOut) * Squash(s + 2 * Squash(netC))])
            .WrongAnswer("h is missing", (s, netIn, netC, netOut) =>
                [Step(s, netIn, netC, 0)[0], Sigmoid(netOut) * Step(s, netIn, netC, 0)[0]])
            .HiddenWrongAnswer("what comes in replaces a share, as in a forget gate", (s, netIn, netC, netOut) =>
                Step(s * (1 - Sigmoid(netIn)), netIn, netC, netOut))
            .HiddenWrongAnswer("g runs from −1 to 1", (s, netIn, netC, netOut) =>
                [s + Sigmoid(netIn) * Squash(netC), Sigmoid(netOut) * Squash(s + Sigmoid(netIn) * Squash(netC))]);

    private static HiddenTest<TemperatureAnswer> Temperature() =>
        HiddenTest.Define<TemperatureAnswer>("08.temperature", (scores, temperature, u) => Choose(Softmax(scores, temperature), u))
            .Edge(EdgeKind.One, "one symbol", [new[] { 3.0 }, 1.0, 0.9])
            .Edge(EdgeKind.VeryLarge, "large scores", [new double[] { 5_000, 5_001, 4_000 }, 1.0, 0.1])
            .Edge(EdgeKind.Tie, "all alike", [new double[] { 1, 1, 1, 1, 1 }, 2.0, 0.5])
            .Edge(EdgeKind.Negative, "negative scores", [new double[] { -3, -1, -2 }, 0.5, 0.95])
            .Random(24, Sampled)
            .WrongAnswer("The temperature is the wrong way round", (scores, temperature, u) => Choose(Softmax(scores, 1 / temperature), u))
            .WrongAnswer("You always take the most probable", (scores, _, _) => Array.IndexOf(scores, scores.Max()))
            .WrongAnswer("The temperature is not used", (scores, _, u) => Choose(Softmax(scores, 1), u))
            .WrongAnswer("exp of a large score", (scores, temperature, u) =>
            {
                double[] raised = [.. scores.Select(score => Math.Exp(score / temperature))];
                return Choose([.. raised.Select(value => value / raised.Sum())], u);
            })
            .WrongAnswer("All symbols are equally likely", (scores, _, u) => (int)(u * scores.Length))
            .HiddenWrongAnswer("counts from the end", (scores, temperature, u) =>
                scores.Length - 1 - Choose([.. Softmax(scores, temperature).Reverse()], u));

    private static HiddenTest<TeacherAnswer> TeacherForcing() =>
        HiddenTest.Define<TeacherAnswer>("08.teacher-forcing", Predict)
            .Edge(EdgeKind.One, "one number", [new[] { 2.0 }, 1.0, 1.0, false])
            .Edge(EdgeKind.Special, "two numbers, free", [new[] { 0.5, 2.0 }, -1.0, 0.5, false])
            .Edge(EdgeKind.Negative, "negative weights", [new[] { 0.5, 1, -2, 1.5 }, -1.0, -0.5, true])
            .Random(10, random => [Series(random), Draw(random), Draw(random), true])
            .Random(10, random => [Series(random), Draw(random), Draw(random), false])
            .WrongAnswer("This machine never hears the series", (series, w, u, _) => Predict(series, w, u, false))
            .WrongAnswer("This machine hears the truth", (series, w, u, _) => Predict(series, w, u, true))
            .WrongAnswer("The memory is missing", (series, w, _, forced) =>
                MemoryLess(series, w, forced))
            .WrongAnswer("The series has n numbers", (series, w, u, forced) =>
                Run(series, w, u, series.Length, (t, before) => forced ? series[t] : before))
            .HiddenWrongAnswer("the teacher is one step late", (series, w, u, forced) =>
                Run(series, w, u, series.Length - 1, (t, before) => forced ? series[t - 1] : before));

    private static double[] MemoryLess(double[] series, double w, bool forced) =>
        Run(series, w, 0, series.Length - 1, (t, before) => forced ? series[t] : before);

    private static double Draw(Random random) => random.Next(-12, 13) / 4.0 + 0.125;

    private static double[] Series(Random random) => [.. Enumerable.Range(0, random.Next(4, 9)).Select(_ => Draw(random))];

    private static double[][] Gradients(Random random, int parameters) =>
        [.. Enumerable.Range(0, parameters).Select(_ => Series(random))];

    // u lies well inside the share of one symbol, so that rounding cannot move it to another.
    private static object[] Sampled(Random random)
    {
        double[] scores = Series(random);
        double temperature = random.Next(2) == 0 ? 0.5 : 3;
        double[] p = Softmax(scores, temperature);
        int chosen = Choose(p, random.NextDouble());
        return [scores, temperature, p[..chosen].Sum() + p[chosen] * (0.3 + 0.4 * random.NextDouble())];
    }
}
