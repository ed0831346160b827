namespace Course.Grading.Tests.HiddenTests;

/// <summary>
/// For each exercise an answer by which the library would do the work, or the most helpful part of it. The sign § before a type of the
/// library stands for its namespace.
/// </summary>
internal static class LibraryAnswers
{
    internal static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["01.nand-xor"] =
            """bool[] Answer(bool a, bool b) => [§BooleanFunction.Parse("1110").Evaluate(a, b), §BooleanFunction.Parse("0110").Evaluate(a, b)];""",
        ["01.majority"] = """
            bool Answer(bool[] votes) =>
                new §McCullochPittsNeuron(votes.Length / 2 + 1, [.. votes.Select(_ => 1)], [.. votes.Select(_ => false)]).Fires(votes);
            """,
        ["01.counter"] = """
            int[] Answer(bool[] pulses)
            {
                var history = §LogicNets.SerialAdder().Run(pulses.Length, ("a", string.Concat(pulses.Select(p => p ? '1' : '0'))), ("b", ""));
                return [.. pulses.Select((_, t) => history.Firing(t).Count)];
            }
            """,
        ["01.separable"] = """
            bool Answer(bool[] outputs) =>
                §LinearSeparability.Decide(§LinearSeparability.Corners(System.Numerics.BitOperations.Log2((uint)outputs.Length)), outputs).IsSeparable;
            """,
        ["02.learn"] = """
            double[] Answer(double[] w, double[] x, int t, double eta)
            {
                var perceptron = new §Perceptron(w.Length);
                w.CopyTo(perceptron.Weights, 0);
                perceptron.Learn(x, t, eta);
                return perceptron.Weights;
            }
            """,
        ["02.bias"] = """
            double[] Answer(double[][] x, int[] t, int passes)
            {
                var perceptron = new §Perceptron(x[0].Length);
                perceptron.LearnUntilRight(x, t, passes);
                return [.. perceptron.Weights, perceptron.Bias];
            }
            """,
        ["02.softmax"] = """
            double[] Answer(double[] s) => [.. §SoftmaxRegression.Softmax(Array.ConvertAll(s, sum => (float)sum)).Select(share => (double)share)];
            """,
        ["02.confusion"] = """
            double[][] Answer(int[] truth, int[] answers, int classes)
            {
                var counts = new §ConfusionMatrix(truth, answers, classes).Counts;
                return [.. Enumerable.Range(0, classes).Select(row => Enumerable.Range(0, classes)
                    .Select(column => (double)counts[row, column] / Math.Max(1, truth.Count(t => t == row))).ToArray())];
            }
            """,
        ["02.averaged"] = """
            double[] Answer(double[][] x, int[] t, int passes)
            {
                var perceptron = new §AveragedPerceptron(x[0].Length, 2);
                for (int i = 0; i < passes * x.Length; i++)
                    perceptron.Learn(Array.ConvertAll(x[i % x.Length], value => (float)value), t[i % x.Length]);
                return [.. perceptron.Average().Weights[1].Select(weight => (double)weight)];
            }
            """,
        ["03.certificate"] = """
            bool Answer(int[][] on, int[][] off, int[] timesOn, int[] timesOff) =>
                new §InseparabilityProof([.. timesOn.Concat(timesOff).Select(times => new System.Numerics.BigInteger(times))])
                    .Holds([.. on, .. off], [.. on.Select(_ => true), .. off.Select(_ => false)]);
            """,
        ["03.parity"] = """
            int[] Answer(int[] x) =>
                [.. x.Select((_, k) => x.Sum() > k ? 1 : 0), §Parity.Of(x.Length).Evaluate([.. x.Select(on => on == 1)]) ? 1 : 0];
            """,
        ["03.count"] = "int Answer(int n, int m) => §ThresholdFunctions.Count(n);",
        ["03.masks"] = """
            int[] Answer(int[] table)
            {
                int n = System.Numerics.BitOperations.Log2((uint)table.Length);
                var features = table.Select((_, row) => §Masks.Features(row, §Masks.UpTo(n, n))).ToArray();
                return features[^1];
            }
            """,
        ["03.cycle"] = """
            int[] Answer(int[][] on, int[][] off) =>
                §LinearSeparability.Decide([.. on, .. off], [.. on.Select(_ => true), .. off.Select(_ => false)]) is §InseparabilityProof mixture
                    ? [.. mixture.Times.Select(times => (int)times)]
                    : [];
            """,
        ["04.certainty"] = "double Answer(double[] cf) => cf.Aggregate(0.0, §Certainty.Combine);",
        ["04.prove"] = """
            bool Answer(string[][] rules, string[] facts, string goal) =>
                new §ForwardChainer(new §RuleBase(rules.Select((rule, i) =>
                        new §Rule($"{i}", [.. rule[1..].Select(word => new §Condition(word, ["yes"]))], new §Fact(rule[0], "yes")))))
                    .Run(facts.ToDictionary(fact => fact, _ => "yes")).Knows(goal);
            """,
        ["04.questions"] = """
            string[] Answer(string[][] rules, string[] truths, string goal)
            {
                List<string> asked = [];
                var known = new §RuleBase(rules.Select((rule, i) =>
                    new §Rule($"{i}", [.. rule[1..].Select(word => new §Condition(word, ["yes"]))], new §Fact(rule[0], "yes"))));
                new §Consultation(known, question =>
                {
                    asked.Add(question.Attribute);
                    return truths.Contains(question.Attribute) ? "yes" : "no";
                }).Find(goal);
                return [.. asked];
            }
            """,
        ["04.zoo"] = """
            string Answer(bool milk, bool feathers, bool backbone, bool fins, bool breathes, bool aquatic, int legs) =>
                new §ForwardChainer(new §RuleInducer().Induce(§Zoo.Load().Table, "kind"))
                    .Run(new Dictionary<string, string> { ["milk"] = milk ? "1" : "0", ["legs"] = $"{legs}" }).Answer("kind");
            """,
        ["05.energy"] = """
            double Answer(double[][] w, double[] b, int[] s)
            {
                var net = new §SymmetricNet(s.Length);
                b.CopyTo(net.Biases, 0);
                for (int i = 0; i < s.Length; i++)
                    for (int j = 0; j < i; j++)
                        net.Join(i, j, w[i][j]);
                return net.Energy(s);
            }
            """,
        ["05.conditional"] = """
            double Answer(double[][] w, double[] b, int[] s, int i, double t)
            {
                var machine = new §BoltzmannMachine(s.Length, 0);
                b.CopyTo(machine.Biases, 0);
                w[i].CopyTo(machine.Weights[i], 0);
                return machine.ProbabilityOn(s, i, t);
            }
            """,
        ["05.wake-sleep"] = """
            double[][] Answer(int[][] awake, int[][] asleep, double eta)
            {
                var machine = new §BoltzmannMachine(awake[0].Length, 0);
                new §BoltzmannLearning(machine, [(1, 0)]).Cycle(awake, new Random(1));
                return machine.Weights;
            }
            """,
        ["05.cd1"] = """
            double[][] Answer(double[][] w, double[] v, double[] uh, double[] uv, double eta)
            {
                var machine = new §RestrictedBoltzmannMachine(v.Length, uh.Length, new Random(1));
                float[] p = machine.HiddenProbabilities(Array.ConvertAll(v, pixel => (float)pixel));
                return [.. w.Select((row, j) => row.Select((weight, i) => weight + eta * p[j] * v[i]).ToArray())];
            }
            """,
        ["05.likelihood"] = """
            double Answer(double[][] w, double[] b, double[] c, double[] v)
            {
                var machine = new §RestrictedBoltzmannMachine(b.Length, c.Length, new Random(1));
                return machine.LogLikelihood([Array.ConvertAll(v, pixel => (float)pixel)], §PartitionFunction.Log(machine));
            }
            """,
        ["06.layer"] = """
            double[] Answer(double[][] w, double[] b, double[] x, double[] gradient)
            {
                var layer = new §Dense("layer", x.Length, b.Length, §Activation.Sigmoid, new Random(1));
                b.CopyTo(layer.Biases.Values, 0);
                layer.Forward(x);
                return layer.Backward(gradient);
            }
            """,
        ["06.cross-entropy"] = """
            double[] Answer(double[] s, int label)
            {
                var gradient = new double[s.Length];
                new §CrossEntropy().LossAndGradient(s, [.. s.Select((_, k) => k == label ? 1.0 : 0.0)], s.Length, gradient);
                return gradient;
            }
            """,
        ["06.momentum"] = """
            double[] Answer(double w, double[] g, double epsilon, double alpha)
            {
                var weight = new §Parameter("w", 1);
                weight.Values[0] = w;
                var momentum = new §Momentum([weight], epsilon, alpha);
                return Array.ConvertAll(g, gradient =>
                {
                    weight.Gradient[0] = gradient;
                    momentum.Step();
                    return weight.Values[0];
                });
            }
            """,
        ["06.training-loop"] = """
            double[] Answer(double[][] x, double[] t, double eta, int epochs)
            {
                var model = new §Mlp([x[0].Length, 1], §Activation.Tanh, §Activation.Identity, new Random(1));
                var learner = new §ScratchTrainer(model, new §SquaredError(), new §Sgd(model.Parameters, eta), x, Array.ConvertAll(t, value => new[] { value }));
                new §TrainingLoop(learner, x.Length) { Epochs = epochs, Batch = x.Length }.Run();
                return [.. model.Parameters.SelectMany(parameter => parameter.Values)];
            }
            """,
        ["06.early-stopping"] = """
            int[] Answer(double[] v, int patience)
            {
                var stopping = new §EarlyStopping(patience);
                for (int epoch = 0; epoch < v.Length; epoch++)
                    stopping.EpochEnded(null!, new §EpochResult(epoch + 1, 0, v[epoch], 0));
                return [v.Length, stopping.Best!.Epoch];
            }
            """,
        ["07.convolve"] = """
            double[][] Answer(double[][] x, double[][] w, int stride, int padding, double padValue)
            {
                var layer = new §Convolution(
                    "c", new §MapShape(1, x.Length, x[0].Length), 1, w.Length, §Activation.Identity, new Random(1), stride, padding, padValue);
                w.SelectMany(row => row).ToArray().CopyTo(layer.Weights.Values, 0);
                return [.. layer.Forward([.. x.SelectMany(row => row)]).Chunk(layer.Output.Width)];
            }
            """,
        ["07.receptive-field"] = """
            int[] Answer(int size, int[] kernels, int[] strides, int[] paddings)
            {
                for (int layer = 0; layer < kernels.Length; layer++)
                    size = §MapShape.OutputLength(size, kernels[layer], strides[layer], paddings[layer]);
                return [size, 1];
            }
            """,
        ["07.count"] = """
            int[] Answer(int planes, int maps, int side, int height, int width, bool shared)
            {
                var layer = new §Convolution(
                    "c", new §MapShape(planes, height + side - 1, width + side - 1), maps, side, §Activation.Identity, new Random(1), shared: shared);
                return [layer.Parameters.Sum(parameter => parameter.Values.Length), layer.Connections];
            }
            """,
        ["07.max-pool-back"] = """
            double[][] Answer(double[][] x, double[][] delta, int side)
            {
                var pooling = new §MaxPooling(new §MapShape(1, x.Length, x[0].Length), side);
                pooling.Forward([.. x.SelectMany(row => row)]);
                return [.. pooling.Backward([.. delta.SelectMany(row => row)]).Chunk(x[0].Length)];
            }
            """,
        ["07.shared-gradient"] = """
            double[][] Answer(double[][] x, double[][] delta)
            {
                int side = x.Length - delta.Length + 1;
                var layer = new §Convolution("c", new §MapShape(1, x.Length, x[0].Length), 1, side, §Activation.Identity, new Random(1));
                layer.Forward([.. x.SelectMany(row => row)]);
                layer.Backward([.. delta.SelectMany(row => row)]);
                return [.. layer.Weights.Gradient.Chunk(side)];
            }
            """,
    };
}
