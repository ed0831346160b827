namespace Course.PerceptronLimits;

/// <summary>The exercises of lesson 03: what is asked, the cases a learner sees, and wrong answers with their hints.</summary>
internal static class Lesson03Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<CertificateAnswer>("03.certificate", "Check a balance", points: 2)
            .Case(
                [Points([0, 1], [1, 0]), Points([0, 0], [1, 1]), Numbers(1, 1), Numbers(1, 1)], expected: true,
                note: "XOR: one copy of each corner")
            .Case(
                [Points([1, 1]), Points([0, 0], [0, 1], [1, 0]), Numbers(1), Numbers(0, 1, 0)], expected: false,
                note: "AND: the sums differ")
            .Case(
                [Points([0, 1], [1, 0]), Points([0, 0], [1, 1]), Numbers(0, 0), Numbers(0, 0)], expected: false,
                note: "nothing taken proves nothing")
            .Case(
                [Points([2]), Points([1]), Numbers(1), Numbers(2)], expected: false,
                note: "equal sums, but one point against two: 2 > 1.5 separates them")
            .Case([Points([1], [3]), Points([2]), Numbers(1, 1), Numbers(2)], expected: true, note: "a point taken twice")
            .Case([Points([0], [1]), Points([2]), Numbers(-1, 2), Numbers(1)], expected: false, note: "a point cannot be taken −1 times")
            .Case([Points([4]), Points([2], [0]), Numbers(1), Numbers(2, -1)], expected: false, note: "nor can an off point")
            .Case(
                [Points([0, 0], [2, 2]), Points([1, 1], [1, 2]), Numbers(1, 1), Numbers(1, 1)], expected: false,
                note: "the first sums are equal, the second are not")
            .Case(
                [Points([1, 2]), Points([2, 1]), Numbers(3), Numbers(3)], expected: false,
                note: "all numbers together are equal, but neither sum is")
            .Case(
                [Points([9], [1], [3]), Points([2]), Numbers(0, 1, 1), Numbers(2)], expected: true,
                note: "a point that is not needed is taken 0 times")
            .WrongAnswer(
                "You do not compare how many points are taken of each kind: the bias is added once for each point, so they must be "
                + "equally many.",
                true, false, false, true, true, false, false, false, false, true)
            .WrongAnswer(
                "Taking nothing at all balances too, but it proves nothing: something must be taken.",
                true, false, true, false, true, false, false, false, false, true)
            .WrongAnswer("A negative number of copies would turn an inequality round: refuse it.",
                true, false, false, false, true, true, true, false, false, true)
            .WrongAnswer("You forgot to multiply each point by the number of times it is taken.",
                true, false, false, false, false, false, false, false, false, false)
            .WrongAnswer("You add all numbers of a point together. The sums must be equal in each coordinate by itself.",
                true, false, false, false, true, false, false, false, true, true),

        Exercise.Define<CycleAnswer>("03.cycle", "The ring is a certificate", points: 4)
            .Case([Points([0, 1], [1, 0]), Points([0, 0], [1, 1])], expected: Numbers(1, 1, 1, 1), note: "XOR")
            .Case([Points([1], [3]), Points([2])], expected: Numbers(1, 1, 2), note: "the point between must be taken twice as often")
            .Case(
                [Points([1, 1]), Points([0, 0], [0, 1], [1, 0])], expected: Numbers(),
                note: "AND: the rule comes to rest, so there is nothing to prove")
            .Case([Points([5]), Points([5])], expected: Numbers(1, 1), note: "on and off at once")
            .Case(
                [Points([0, 0], [1, 1], [2, 2]), Points([1, 1], [3, 0])], expected: Numbers(0, 1, 0, 1, 0),
                note: "some points may not be needed")
            .AcceptWhere((int[][] on, int[][] off, int[] expected, int[] got) =>
                expected.Length > 0 && got.Length == expected.Length && got.All(times => times >= 0)
                && got[..on.Length].Any(times => times > 0)
                && Sums(on, got[..on.Length]).SequenceEqual(Sums(off, got[on.Length..])))
            .WrongAnswer<int[]>(
                "You count from the very beginning. What was corrected on the way to the ring does not cancel: count from where the "
                + "weights stood the first time.",
                [2, 1, 2, 2], [3, 1, 4], [], [1, 1], [2, 2, 0, 3, 0])
            .WrongAnswer<int[]>(
                "You count how often each point is shown. Count only corrections.",
                [1, 1, 1, 1], [1, 1, 1], [], [1, 1], [1, 1, 1, 1, 1])
            .WrongAnswer<int[]>(
                "You count the corrections of \"off\" points as negative. How often a point is taken is never below 0, on either side.",
                [1, 1, -1, -1], [1, 1, -2], [], [1, -1], [0, 1, 0, -1, 0])
            .WrongAnswer<int[]>(
                "The bias belongs to the weights too: they stand where they stood before only if the bias does.",
                [1, 1, 1, 1], [3, 1, 3], [1, 0, 1, 1], [1, 1], [1, 1, 0, 1, 0])
            .WrongAnswer<int[]>(
                "You never correct the bias. It moves by the error, like the weight of an input that is always 1.",
                [1, 1, 0, 1], [1, 1, 2], [1, 0, 1, 1], [1, 1], [1, 1, 0, 1, 0]),

        Exercise.Define<CountAnswer>("03.count", "Count what small weights can do", points: 3)
            .Case([1, 1], expected: 4, note: "on, off, the input and its opposite")
            .Case([2, 1], expected: 14, note: "all but XOR and its opposite")
            .Case([3, 0], expected: 2, note: "all weights 0: always on, always off")
            .Case([3, 1], expected: 56, note: "weights −1, 0 and 1")
            .Case([3, 2], expected: 104, note: "all of the threshold functions of three inputs")
            .WrongAnswer("You count units, not functions: two units that agree on all inputs count once.", 12, 54, 2, 216, 1750)
            .WrongAnswer("Weights may be negative too: from −m to m.", 3, 6, 2, 14, 20)
            .WrongAnswer(
                "You miss a function that is always on or always off: let the threshold go beyond the largest and the smallest sum.",
                4, 14, 0, 56, 104)
            .WrongAnswer("Only thresholds above 0? A unit that is on when nothing is on needs a threshold of 0 or less.", 2, 7, 1, 28, 52)
            .WrongAnswer("Your thresholds go from −m to m. The sum of n weights can be as large as n·m, so the thresholds must go further.",
                4, 13, 1, 47, 100),

        Exercise.Define<ParityAnswer>("03.parity", "Wire parity", points: 2)
            .Case([Numbers(0, 0, 0)], expected: Numbers(0, 0, 0, 0), note: "nothing is on: even")
            .Case([Numbers(0, 1, 0)], expected: Numbers(1, 0, 0, 1), note: "one is on: odd")
            .Case([Numbers(1, 0, 1)], expected: Numbers(1, 1, 0, 0), note: "two are on: the second hidden unit must undo the first")
            .Case([Numbers(1, 1, 1)], expected: Numbers(1, 1, 1, 1), note: "all three are on: odd")
            .Case([Numbers(1, 1)], expected: Numbers(1, 1, 0), note: "two inputs: XOR")
            .Case([Numbers(1, 1, 0, 1, 1)], expected: Numbers(1, 1, 1, 1, 0, 0), note: "five inputs, four of them on")
            .WrongAnswer<int[]>(
                "The output unit adds up all hidden units with weight 1, so it is on whenever anything is: the second, fourth, ... "
                + "hidden unit must count against.",
                [0, 0, 0, 0], [1, 0, 0, 1], [1, 1, 0, 1], [1, 1, 1, 1], [1, 1, 1], [1, 1, 1, 1, 0, 1])
            .WrongAnswer<int[]>(
                "Hidden unit k copies input k. It should be on where at least k inputs are on, whichever they are.",
                [0, 0, 0, 0], [0, 1, 0, 1], [1, 0, 1, 0], [1, 1, 1, 1], [1, 1, 0], [1, 1, 0, 1, 1, 0])
            .WrongAnswer<int[]>(
                "Hidden unit k should be on where at least k inputs are on; yours waits for more than k.",
                [0, 0, 0, 0], [0, 0, 0, 1], [1, 0, 0, 0], [1, 1, 0, 1], [1, 0, 0], [1, 1, 1, 0, 0, 0])
            .WrongAnswer<int[]>(
                "Hidden unit k should stay on when more than k inputs are on: at least k, not exactly k. A threshold unit cannot "
                + "compute \"exactly\".",
                [0, 0, 0, 0], [1, 0, 0, 1], [0, 1, 0, 0], [0, 0, 1, 1], [0, 1, 0], [0, 0, 0, 1, 0, 0])
            .WrongAnswer<int[]>(
                "You count k from 0, so your first hidden unit is always on. It should be on where at least 1 input is on.",
                [1, 0, 0, 0], [1, 1, 0, 1], [1, 1, 1, 0], [1, 1, 1, 1], [1, 1, 0], [1, 1, 1, 1, 1, 0]),

        Exercise.Define<MasksAnswer>("03.masks", "With products, everything is a sum", points: 3)
            .Case([Numbers(0, 1, 1, 0)], expected: Numbers(0, 1, 1, -2), note: "XOR = x₁ + x₂ − 2 x₁x₂")
            .Case([Numbers(0, 0, 0, 1)], expected: Numbers(0, 0, 0, 1), note: "AND is the product itself")
            .Case([Numbers(1, 0)], expected: Numbers(1, -1), note: "NOT = 1 − x₁")
            .Case([Numbers(0, 1, 1, 0, 1, 0, 0, 1)], expected: Numbers(0, 1, 1, -2, 1, -2, -2, 4), note: "parity of three")
            .Case([Numbers(1, 1, 1, 1, 1, 1, 1, 0)], expected: Numbers(1, 0, 0, 0, 0, 0, 0, -1), note: "NAND of three")
            .Case([Numbers(0, 0, 1, 1)], expected: Numbers(0, 0, 1, 0), note: "the second input alone")
            .WrongAnswer<int[]>(
                "You subtract only the constant. From row r subtract the weights of all products that are 1 there, the pairs and "
                + "triples too.",
                [0, 1, 1, 0], [0, 0, 0, 1], [1, -1], [0, 1, 1, 0, 1, 0, 0, 1], [1, 0, 0, 0, 0, 0, 0, -1], [0, 0, 1, 1])
            .WrongAnswer<int[]>(
                "You subtract the outputs of the smaller rows, not their weights: those rows contain each other's products.",
                [0, 1, 1, -2], [0, 0, 0, 1], [1, -1], [0, 1, 1, -2, 1, -2, -2, -2], [1, 0, 0, -2, 0, -2, -2, -7],
                [0, 0, 1, 0])
            .WrongAnswer<int[]>(
                "You subtract the weights of all earlier rows. Only products whose inputs are all on in row r count: (A & r) == A.",
                [0, 1, 0, -1], [0, 0, 0, 1], [1, -1], [0, 1, 0, -1, 1, -1, 0, 1], [1, 0, 0, 0, 0, 0, 0, -1],
                [0, 0, 1, 0])
            .WrongAnswer<int[]>(
                "You do not subtract the constant. It is the product of no inputs, so it is 1 in every row: begin with A = 0.",
                [0, 1, 1, -2], [0, 0, 0, 1], [1, 0], [0, 1, 1, -2, 1, -2, -2, 4], [1, 1, 1, -1, 1, -1, -1, 0],
                [0, 0, 1, 0])
            .WrongAnswer<int[]>(
                "Your weights are the outputs: nothing was subtracted. Product A is 1 in row r if (A & r) == A.",
                [0, 1, 1, 0], [0, 0, 0, 1], [1, 0], [0, 1, 1, 0, 1, 0, 0, 1], [1, 1, 1, 1, 1, 1, 1, 0], [0, 0, 1, 1]),
    ];

    internal delegate bool CertificateAnswer(int[][] on, int[][] off, int[] timesOn, int[] timesOff);

    internal delegate int[] CycleAnswer(int[][] on, int[][] off);

    internal delegate int CountAnswer(int n, int m);

    internal delegate int[] ParityAnswer(int[] x);

    internal delegate int[] MasksAnswer(int[] truthTable);

    internal static int[] Numbers(params int[] numbers) => numbers;

    internal static int[][] Points(params int[][] points) => points;

    // How many points are taken, and the sums of their numbers: any multiple of a certificate is one too, so the check verifies it.
    private static IEnumerable<long> Sums(int[][] points, int[] times) =>
        points[0].Select((_, j) => points.Zip(times, (point, taken) => (long)taken * point[j]).Sum())
        .Prepend(times.Sum(taken => (long)taken));
}
