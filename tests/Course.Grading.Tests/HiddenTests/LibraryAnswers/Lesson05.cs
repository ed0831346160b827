namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 05, or do the most helpful part of them.</summary>
internal static class Lesson05
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("05.energy", """
            double Answer(double[][] w, double[] b, int[] s)
            {
                var net = new §SymmetricNet(s.Length);
                b.CopyTo(net.Biases, 0);
                for (int i = 0; i < s.Length; i++)
                    for (int j = 0; j < i; j++)
                        net.Join(i, j, w[i][j]);
                return net.Energy(s);
            }
            """),
        ("05.conditional", """
            double Answer(double[][] w, double[] b, int[] s, int i, double t)
            {
                var machine = new §BoltzmannMachine(s.Length, 0);
                b.CopyTo(machine.Biases, 0);
                w[i].CopyTo(machine.Weights[i], 0);
                return machine.ProbabilityOn(s, i, t);
            }
            """),
        ("05.wake-sleep", """
            double[][] Answer(int[][] awake, int[][] asleep, double eta)
            {
                var machine = new §BoltzmannMachine(awake[0].Length, 0);
                new §BoltzmannLearning(machine, [(1, 0)]).Cycle(awake, new Random(1));
                return machine.Weights;
            }
            """),
        ("05.cd1", """
            double[][] Answer(double[][] w, double[] v, double[] uh, double[] uv, double eta)
            {
                var machine = new §RestrictedBoltzmannMachine(v.Length, uh.Length, new Random(1));
                float[] p = machine.HiddenProbabilities(Array.ConvertAll(v, pixel => (float)pixel));
                return [.. w.Select((row, j) => row.Select((weight, i) => weight + eta * p[j] * v[i]).ToArray())];
            }
            """),
        ("05.likelihood", """
            double Answer(double[][] w, double[] b, double[] c, double[] v)
            {
                var machine = new §RestrictedBoltzmannMachine(b.Length, c.Length, new Random(1));
                return machine.LogLikelihood([Array.ConvertAll(v, pixel => (float)pixel)], §PartitionFunction.Log(machine));
            }
            """),
    ];
}
