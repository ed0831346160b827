namespace Course.BoltzmannMachines;

/// <summary>The exercises of lesson 05.</summary>
internal static class Lesson05Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<EnergyAnswer>("05.energy", "Energy of a state", points: 2)
            .Case([Triangle(), new double[] { 0, 0, 0 }, new[] { 1, 1, 0 }], expected: -2.0, note: "one pair is on, and its weight is 2")
            .Case(
                [Triangle(), new[] { 0.5, -1, 0 }, new[] { 1, 1, 1 }], expected: -2 + 3 - 0.5 + 1,
                note: "all on: three pairs, three biases")
            .Case([Triangle(), new[] { 0.5, -1, 0 }, new[] { 0, 0, 0 }], expected: 0.0, note: "all off: nothing to pay")
            .Case(
                [new double[][] { [0, 0, 1.5], [0, 0, 0], [1.5, 0, 0] }, new double[3], new[] { 1, 0, 1 }], expected: -1.5,
                note: "the first and the third unit are joined too")
            .WrongAnswer<double>(
                "Each pair is counted twice: once as i and j, once as j and i. Let j run only over the units before i.",
                -4, 2.5, 0, -3)
            .WrongAnswer<double>("The sign is turned: units that agree with their weights have a low energy.", 2, -1.5, 0, 1.5)
            .WrongAnswer<double>("The biases are missing.", -2, 1, 0, -1.5)
            .WrongAnswer<double>(
                "The biases have the wrong sign: like a weight above 0, a bias above 0 lowers the energy of a unit that is on.",
                -2, 0.5, 0, -1.5)
            .WrongAnswer<double>("A unit that is off pays nothing: only biases of units that are on count.", -2, 1.5, 0.5, -1.5)
            .WrongAnswer<double>("A unit that is off is 0 here, not −1: it takes part in no product.", -5, 1.5, 0.5, -1.5)
            .WrongAnswer<double>("Every pair of units counts, not only units that stand side by side.", -2, 1.5, 0, 0)
            .Within(1e-9),

        Exercise.Define<ConditionalAnswer>("05.conditional", "The probability that a unit is on", points: 2)
            .Case(
                [Triangle(), new double[] { 0, 0, 0 }, new[] { 0, 0, 0 }, 1, 1.0], expected: 0.5,
                note: "nothing speaks for or against it: a tossed coin")
            .Case(
                [Triangle(), new double[] { 0, 0, 0 }, new[] { 1, 0, 0 }, 1, 1.0], expected: 0.880797077978,
                note: "unit 0 is on and attracts it")
            .Case(
                [Triangle(), new[] { 0, 0.5, 0 }, new[] { 1, 1, 1 }, 1, 4.0], expected: 0.468790626626,
                note: "temperature 4: what it is itself does not matter")
            .WrongAnswer<double>(
                "This is the probability of being off: the gap must be positive where the unit is better on.",
                0.5, 0.119202922022, 0.531209373374)
            .WrongAnswer<double>("The temperature is missing: divide the gap by it.", 0.5, 0.880797077978, 0.377540668798)
            .WrongAnswer<double>("Divide by the temperature: heat makes the gap count for less.", 0.5, 0.880797077978, 0.119202922022)
            .WrongAnswer<double>("The bias of the unit is missing in its gap.", 0.5, 0.880797077978, 0.437823499114)
            .WrongAnswer<double>("This unit has no noise: it is on or off for certain. Put its gap into σ.", 0, 1, 0)
            .WrongAnswer<double>("What unit i is itself does not matter: leave s[i] out of its gap.", 0.5, 0.5, 0.468790626626)
            .WrongAnswer<double>("All other units count, not only those before unit i.", 0.5, 0.880797077978, 0.651354864666)
            .WrongAnswer<double>(
                "A weight counts where the other unit is on, not where it is off.", 0.26894142137, 0.0474258731776, 0.531209373374)
            .Within(1e-9),

        Exercise.Define<WakeSleepAnswer>("05.wake-sleep", "Awake minus asleep", points: 3)
            .Case(
                [new int[][] { [1, 1], [0, 0] }, new int[][] { [1, 0], [0, 1] }, 1.0], expected: new double[][] { [0, 0.5], [0.5, 0] },
                note: "together in half of the data, never in the dreams")
            .Case(
                [new int[][] { [1, 1, 0], [1, 1, 1] }, new int[][] { [1, 1, 1], [1, 0, 1], [0, 0, 0], [1, 1, 1] }, 0.5],
                expected: new double[][] { [0, 0.25, -0.125], [0.25, 0, 0], [-0.125, 0, 0] }, note: "two states awake, four asleep")
            .WrongAnswer<double[][]>(
                "Asleep minus awake: this would unlearn the data and learn the dreams.",
                [[0, -0.5], [-0.5, 0]], [[0, -0.25, 0.125], [-0.25, 0, 0], [0.125, 0, 0]])
            .WrongAnswer<double[][]>(
                "Divide each count by the number of its own states: there need not be as many dreams as data.",
                [[0, 0.5], [0.5, 0]], [[0, 0, -0.5], [0, 0, -0.25], [-0.5, -0.25, 0]])
            .WrongAnswer<double[][]>(
                "The diagonal must stay zero: no unit is joined to itself.",
                [[0, 0.5], [0.5, 0]], [[0.125, 0.25, -0.125], [0.25, 0.25, 0], [-0.125, 0, -0.125]])
            .WrongAnswer<double[][]>("The step η is missing.", [[0, 0.5], [0.5, 0]], [[0, 0.5, -0.25], [0.5, 0, 0], [-0.25, 0, 0]])
            .WrongAnswer<double[][]>(
                "These are differences of counts: divide each count by the number of its states.",
                [[0, 1], [1, 0]], [[0, 0, -1], [0, 0, -0.5], [-1, -0.5, 0]])
            .WrongAnswer<double[][]>(
                "The states asleep are not subtracted: without them every weight would only grow.",
                [[0, 0.5], [0.5, 0]], [[0, 0.5, 0.25], [0.5, 0, 0.25], [0.25, 0.25, 0]])
            .WrongAnswer<double[][]>(
                "A whole number divided by a whole number loses its fraction: 1 / 2 is 0. Divide as double.",
                [[0, 0], [0, 0]], [[0, 0.5, 0], [0.5, 0, 0], [0, 0, 0]])
            .WrongAnswer<double[][]>(
                "A weight is the same in both directions: fill in both sides of the diagonal.",
                [[0, 0.5], [0, 0]], [[0, 0.25, -0.125], [0, 0, 0], [0, 0, 0]])
            .WrongAnswer<double[][]>(
                "Count only where both units are on. Two units that are both off are not on together.",
                [[0, 1], [1, 0]], [[0, 0.125, -0.25], [0.125, 0, -0.125], [-0.25, -0.125, 0]])
            .Within(1e-9),

        Exercise.Define<Cd1Answer>("05.cd1", "One step of contrastive divergence", points: 4)
            .Case(
                [new double[][] { [0, 0] }, new double[] { 1, 0 }, new[] { 0.4 }, new[] { 0.6, 0.3 }, 1.0],
                expected: new double[][] { [0.5, -0.5] }, note: "weights zero: every probability is one half, and the dream is (0, 1)")
            .Case(
                [Pairs(), new double[] { 1, 1, 0 }, new[] { 0.3, 0.9 }, new[] { 0.5, 0.7, 0.4 }, 0.1],
                expected: new double[][] { [0.968242552381, -0.95, 0.418242552381], [-0.480488485501, 2.08175744762, 0.93775406688] },
                note: "two hidden units, three visible")
            .Case(
                [Pairs(), new double[] { 0, 0, 1 }, new[] { 0.1, 0.8 }, new[] { 0.2, 0.2, 0.9 }, 1.0],
                expected: new double[][] { [0.5, -1.5, 1.1224593312], [-1.3175744761936437, 1.1824255238063563, 1.73105857863] },
                note: "another picture, other coins")
            .WrongAnswer<double[][]>(
                "The sign is turned: add what goes together in the data, subtract what goes together in the dream.",
                [[-0.5, 0.5]], [[1.03175744762, -1.05, 0.581757447619], [-0.519511514499, 1.91824255238, 1.06224593312]],
                [[1.5, -0.5, -0.122459331202], [0.317574476194, 2.81757447619, 0.26894142137]])
            .WrongAnswer<double[][]>(
                "The dream must start from hidden units that are on or off: toss the coins before you go back down.",
                [[0.5, -0.5]], [[0.98775406688, -1.01224593312, 0.43775406688], [-0.510656734379, 1.98934326562, 0.907585818002]],
                [[0.5, -1.5, 1.1224593312], [-1.3175744761936437, 1.1824255238063563, 1.73105857863]])
            .WrongAnswer<double[][]>(
                "Toss the coins of the visible units too: the dream is a picture of ones and zeros.",
                [[0.25, -0.25]], [[0.99997772369, -0.968402167055, 0.457408566745], [-0.468602532518, 2.06323104627, 0.957121029051]],
                [[0.499777236902, -1.18402167055, 0.696544998655], [-1.00359980137, 1.8147359865, 1.3022688691366222]])
            .WrongAnswer<double[][]>(
                "Ask the hidden units again about the dream: the second statistics need their probabilities given v₁.",
                [[0.5, -0.5]], [[1, -0.95, 0.45], [-0.5, 2.08175744762, 0.918242552381]],
                [[0.377540668798, -1.6224593312, 1.1224593312], [-1.23105857863, 1.26894142137, 1.73105857863]])
            .WrongAnswer<double[][]>(
                "The statistics take the hidden units' probabilities, which scatter less than tossed coins. The tossed ones only make the "
                + "dream.",
                [[1, -0.5]], [[1.018242552381, -0.9, 0.418242552381], [-0.56224593312, 2, 0.93775406688]],
                [[0.5, -1.5, 1.5], [-1.3175744761936437, 1.1824255238063563, 1]])
            .WrongAnswer<double[][]>(
                "The step η is missing.",
                [[0.5, -0.5]], [[0.682425523806, -0.5, -0.317574476194], [-0.304884855008, 2.81757447619, 0.377540668798]],
                [[0.5, -1.5, 1.1224593312], [-1.31757447619, 1.18242552381, 1.73105857863]])
            .WrongAnswer<double[][]>(
                "This is the change alone: return the old weights plus the change.",
                [[0.5, -0.5]], [[-0.0317574476194, 0.05, -0.0817574476194], [0.0195115144992, 0.0817574476194, -0.0622459331202]],
                [[-0.5, -0.5, 0.622459331202], [-0.817574476194, -0.817574476194, 0.73105857863]])
            .WrongAnswer<double[][]>(
                "The dream is not subtracted.",
                [[0.5, 0]], [[1.05, -0.95, 0.5], [-0.418242552381, 2.08175744762, 1]],
                [[1, -1, 1.1224593312], [-0.5, 2, 1.73105857863]])
            .WrongAnswer<double[][]>(
                "A unit is on where its coin is below its probability, not above.",
                [[0, 0]], [[0.976894142137, -0.95, 0.5], [-0.45599661926, 2.08175744762, 1]], [[1, -1, 0.5], [-0.5, 2, 1]])
            .Within(1e-9),

        Exercise.Define<LikelihoodAnswer>("05.likelihood", "Exact log-likelihood by enumeration", points: 5)
            .Case(
                [new double[][] { [0, 0] }, new double[] { 0, 0 }, new double[] { 0 }, new double[] { 1, 0 }], expected: -2 * Math.Log(2),
                note: "nothing learned: each of the four pictures has probability 1/4")
            .Case(
                [new double[][] { [0] }, new[] { Math.Log(3) }, new double[] { 0 }, new double[] { 1 }], expected: Math.Log(0.75),
                note: "a bias of ln 3: on in three cases of four")
            .Case(
                [Pairs(), new[] { 0.1, -0.2, 0.3 }, new[] { 0.5, -0.5 }, new double[] { 1, 1, 0 }], expected: -2.71217874927,
                note: "three visible, two hidden: 32 states")
            .Case(
                [new double[][] { [800, 800] }, new double[] { 0, 0 }, new double[] { 0 }, new double[] { 1, 1 }], expected: 0.0,
                note: "e to the 1600 is more than a double holds: take out the largest exponent first")
            .WrongAnswer<double>(
                "Z is missing: subtract the logarithm of the sum over all states.",
                0.69314718056, 1.79175946923, 2.1873386717, 1600)
            .WrongAnswer<double>(
                "Two things are missing: Z, and the care for exponents that are too large for a double.",
                0.69314718056, 1.79175946923, 2.1873386717, double.PositiveInfinity)
            .WrongAnswer<double>("Z runs over all visible states as well, not only over the hidden states of this picture.", 0, 0, 0, 0)
            .WrongAnswer<double>(
                "Infinity: subtract the largest exponent from all before you raise e to them, and add it to the logarithm.",
                -1.38629436112, -0.287682072452, -2.71217874927, double.NaN)
            .WrongAnswer<double>("This is the probability: return its natural logarithm.", 0.25, 0.75, 0.0663919975045, 1)
            .WrongAnswer<double>("The sign is turned: the logarithm of a probability is 0 or less.",
                1.38629436112, 0.287682072452, 2.71217874927, 0)
            .WrongAnswer<double>("The biases of the visible units are missing.", -1.38629436112, -0.69314718056, -2.45405156181, 0)
            .WrongAnswer<double>("The biases of the hidden units are missing.", -1.38629436112, -0.287682072452, -2.68187257718, 0)
            .WrongAnswer<double>(
                "Z leaves out the picture whose pixels are all off.", -1.09861228867, 0, -2.67996296672, 0)
            .Within(1e-9),
    ];

    internal delegate double EnergyAnswer(double[][] w, double[] b, int[] s);

    internal delegate double ConditionalAnswer(double[][] w, double[] b, int[] s, int i, double temperature);

    internal delegate double[][] WakeSleepAnswer(int[][] awake, int[][] asleep, double eta);

    internal delegate double[][] Cd1Answer(double[][] w, double[] v, double[] hiddenCoins, double[] visibleCoins, double eta);

    internal delegate double LikelihoodAnswer(double[][] w, double[] b, double[] c, double[] v);

    private static double[][] Triangle() => [[0, 2, 0], [2, 0, -3], [0, -3, 0]];

    internal static double[][] Pairs() => [[1, -1, 0.5], [-0.5, 2, 1]];
}
