namespace Course.DeepBeliefNets;

/// <summary>The exercises of lesson 09.</summary>
internal static class Lesson09Exercises
{
    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<FadeAnswer>("09.fade", "How much comes through", points: 2)
            .Case([new[] { 2.0 }, 0.0], expected: 0.5, note: "one unit at its steepest: the weight 2 times the slope ¼")
            .Case([new[] { 1.0, -2 }, 0.5], expected: -0.081589776257, note: "two units, a negative weight")
            .Case([new[] { 0.5, -1, 2 }, 1.0], expected: -0.011847514783, note: "three units")
            .WrongAnswer<double>("The sigmoids' slopes are missing: each unit multiplies by h(1 − h) too.", 2, -2, -1)
            .WrongAnswer<double>("The weights are missing: each unit multiplies by its weight too.", 0.25, 0.040794888128, 0.011847514783)
            .WrongAnswer<double>("The slope is h(1 − h), not h.", 1, -0.278340136986, -0.145173467792)
            .WrongAnswer<double>("The last unit has a sigmoid too: its slope is missing.", 2, -0.470007424403, -0.053408375219)
            .WrongAnswer<double>("Take the slope at the unit's output, not at its input.", 0, -0.117501856101, 0)
            .Within(1e-9),

        Exercise.Define<StackAnswer>("09.stack", "Greedy stacking", points: 4)
            .Case(
                [Pictures()[..2], new double[][][] { Lower() }, 0.5, 1],
                expected: new double[][] { [0.605905532504, 0.704478782219], [0.360641261725, 0.547084125698] },
                note: "one layer, one pass")
            .Case(
                [Pictures(), new double[][][] { Lower(), Upper() }, 0.5, 2],
                expected: new double[][]
                {
                    [0.445741719242, 0.702151473083], [0.430836963946, 0.669764587651], [0.409683114749, 0.715207360187],
                },
                note: "two layers, two passes each")
            .Case(
                [Pictures()[..2], new double[][][] { Lower(), Upper(), [[0.25, -1]] }, 1.0, 3],
                expected: new double[][] { [0.386836790657], [0.388385696959] }, note: "three layers, the last with one unit")
            .Case(
                [Pictures()[..1], new double[][][] { Lower(), Upper() }, 0.5, 0],
                expected: new double[][] { [0.472876839991, 0.663014946272] }, note: "no passes: up through the weights as they start")
            .WrongAnswer<double[][]>(
                "You climb with the weights of the start. Learn returns new weights: go up with those.",
                [[0.622459331202, 0.73105857863], [0.377540668798, 0.562176500886]],
                [[0.472876839991, 0.663014946272], [0.453971727891, 0.615350284774], [0.431115874997, 0.654448211842]],
                [[0.367072678689], [0.377104283376]], [[0.472876839991, 0.663014946272]])
            .WrongAnswer<double[][]>(
                "Each layer learns for all its passes before the next begins.",
                [[0.605905532504, 0.704478782219], [0.360641261725, 0.547084125698]],
                [[0.454976500331, 0.679733363346], [0.439605382575, 0.639782337193], [0.416899260513, 0.682579610468]],
                [[0.375712331013], [0.382944017248]], [[0.472876839991, 0.663014946272]])
            .WrongAnswer<double[][]>(
                "Every layer learns, not only the last.",
                [[0.605905532504, 0.704478782219], [0.360641261725, 0.547084125698]],
                [[0.442299247038, 0.688523334218], [0.439326578482, 0.642601253513], [0.41301697063, 0.691276893247]],
                [[0.398843315984], [0.405915901362]], [[0.472876839991, 0.663014946272]])
            .WrongAnswer<double[][]>(
                "The next layer's data are the hidden units of the data, not of a dream.",
                [[0.511891266286, 0.667541010994], [0.502289278315, 0.658470580053]],
                [[0.484228949878, 0.676852650033], [0.484327030101, 0.676740697512], [0.484124104287, 0.676930227322]],
                [[0.419059599787], [0.419059515771]], [[0.554674524632, 0.640268633945]])
            .WrongAnswer<double[][]>(
                "You stop one layer short: return what the highest layer makes of the pictures.",
                [[1, 0], [0, 1]],
                [[0.615204112698, 0.732046374104], [0.392942743953, 0.632774733859], [0.508569628516, 0.82479367156]],
                [[0.40269493969, 0.590012598242], [0.406143374446, 0.580294869588]], [[0.622459331202, 0.73105857863]])
            .Within(1e-9),

