namespace Course.RecurrentNets;

/// <summary>The exercises of lesson 08.</summary>
internal static class Lesson08Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<ClipAnswer>("08.clip", "Gradient clipping", points: 2)
            .Case([new double[][] { [3, 4] }, 1.0], expected: new double[][] { [0.6, 0.8] }, note: "length 5: shrink it to 1")
            .Case([new double[][] { [3], [4] }, 1.0], expected: new double[][] { [0.6], [0.8] },
                note: "two parameters: the length is that of all numbers together")
            .Case([new double[][] { [3, 4] }, 10.0], expected: new double[][] { [3, 4] }, note: "short enough: left as it is")
            .Case([new double[][] { [-6], [0, 8] }, 5.0], expected: new double[][] { [-3], [0, 4] }, note: "signs stay")
            .Case([new double[][] { [0, 0] }, 1.0], expected: new double[][] { [0, 0] }, note: "no gradient, nothing to clip")
            .WrongAnswer<double[][]>("You cut each number by itself, which turns the gradient. Shrink all of them by one factor.",
                [[1, 1]], [[1], [1]], [[3, 4]], [[-5], [0, 5]], [[0, 0]])
            .WrongAnswer<double[][]>("Each parameter is shrunk by itself. The length is that of all numbers of all parameters together.",
                [[0.6, 0.8]], [[1], [1]], [[3, 4]], [[-5], [0, 5]], [[0, 0]])
            .WrongAnswer<double[][]>("Short gradients are stretched. Leave them as they are.",
                [[0.6, 0.8]], [[0.6], [0.8]], [[6, 8]], [[-3], [0, 4]], [[double.NaN, double.NaN]])
            .WrongAnswer<double[][]>("The square root is missing: the length is the root of the sum of the squares.",
                [[0.12, 0.16]], [[0.12], [0.16]], [[1.2, 1.6]], [[-0.3], [0, 0.4]], [[0, 0]])
            .WrongAnswer<double[][]>("Nothing is clipped.", [[3, 4]], [[3], [4]], [[3, 4]], [[-6], [0, 8]], [[0, 0]])
            .Within(1e-9),

        Exercise.Define<StepAnswer>("08.lstm-step", "One step of the cell", points: 3)
            .Case([1.0, -100.0, Math.Log(3), 100.0], expected: new[] { 1, 0.46211715726 },
                note: "the input gate is closed: the state stays 1")
            .Case([0.0, 100.0, Math.Log(3), 100.0], expected: new[] { 1, 0.46211715726 },
                note: "both gates are open: σ(ln 3) = ¾, so g = 1")
            .Case([2.0, 0.0, -Math.Log(3), -100.0], expected: new[] { 1.5, 0 },
                note: "half of g = −1 comes in; the output gate is closed")
            .Case([-1.0, 0.0, Math.Log(3), 0.0], expected: new[] { -0.5, -0.1224593312 }, note: "both gates are half open")
            .Case([0.0, 0.0, 0.0, 0.0], expected: new double[] { 0, 0 }, note: "nothing comes in, nothing goes out")
            .WrongAnswer<double[]>("The old state is lost: what comes in is added to it.",
                [0, 0], [1, 0.46211715726], [-0.5, 0], [0.5, 0.1224593312], [0, 0])
            .WrongAnswer<double[]>("You read the state before it changed. Speak from the new one.",
                [1, 0.46211715726], [1, 0], [1.5, 0], [-0.5, -0.23105857863], [0, 0])
            .WrongAnswer<double[]>("The output gate is missing: multiply h(s) by it.",
                [1, 0.46211715726], [1, 0.46211715726], [1.5, 0.635148952387], [-0.5, -0.2449186624], [0, 0])
            .WrongAnswer<double[]>("The input gate is missing: multiply g by it.",
                [2, 0.761594155956], [1, 0.46211715726], [1, 0], [0, 0], [0, 0])
            .WrongAnswer<double[]>("h is missing: the cell speaks with the squashed state.",
                [1, 1], [1, 1], [1.5, 0], [-0.5, -0.25], [0, 0])
            .Within(1e-9),

        Exercise.Define<TeacherAnswer>("08.teacher-forcing", "Teacher forcing", points: 3)
            .Case([new double[] { 1, 1, 1 }, 1.0, 0.0, true], expected: new[] { 0.761594155956, 0.761594155956 },
                note: "forced: it hears 1 and 1; three numbers, two predictions")
            .Case([new double[] { 1, 1, 1 }, 1.0, 0.0, false], expected: new[] { 0.761594155956, 0.642014992012 },
                note: "free: the second input is its own first answer")
            .Case([new[] { 0.5, -1, 2 }, 1.0, 0.5, true], expected: new[] { 0.46211715726, -0.64631348412 },
                note: "with a memory, u = ½")
            .Case([new[] { 0.5, -1, 2 }, 1.0, 0.5, false], expected: new[] { 0.46211715726, 0.600018275098 },
                note: "free, with a memory: only the first number is heard")
            .Case([new[] { 0.5 }, 1.0, 1.0, true], expected: Array.Empty<double>(), note: "one number: nothing to predict")
            .WrongAnswer<double[]>("This machine never hears the series but for its start. With a teacher it hears the true number.",
                [0.761594155956, 0.642014992012], [0.761594155956, 0.642014992012], [0.46211715726, 0.600018275098],
                [0.46211715726, 0.600018275098], [])
            .WrongAnswer<double[]>("This machine hears the truth even without a teacher. Free, it hears its own last answer.",
                [0.761594155956, 0.761594155956], [0.761594155956, 0.761594155956], [0.46211715726, -0.64631348412],
                [0.46211715726, -0.64631348412], [])
            .WrongAnswer<double[]>("The memory is missing: add u times the last answer to the sum.",
                [0.761594155956, 0.761594155956], [0.761594155956, 0.642014992012], [0.46211715726, -0.761594155956],
                [0.46211715726, 0.431808180595], [])
            .WrongAnswer<double[]>("The series has n numbers, but only n − 1 of them are predicted.",
                [0.761594155956, 0.761594155956, 0.761594155956], [0.761594155956, 0.642014992012, 0.566269975961],
                [0.46211715726, -0.64631348412, 0.932450696632], [0.46211715726, 0.600018275098, 0.716311217631], [0.46211715726])
            .Within(1e-9),

        Exercise.Define<TemperatureAnswer>("08.temperature", "Sampling with temperature", points: 3)
            .Case([new double[] { 0, 0 }, 1.0, 0.75], expected: 1, note: "½ and ½: 0.75 falls to the second")
            .Case([new[] { 0, Math.Log(3) }, 1.0, 0.2], expected: 0, note: "¼ and ¾: 0.2 falls to the first")
            .Case([new[] { 0, Math.Log(3) }, 0.5, 0.3], expected: 1, note: "cold: 1/10 and 9/10")
            .Case([new[] { 0, 2 * Math.Log(3) }, 2.0, 0.2], expected: 0, note: "hot: ¼ and ¾ again")
            .Case([new double[] { 0, 0, 0, 0 }, 1.0, 0.6], expected: 2, note: "four alike: add up ¼, ½, ¾, 1")
            .Case([new double[] { 2_000, 1_000 }, 1.0, 0.5], expected: 0, note: "large scores: take the largest off before exp")
            .WrongAnswer<int>("The temperature is the wrong way round: divide the scores by it.", 1, 0, 0, 1, 2, 0)
            .WrongAnswer<int>("You always take the most probable. Let u choose.", 0, 1, 1, 1, 0, 0)
            .WrongAnswer<int>("The temperature is not used.", 1, 0, 1, 1, 2, 0)
            .WrongAnswer<int>("exp of a large score is infinite: take the largest score off all of them first.", 1, 0, 1, 0, 2, 1)
            .WrongAnswer<int>("All symbols are equally likely in your answer. Take the softmax of scores/T.", 1, 0, 0, 0, 2, 1)
            .Within(0),
    ];

    internal delegate double[][] ClipAnswer(double[][] gradients, double most);

    internal delegate double[] StepAnswer(double s, double netIn, double netC, double netOut);

    internal delegate int TemperatureAnswer(double[] scores, double temperature, double u);

    internal delegate double[] TeacherAnswer(double[] series, double w, double u, bool forced);
}
