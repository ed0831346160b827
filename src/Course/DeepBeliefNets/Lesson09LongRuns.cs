using Course.Backpropagation;
using Course.ConvNets;
using Course.Data;
using Course.Nn;
using Course.Nn.Optimizers;
using Course.Nn.Torch;
using Course.Nn.Training;
using static TorchSharp.torch;

namespace Course.DeepBeliefNets;

/// <summary>The long runs of lesson 09.</summary>
internal static class Lesson09LongRuns
{
    private const int Batch = 100;
    private static readonly int[] four = [784, 300, 300, 300, 300, 10];

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun { Id = "09.mnist-60k", Lesson = 9, Title = "784-500-500-2000-10 on all of MNIST, with and without pre-training",
            Needs = ["mnist"], Run = WithAndWithout },
        new LongRun { Id = "09.autoencoder", Lesson = 9, Title = "Thirty numbers per digit: 784-1000-500-250-30 on all of MNIST",
            Needs = ["mnist"], Run = ThirtyNumbers },
        new LongRun { Id = "09.up-down", Lesson = 9, Title = "The deep belief network with its ten labels on all of MNIST",
            Needs = ["mnist"], Run = UpDown },
        new LongRun { Id = "09.starts", Lesson = 9, Title = "Four layers of sigmoids, started and trained in five ways, five seeds",
            Run = Starts },
    ];

    private static void Starts()
    {
        const int Seeds = 5, Epochs = 12;
        set_num_threads(1);
        Mnist digits = Mnist.Load();
        using Tensor pictures = Rows.Stack(digits.Train.Images);
        List<double> plain = [], trained = [], adamPlain = [], adamTrained = [], relu = [];
        for (int seed = 1; seed <= Seeds; seed++)
        {
            StackedMachines stack = StackedMachines.Pretrain(pictures, four[1..^1], epochs: 4, seed);
            plain.Add(Run(Activation.Sigmoid, adam: false, rate: 0.1));
            trained.Add(Run(Activation.Sigmoid, adam: false, rate: 0.1, stack));
            adamPlain.Add(Run(Activation.Sigmoid, adam: true, rate: 0.003));
            adamTrained.Add(Run(Activation.Sigmoid, adam: true, rate: 0.003, stack));
            relu.Add(Run(Activation.Relu, adam: true, rate: 0.001));

            double Run(Activation activation, bool adam, double rate, StackedMachines? from = null)
            {
                using TorchMlp net = Started(four, activation, seed);
                from?.CopyTo(net);
                return Error(net, digits, pictures, adam, rate, Epochs, seed);
            }
        }
        Claim.Report("09.starts.momentum-random", [.. plain]);
        Claim.Report("09.starts.momentum-pre-trained", [.. trained]);
        Claim.Report("09.starts.adam-random", [.. adamPlain]);
        Claim.Report("09.starts.adam-pre-trained", [.. adamTrained]);
        Claim.Report("09.starts.relu", [.. relu]);
    }

    private static void WithAndWithout()
    {
        int[] sizes = [784, 500, 500, 2000, 10];
        set_num_threads(1);
        Mnist digits = Mnist.Load("mnist");
        using Tensor pictures = Rows.Stack(digits.Train.Images);
        StackedMachines stack = StackedMachines.Pretrain(pictures, sizes[1..^1], epochs: 10, seed: 1);

        using TorchMlp trained = Started(sizes, Activation.Sigmoid, seed: 1);
        stack.CopyTo(trained);
        double with = Error(trained, digits, pictures, adam: false, rate: 0.1, epochs: 20, seed: 1);

        using TorchMlp plain = Started(sizes, Activation.Sigmoid, seed: 1);
        using (no_grad())
        {
            foreach (var (_, weights) in plain.named_parameters().Where(entry => entry.name.EndsWith("weight", StringComparison.Ordinal)))
                nn.init.xavier_normal_(weights, gain: 4);
        }
        double without = Error(plain, digits, pictures, adam: false, rate: 0.1, epochs: 20, seed: 1);

        Claim.Report("2006.hinton.pre-trained", with);
        Claim.Report("2006.hinton.random-start", without);
        Claim.Report("2006.hinton.pre-training-helps", with, without);
    }

    private static void ThirtyNumbers()
    {
        const int Code = 30;
        int[] sizes = [784, 1000, 500, 250, Code];
        set_num_threads(1);
        Mnist digits = Mnist.Load("mnist");
        using Tensor train = Rows.Stack(digits.Train.Images), test = Rows.Stack(digits.Test.Images);

        using var pca = new PrincipalComponents(train, Code);
        using Tensor projected = pca.Decode(pca.Encode(test));
        double linear = Rows.SquaredError(test, projected);

        manual_seed(1);
        using var logistic = new DeepAutoencoder(784, Code);
        double shallow = Reconstruct(logistic, train, test, rate: 0.003, epochs: 20, "logistic PCA");

        StackedMachines stack = StackedMachines.Pretrain(train, sizes[1..], epochs: 10, seed: 1, linearCode: true);
        using var deep = new DeepAutoencoder(sizes);
        deep.CopyFrom(stack);
        double error = Reconstruct(deep, train, test, rate: 0.002, epochs: 20, "784-1000-500-250-30");

        Claim.Report("2006.hinton.pca-30", linear);
        Claim.Report("2006.hinton.logistic-pca-30", shallow);
        Claim.Report("2006.hinton.autoencoder-30", error);
        Claim.Report("2006.hinton.autoencoder-to-pca", error / linear);
        Claim.Report("2006.hinton.autoencoder-to-logistic", error / shallow);
    }

    private static void UpDown()
    {
        const int Epochs = 20;
        set_num_threads(1);
        Mnist digits = Mnist.Load("mnist");
        using Tensor pictures = Rows.Stack(digits.Train.Images), test = Rows.Stack(digits.Test.Images);
        using Tensor answers = DeepBeliefNetwork.OneHot(digits.Train.Labels, 10);
        StackedMachines stack = StackedMachines.Pretrain(pictures, [500, 500], epochs: 10, seed: 1);
        using var net = DeepBeliefNetwork.Pretrain(stack, pictures, answers, units: 2000, epochs: 10, seed: 1);
        using var random = new Generator(1);
        double greedy = net.ErrorRate(test, digits.Test.Labels);
        foreach (int epoch in Progress.Over(Enumerable.Range(0, Epochs), "up-down"))
            net.Pass(pictures, answers, eta: 0.1f * (Epochs - epoch) / Epochs, rounds: 1 + epoch / 4, random);
        Claim.Report("2006.hinton.up-down", net.ErrorRate(test, digits.Test.Labels),
            note: FormattableString.Invariant($"Before up-down, after greedy training alone: {greedy:0.00 %}."));
    }

    // Random weights as torch draws them, or those of He et al. (2015) for ReLUs.
    private static TorchMlp Started(int[] sizes, Activation activation, int seed)
    {
        manual_seed(seed);
        var net = new TorchMlp(sizes, activation, Activation.Identity);
        if (activation != Activation.Relu) return net;
        using var frozen = no_grad();
        foreach (var (name, weights) in net.named_parameters())
        {
            if (name.EndsWith("weight", StringComparison.Ordinal)) nn.init.kaiming_normal_(weights);
            else nn.init.zeros_(weights);
        }
        return net;
    }

    private static double Error(TorchMlp net, Mnist digits, Tensor pictures, bool adam, double rate, int epochs, int seed)
    {
        using Tensor labels = tensor(Array.ConvertAll(digits.Train.Labels, label => (long)label));
        using optim.Optimizer optimizer = adam ? optim.Adam(net.parameters()) : optim.SGD(net.parameters(), rate, momentum: 0.9);
        var learner = new TorchTrainer(net, optimizer, n =>
            nn.functional.cross_entropy(net.call(pictures.index_select(0, n)), labels.index_select(0, n)));
        Train(learner, digits.Train.Count, rate, epochs, seed, "fine-tuning");
        return 1 - new TorchClassifier(net, Rows.Stack).Accuracy(digits.Test);
    }

    private static double Reconstruct(DeepAutoencoder net, Tensor train, Tensor test, double rate, int epochs, string title)
    {
        using var adam = optim.Adam(net.parameters());
        var learner = new TorchTrainer(net, adam, n =>
        {
            Tensor some = train.index_select(0, n);
            return nn.functional.binary_cross_entropy_with_logits(net.call(some), some, reduction: nn.Reduction.Sum) / n.shape[0];
        });
        Train(learner, (int)train.shape[0], rate, epochs, seed: 1, title);
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        return Rows.SquaredError(test, net.Decode(net.Encode(test)));
    }

    private static void Train(TorchTrainer learner, int count, double rate, int epochs, int seed, string title) =>
        new TrainingLoop(learner, count)
        {
            Batch = Batch,
            Epochs = epochs,
            Seed = seed,
            Title = title,
            Schedule = LearningRates.Cosine(rate, (long)epochs * count / Batch),
        }.Run();
}
