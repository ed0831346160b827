using Course.AlexNets;
using Course.Alignment;
using Course.Backpropagation;
using Course.BoltzmannMachines;
using Course.ConvNets;
using Course.DeepBeliefNets;
using Course.ExpertSystems;
using Course.Generation;
using Course.Go;
using Course.History;
using Course.Hub;
using Course.McCullochPitts;
using Course.PerceptronLimits;
using Course.Perceptrons;
using Course.PreTraining;
using Course.RecurrentNets;
using Course.Scaling;
using Course.Transformers;

namespace Course;

/// <summary>
/// The table of contents: every lesson once, with what belongs to it. A new lesson is one entry here; everything else finds it
/// automatically.
/// </summary>
public static class Lessons
{
    /// <summary>All lessons, in order.</summary>
    public static IReadOnlyList<Lesson> All { get; } =
    [
        new(0, 1940, "Timeline", TorchThreads: 1)
        {
            Claims = Lesson00Claims.All, Exercises = Lesson00Exercises.All,
            Machine = "History/LeastSquaresLine.cs",
            Headline = ("months in which training doubles, since 2010", "2022.sevilla.doubling"),
        },
        new(1, 1943, "The McCulloch-Pitts neuron")
        {
            Claims = Lesson01Claims.All, Exercises = Lesson01Exercises.All,
            Machine = "McCullochPitts/McCullochPittsNeuron.cs",
            Headline = ("functions of two inputs", "1943.mcculloch-pitts.two-input-functions"),
        },
        new(2, 1957, "The perceptron", TorchThreads: 1)
        {
            Claims = Lesson02Claims.All, Exercises = Lesson02Exercises.All, LongRuns = Lesson02LongRuns.All,
            Machine = "Perceptrons/Perceptron.cs", Headline = ("metal or rock, by sonar", "1988.gorman-sejnowski.without-hidden"),
        },
        new(3, 1969, "The limits: XOR and Perceptrons")
        {
            Claims = Lesson03Claims.All, Exercises = Lesson03Exercises.All,
            Machine = "PerceptronLimits/LinearSeparability.cs",
            Headline = ("functions of 2, 3, 4 inputs that one unit computes", "1969.separable-functions"),
        },
        new(4, 1980, "Expert systems: the other school")
        {
            Claims = Lesson04Claims.All, Exercises = Lesson04Exercises.All,
            Machine = "ExpertSystems/ForwardChainer.cs", Headline = ("soybean diseases, by induced rules", "1980.michalski.induced"),
        },
        new(5, 1983, "The Boltzmann machine", TorchThreads: 1)
        {
            Claims = Lesson05Claims.All, Exercises = Lesson05Exercises.All, LongRuns = Lesson05LongRuns.All,
            Machine = "BoltzmannMachines/BoltzmannMachine.cs",
            Headline = ("learning cycles of the 4-2-4 encoder", "1985.ackley.encoder-median"),
        },
        new(6, 1986, "Backpropagation", TorchThreads: 1)
        {
            Claims = Lesson06Claims.All, Exercises = Lesson06Exercises.All, LongRuns = Lesson06LongRuns.All,
            Machine = "Backpropagation/Mlp.cs", Headline = ("sweeps to learn symmetry", "1986.rumelhart.symmetry.sweeps"),
        },
        new(7, 1989, "The convolutional network", TorchThreads: 1)
        {
            Claims = Lesson07Claims.All, Exercises = Lesson07Exercises.All, LongRuns = Lesson07LongRuns.All,
            Machine = "ConvNets/LeNet1989.cs", Headline = ("errors on zip codes (five runs of ours)", "1989.lecun.test-error"),
        },
        new(8, 1997, "Long short-term memory", TorchThreads: 1)
        {
            Claims = Lesson08Claims.All, Exercises = Lesson08Exercises.All, LongRuns = Lesson08LongRuns.All,
            Machine = "RecurrentNets/Lstm1997.cs", Headline = ("sequences to bridge 50 steps", "1997.hochreiter.lag-50"),
        },
        new(9, 2006, "Deep belief networks", TorchThreads: 1)
        {
            Claims = Lesson09Claims.All, Exercises = Lesson09Exercises.All, LongRuns = Lesson09LongRuns.All,
            Machine = "DeepBeliefNets/DeepBeliefNetwork.cs",
            Headline = ("errors on all of MNIST, pre-trained", "2006.hinton.pre-trained"),
        },
        new(10, 2012, "AlexNet", TorchThreads: 1)
        {
            Claims = Lesson10Claims.All, Exercises = Lesson10Exercises.All, LongRuns = Lesson10LongRuns.All,
            Machine = "AlexNets/AlexNet.cs", Headline = ("passes that tanh needs for each of the ReLU", "2012.krizhevsky.relu-part"),
        },
        new(11, 2016, "AlphaGo", TorchThreads: 1)
        {
            Claims = Lesson11Claims.All, Exercises = Lesson11Exercises.All, LongRuns = Lesson11LongRuns.All,
            Machine = "Go/Search/Puct.cs", Headline = ("games won against other programs (GNU Go on 5×5)", "2016.silver.programs"),
        },
        new(12, 2017, "Attention and the Transformer", TorchThreads: 1)
        {
            Claims = Lesson12Claims.All, Exercises = Lesson12Exercises.All, LongRuns = Lesson12LongRuns.All,
            Machine = "Transformers/Transformer.cs",
            Headline = ("weights and biases of the base model", "2017.vaswani.parameters.base"),
        },
        new(13, 2018, "GPT-1 and BERT: pre-train, then fine-tune", TorchThreads: 1)
        {
            Claims = Lesson13Claims.All, Exercises = Lesson13Exercises.All, LongRuns = Lesson13LongRuns.All,
            Machine = "PreTraining/Gpt.cs", Headline = ("points that pre-training gains, with few labels", "2018.radford.few-labels.live"),
        },
        new(14, 2019, "GPT-2: tokens and text", TorchThreads: 1)
        {
            Claims = Lesson14Claims.All, Exercises = Lesson14Exercises.All, LongRuns = Lesson14LongRuns.All,
            Machine = "Generation/Gpt2.cs", Headline = ("loss on Shakespeare's letters, in nats", "2022.karpathy.shakespeare"),
        },
        new(15, 2020, "GPT-3: scale", TorchThreads: 1)
        {
            Claims = Lesson15Claims.All, Exercises = Lesson15Exercises.All, LongRuns = Lesson15LongRuns.All,
            Machine = "Scaling/InContextTransformer.cs", Headline = ("fit of a line to loss against size, R²", "2020.kaplan.size.live"),
        },
        new(16, 2022, "ChatGPT: instructions, rewards, conversation", TorchThreads: 1)
        {
            Claims = Lesson16Claims.All, Exercises = Lesson16Exercises.All, LongRuns = Lesson16LongRuns.All,
            Machine = "Alignment/Ppo.cs", Headline = ("how often the small aligned model is preferred", "2022.ouyang.small"),
        },
        new(17, 2016, "Hugging Face", TorchThreads: 1)
        {
            Claims = Lesson17Claims.All, Exercises = Lesson17Exercises.All, LongRuns = Lesson17LongRuns.All,
            Machine = "Hub/Diffusion/DiffusionUNet.cs",
            Headline = ("distance to real digits: cosine's noise, linear noise", "2021.nichol.cosine"),
        },
    ];

    /// <summary>Finds an existing lesson.</summary>
    /// <param name="number">Its number, for example 7.</param>
    /// <exception cref="ArgumentException">There is none; the message lists the existing ones.</exception>
    public static Lesson Find(int number) =>
        All.FirstOrDefault(lesson => lesson.Number == number)
        ?? throw new ArgumentException(
            FormattableString.Invariant(
                $"There is no lesson {number}. The lessons are {string.Join(", ", All.Select(lesson => lesson.Number))}."));
}