        Exercise.Define<ProjectAnswer>("09.project", "What PCA loses", points: 3)
            .Case([new double[][] { [5, 1] }, new double[][] { [0, 1] }], expected: 0.0, note: "a single picture is its own mean")
            .Case(
                [new double[][] { [0, 0], [2, 0], [1, 3] }, new double[][] { [1, 0] }], expected: 2.0,
                note: "three pictures of two pixels")
            .Case(
                [new double[][] { [1, 2, 3], [3, 2, 1], [0, 1, 1], [4, 3, 0] }, new double[][] { [0.6, 0.8, 0], [0, 0, 1] }],
                expected: 0.82, note: "two directions")
            .WrongAnswer<double>("Subtract the mean picture before you multiply by the directions.", 25, 3, 0.98)
            .WrongAnswer<double>("Add the mean picture again when you draw.", 26, 4, 10.3825)
            .WrongAnswer<double>("Sum over the pixels, and average over the pictures alone.", 0, 1, 0.273333333333)
            .WrongAnswer<double>("Use all directions, not only the first.", 0, 2, 2.0075)
            .WrongAnswer<double>("Average the squares themselves, not their roots.", 0, 1.333333333333, 0.9)
            .Within(1e-9),

        Exercise.Define<UnrollAnswer>("09.unroll", "Unroll a stack", points: 3)
            .Case(
                [new double[][][] { [[1, -1]] }, new double[][] { [0, 0.5] }, new double[][] { [0.5] }, new double[] { 1, 0 }],
                expected: new[] { 0.817574476194, 0.26894142137 }, note: "one machine: its hidden unit is the code")
            .Case(
                [new double[][][] { [[1, -1, 0.5], [0.5, 1, -1]], [[2, -1]] }, new double[][] { [0, 0.5, -0.5], [1, -1] },
                    new double[][] { [0.5, 0], [0.25] }, new double[] { 1, 0, 1 }],
                expected: new[] { 0.734909208931, 0.396706630849, 0.481536881053 }, note: "two machines, 3-2-1")
            .Case(
                [new double[][][] { [[0.5, 1], [-1, 0.5]], [[1, 1], [0.5, -1]], [[2, 1]] },
                    new double[][] { [0.5, -0.5], [0.25, 0], [0, 1] }, new double[][] { [0, 0.5], [0.5, -0.5], [-1] },
                    new double[] { 0, 1 }],
                expected: new[] { 0.601960196722, 0.641149980448 }, note: "three machines, 2-2-2-1")
            .WrongAnswer<double[]>(
                "The code is squashed: its units are plain sums.",
                [0.693721226296, 0.421266980055], [0.731875929572, 0.426045882748, 0.457671957765], [0.602776828462, 0.636824292623])
            .WrongAnswer<double[]>(
                "A pixel is a probability: the last layer has a sigmoid too.",
                [1.5, -1], [1.019674591204, -0.41920655202, -0.073886070385], [0.413639316201, 0.58035888005])
            .WrongAnswer<double[]>(
                "The biases are missing: the hidden ones going up, the visible ones coming down.",
                [0.73105857863, 0.26894142137], [0.738057097878, 0.330966757395, 0.560013035519], [0.469585258962, 0.74430805635])
            .WrongAnswer<double[]>("This is the code: now draw it again, through the mirrored layers.",
                [1.5], [1.634053487158], [1.049709204283])
            .WrongAnswer<double[]>("The hidden layers have sigmoids on the way down as well.",
                [0.817574476194, 0.26894142137], [0.950314518336, 0.001655227098, 0.986185244809], [0.894488047572, 0.947803294858])
            .Within(1e-9),
    ];

    internal delegate double FadeAnswer(double[] w, double x);

    internal delegate double[][] StackAnswer(double[][] pictures, double[][][] starts, double eta, int passes);

    internal delegate double ProjectAnswer(double[][] pictures, double[][] directions);

    internal delegate double[] UnrollAnswer(double[][][] W, double[][] visibleBiases, double[][] hiddenBiases, double[] picture);

    private static double[][] Pictures() => [[1, 0], [0, 1], [1, 1]];

    private static double[][] Lower() => [[0.5, -0.5], [1, 0.25]];

    private static double[][] Upper() => [[1, -1], [0.5, 0.5]];
}
