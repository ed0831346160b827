namespace Course;

/// <summary>One of the eighteen lessons, as a table of contents shows it.</summary>
/// <param name="Number">The lesson's number.</param>
/// <param name="Years">The year or years of the milestone.</param>
/// <param name="Title">The lesson's title, as its notebook has it.</param>
public sealed record Milestone(int Number, string Years, string Title)
{
    /// <summary>The source file of the lesson's machine, without its folder; <see langword="null"/> for a lesson to come.</summary>
    public string? Machine { get; init; }

    /// <summary>The result that stands for the lesson, in a few words.</summary>
    public string? Result { get; init; }

    /// <summary>The id of the claim that measures it.</summary>
    public string? Claim { get; init; }
}

/// <summary>The eighteen lessons, those to come among them.</summary>
public static class Milestones
{
    /// <summary>Every lesson, in order.</summary>
    public static IReadOnlyList<Milestone> All { get; } =
    [
        new(0, "1940-2024", "Timeline"),
        new(1, "1943", "The McCulloch-Pitts neuron")
        {
            Machine = "McCullochPittsNeuron.cs",
            Result = "functions of two inputs",
            Claim = "1943.mcculloch-pitts.two-input-functions",
        },
        new(2, "1957", "The perceptron")
        {
            Machine = "Perceptron.cs",
            Result = "metal or rock, by sonar",
            Claim = "1988.gorman-sejnowski.without-hidden",
        },
        new(3, "1969", "The limits: XOR and Perceptrons")
        {
            Machine = "LinearSeparability.cs",
            Result = "functions of 2, 3, 4 inputs that one unit computes",
            Claim = "1969.separable-functions",
        },
        new(4, "1980", "Expert systems: the other school")
        {
            Machine = "ForwardChainer.cs",
            Result = "soybean diseases, by induced rules",
            Claim = "1980.michalski.induced",
        },
        new(5, "1983", "The Boltzmann machine")
        {
            Machine = "BoltzmannMachine.cs",
            Result = "learning cycles of the 4-2-4 encoder",
            Claim = "1985.ackley.encoder-median",
        },
        new(6, "1986", "Backpropagation")
        {
            Machine = "Mlp.cs",
            Result = "sweeps to learn symmetry",
            Claim = "1986.rumelhart.symmetry.sweeps",
        },
        new(7, "1989", "The convolutional network")
        {
            Machine = "LeNet1989.cs",
            Result = "errors on zip codes (five runs of ours)",
            Claim = "1989.lecun.test-error",
        },
        new(8, "1997", "Long short-term memory"),
        new(9, "2006", "Deep belief networks"),
        new(10, "2012", "AlexNet"),
        new(11, "2016", "AlphaGo"),
        new(12, "2017", "Attention and the Transformer"),
        new(13, "2018", "GPT-1 and BERT: pre-train, then fine-tune"),
        new(14, "2019", "GPT-2: tokens and text"),
        new(15, "2020", "GPT-3: scale"),
        new(16, "2022", "ChatGPT: instructions, rewards, conversation"),
        new(17, "2016", "Hugging Face"),
    ];
}
