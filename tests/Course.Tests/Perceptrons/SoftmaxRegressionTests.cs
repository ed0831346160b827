using Course.ExpertSystems;
using Course.Perceptrons;
using CsCheck;

namespace Course.Tests.Perceptrons;

public class SoftmaxRegressionTests
{
    [Fact]
    public void Probabilities_are_positive_and_sum_to_one_and_ignore_a_common_shift()
    {
        Gen.Select(Gen.Float[-30, 30].Array[2, 12], Gen.Float[-20, 20]).Sample((sums, shift) =>
        {
            float[] p = SoftmaxRegression.Softmax(sums);
            float[] shifted = SoftmaxRegression.Softmax([.. sums.Select(s => s + shift)]);

            Assert.Equal(1, p.Sum(), 5);
            Assert.All(p, share => Assert.True(share >= 0));
            for (int k = 0; k < p.Length; k++) Assert.Equal(p[k], shifted[k], 4);
        });
    }

    [Fact]
    public void Sums_of_a_thousand_do_not_overflow() =>
        Assert.Equal([0.5f, 0.5f, 0], SoftmaxRegression.Softmax([1000, 1000, -1000]));

    [Fact]
    public void A_machine_of_zeros_is_surprised_as_a_blind_guess() =>
        Assert.Equal(Math.Log(10), new SoftmaxRegression(3, 10).Loss([1, 2, 3], 4), 6);

    [Fact]
    public void One_step_goes_down_the_gradient_that_finite_differences_measure()
    {
        const int inputs = 5, classes = 4;
        var random = new Random(2);
        float[][] x = [.. Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, inputs).Select(_ => random.NextSingle()).ToArray())];
        int[] labels = [0, 1, 2, 3, 1, 0];
        var machine = new SoftmaxRegression(inputs, classes);
        foreach (float[] row in machine.Weights)
        {
            for (int i = 0; i < inputs; i++) row[i] = random.NextSingle() - 0.5f;
        }

        double Loss() => x.Select((row, n) => machine.Loss(row, labels[n])).Average();
        double Gradient(float[] vector, int i)
        {
            const float h = 1f / 256;
            float kept = vector[i];
            vector[i] = kept + h;
            double up = Loss();
            vector[i] = kept - h;
            double down = Loss();
            vector[i] = kept;
            return (up - down) / (2 * h);
        }
        var gradients = machine.Weights.Select(row => Enumerable.Range(0, inputs).Select(i => Gradient(row, i)).ToArray()).ToArray();
        var biasGradients = Enumerable.Range(0, classes).Select(k => Gradient(machine.Biases, k)).ToArray();
        var before = machine.Weights.Select(row => row.ToArray()).ToArray();

        machine.Step(x, labels, eta: 1);

        for (int k = 0; k < classes; k++)
        {
            for (int i = 0; i < inputs; i++) Assert.Equal(-gradients[k][i], machine.Weights[k][i] - before[k][i], 4);
            Assert.Equal(-biasGradients[k], machine.Biases[k], 4);
        }
    }

    [Fact]
    public void The_twin_in_TorchSharp_has_the_same_weights_after_the_same_steps()
    {
        const int inputs = 20, classes = 5;
        var random = new Random(7);
        float[][] x = [.. Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, inputs).Select(_ => random.NextSingle()).ToArray())];
        int[] labels = [.. x.Select(row => Array.IndexOf(row, row.Max()) % classes)];
        var scratch = new SoftmaxRegression(inputs, classes);
        using var twin = new TorchSoftmaxRegression(inputs, classes, eta: 0.5f);

        for (int from = 0; from < 200; from += 10)
        {
            double loss = scratch.Step(x.AsSpan(from, 10), labels.AsSpan(from, 10), 0.5f);
            Assert.Equal(loss, twin.Step(x.AsSpan(from, 10), labels.AsSpan(from, 10)), 4);
        }

        Assert.NotEqual(0, scratch.Weights[0][0]);
        float[] weights = twin.Weights;
        for (int k = 0; k < classes; k++)
        {
            for (int i = 0; i < inputs; i++) Assert.Equal(weights[k * inputs + i], scratch.Weights[k][i], 1e-4f);
            Assert.Equal(twin.Biases[k], scratch.Biases[k], 1e-4f);
        }
    }

    [Fact]
    public void The_twin_takes_the_same_steps_to_the_last_bit_wherever_its_examples_lie_in_memory()
    {
        const int inputs = 196, classes = 10;
        float[][] results = [.. Enumerable.Range(0, 8).Select(Train)];

        Assert.All(results, weights => Assert.Equal(results[0], weights));

        static float[] Train(int spacing)
        {
            var random = new Random(7);
            TorchSharp.torch.set_num_threads(1);
            using var twin = new TorchSoftmaxRegression(inputs, classes, eta: 0.1f);
            for (int step = 0; step < 50; step++)
            {
                float[][] x =
                    [.. Enumerable.Range(0, 10).Select(_ => Enumerable.Range(0, inputs).Select(_ => random.NextSingle()).ToArray())];
                int[] labels = [.. x.Select(row => Array.IndexOf(row, row.Max()) % classes)];
                GC.KeepAlive(new byte[8 * spacing]); // moves the array that is allocated next
                twin.Step(x, labels);
            }

            return twin.Weights;
        }
    }

    [Fact]
    public void A_pass_takes_in_the_last_examples_that_fill_no_batch()
    {
        var whole = new SoftmaxRegression(1, 2);
        var two = new SoftmaxRegression(1, 2);
        float[][] x = [[1], [2], [3]];

        whole.Pass(x, [0, 1, 0], batch: 2, eta: 1);
        two.Step(x.AsSpan(0, 2), [0, 1], 1);
        two.Step(x.AsSpan(2, 1), [0], 1);

        Assert.Equal(two.Weights[0], whole.Weights[0]);
    }
}
