namespace Course;

/// <summary>A publication.</summary>
/// <param name="Authors">Who wrote it.</param>
/// <param name="Year">When it appeared.</param>
/// <param name="Title">Its title.</param>
/// <param name="PublishedIn">The journal or the book, with volume and pages.</param>
public sealed record Paper(string Authors, int Year, string Title, string PublishedIn)
{
    /// <summary>How the maintainers checked what the course cites of it: <c>seen</c>, <c>restated in ...</c> or <c>not seen</c>.</summary>
    public required string Checked { get; init; }

    /// <summary>Its address, where we are sure of it.</summary>
    public string? Url { get; init; }

    /// <summary>The publication, cited in full.</summary>
    public string Citation => $"{Authors} ({Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}). {Title}. {PublishedIn}";
}

/// <summary>Every publication whose results the course measures again, once, with the word on how its page was checked.</summary>
public static partial class Papers
{
    private const string Transcription = "restated in a transcription of its text";

    /// <summary>The neuron with a threshold.</summary>
    public static Paper McCullochPitts1943 { get; } = new(
        "W. S. McCulloch, W. Pitts", 1943, "A logical calculus of the ideas immanent in nervous activity",
        "Bulletin of Mathematical Biophysics 5, 115-133")
    {
        Checked = "seen in its reprint, Bulletin of Mathematical Biology 52 (1990), 99-115",
        Url = "https://doi.org/10.1007/BF02478259",
    };

    /// <summary>The perceptron's convergence theorem.</summary>
    public static Paper Novikoff1962 { get; } = new(
        "A. B. J. Novikoff", 1962, "On convergence proofs on perceptrons",
        "Proceedings of the Symposium on the Mathematical Theory of Automata, Polytechnic Institute of Brooklyn, vol. 12, 615-622")
    {
        Checked = "restated in Y. Freund, R. E. Schapire, Machine Learning 37(3), 1999",
    };

    /// <summary>What single-layer perceptrons cannot do.</summary>
    public static Paper MinskyPapert1969 { get; } = new(
        "M. Minsky, S. Papert", 1969, "Perceptrons: An Introduction to Computational Geometry", "MIT Press")
    {
        Checked = "not seen but for p. 231; theorems as they are commonly cited",
    };

    /// <summary>The perceptron's cycling theorem.</summary>
    public static Paper BlockLevin1970 { get; } = new(
        "H. D. Block, S. A. Levin", 1970, "On the boundedness of an iterative procedure for solving a system of linear inequalities",
        "Proceedings of the American Mathematical Society 26, 229-235")
    {
        Checked = "not seen",
    };

    /// <summary>The number of threshold functions.</summary>
    public static Paper Muroga1971 { get; } = new("S. Muroga", 1971, "Threshold Logic and Its Applications", "Wiley")
    {
        Checked = "restated in the On-Line Encyclopedia of Integer Sequences, A000609 and A000615",
        Url = "https://oeis.org/A000609",
    };

    /// <summary>MYCIN's certainty factors, in the form that EMYCIN gave them for evidence of mixed signs.</summary>
    public static Paper VanMelle1980 { get; } = new(
        "W. van Melle", 1980, "A domain-independent system that aids in constructing knowledge-based consultation programs",
        "doctoral dissertation, Stanford University; after E. H. Shortliffe, B. G. Buchanan, Mathematical Biosciences 23 (1975), 351-379")
    {
        Checked = "not seen; restated in B. G. Buchanan, E. H. Shortliffe, Rule-Based Expert Systems, 1984, chapters 10 and 11, page not "
            + "known",
    };

    /// <summary>Rules told by an expert against rules induced from examples.</summary>
    public static Paper MichalskiChilausky1980 { get; } = new(
        "R. S. Michalski, R. L. Chilausky", 1980,
        "Learning by being told and learning from examples: an experimental comparison of the two methods of knowledge acquisition in the "
            +
        "context of developing an expert system for soybean disease diagnosis",
        "International Journal of Policy Analysis and Information Systems 4(2), 125-161")
    {
        Checked = "restated in later papers that cite it and agree",
    };

    /// <summary>The net as a physical system with an energy.</summary>
    public static Paper Hopfield1982 { get; } = new(
        "J. J. Hopfield", 1982, "Neural networks and physical systems with emergent collective computational abilities",
        "Proceedings of the National Academy of Sciences 79, 2554-2558")
    {
        Checked = Transcription,
        Url = "https://doi.org/10.1073/pnas.79.8.2554",
    };

    /// <summary>The Boltzmann machine and its encoders.</summary>
    public static Paper AckleyHintonSejnowski1985 { get; } = new(
        "D. H. Ackley, G. E. Hinton, T. J. Sejnowski", 1985, "A learning algorithm for Boltzmann machines", "Cognitive Science 9, 147-169")
    {
        Checked = Transcription + " with its page numbers",
        Url = "https://doi.org/10.1207/s15516709cog0901_7",
    };

    /// <summary>Backpropagation in four pages.</summary>
    public static Paper RumelhartHintonWilliams1986 { get; } = new(
        "D. E. Rumelhart, G. E. Hinton, R. J. Williams", 1986, "Learning representations by back-propagating errors", "Nature 323, 533-536")
    {
        Checked = Transcription,
        Url = "https://doi.org/10.1038/323533a0",
    };

    /// <summary>Backpropagation as a chapter, with its many small tasks.</summary>
    public static Paper RumelhartHintonWilliams1986Chapter { get; } = new(
        "D. E. Rumelhart, G. E. Hinton, R. J. Williams", 1986, "Learning internal representations by error propagation",
        "in Parallel Distributed Processing, vol. 1, MIT Press, 318-362")
    {
        Checked = Transcription,
    };

    /// <summary>The family trees.</summary>
    public static Paper Hinton1986 { get; } = new(
        "G. E. Hinton", 1986, "Learning distributed representations of concepts",
        "Proceedings of the Eighth Annual Conference of the Cognitive Science Society, 1-12")
    {
        Checked = "not seen",
    };

    /// <summary>How many memories a large Hopfield net keeps.</summary>
    public static Paper AmitGutfreundSompolinsky1987 { get; } = new(
        "D. J. Amit, H. Gutfreund, H. Sompolinsky", 1987, "Statistical mechanics of neural networks near saturation",
        "Annals of Physics 173, 30-67")
    {
        Checked = "not seen; the figure as commonly cited",
        Url = "https://doi.org/10.1016/0003-4916(87)90092-3",
    };

    /// <summary>A program that learns a party from votes.</summary>
    public static Paper Schlimmer1987 { get; } = new(
        "J. C. Schlimmer", 1987, "Concept acquisition through representational adjustment",
        "doctoral dissertation, University of California, Irvine")
    {
        Checked = "restated in the data set's documentation (UCI Machine Learning Repository)",
    };

    /// <summary>NETtalk.</summary>
    public static Paper SejnowskiRosenberg1987 { get; } = new(
        "T. J. Sejnowski, C. R. Rosenberg", 1987, "Parallel networks that learn to pronounce English text", "Complex Systems 1, 145-168")
    {
        Checked = "restated in the notes of an independent repetition",
    };

    /// <summary>Metal or rock, by sonar.</summary>
    public static Paper GormanSejnowski1988 { get; } = new(
        "R. P. Gorman, T. J. Sejnowski", 1988, "Analysis of hidden units in a layered network trained to classify sonar targets",
        "Neural Networks 1, 75-89")
    {
        Checked = "restated in the data set's documentation (sonar.names)",
        Url = "https://doi.org/10.1016/0893-6080(88)90023-8",
    };

    /// <summary>Zip codes.</summary>
    public static Paper LeCun1989 { get; } = new(
        "Y. LeCun, B. Boser, J. S. Denker, D. Henderson, R. E. Howard, W. Hubbard, L. D. Jackel", 1989,
        "Backpropagation applied to handwritten zip code recognition", "Neural Computation 1(4), 541-551")
    {
        Checked = Transcription + " and in the notes of karpathy/lecun1989-repro",
        Url = "https://doi.org/10.1162/neco.1989.1.4.541",
    };

    /// <summary>Five networks, each told a little more about pictures.</summary>
    public static Paper LeCun1989Strategies { get; } = new(
        "Y. le Cun", 1989, "Generalization and network design strategies", "technical report CRG-TR-89-4, University of Toronto")
    {
        Checked = "not seen; figures as T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning, 2nd edition, 2009, "
            + "tabulate them in table 11.1",
    };

    /// <summary>Twenty thousand letters in many typefaces.</summary>
    public static Paper FreySlate1991 { get; } = new(
        "P. W. Frey, D. J. Slate", 1991, "Letter recognition using Holland-style adaptive classifiers", "Machine Learning 6(2), 161-182")
    {
        Checked = "restated in the data set's documentation (letter-recognition.names)",
        Url = "https://doi.org/10.1007/BF00114162",
    };

    /// <summary>How well one threshold unit can guess parity.</summary>
    public static Paper Aspnes1994 { get; } = new(
        "J. Aspnes, R. Beigel, M. Furst, S. Rudich", 1994, "The expressive power of voting polynomials", "Combinatorica 14, 135-148")
    {
        Checked = "not seen; the formula was checked by hand for up to four inputs",
    };

    /// <summary>Long short-term memory.</summary>
    public static Paper HochreiterSchmidhuber1997 { get; } = new(
        "S. Hochreiter, J. Schmidhuber", 1997, "Long short-term memory", "Neural Computation 9(8), 1735-1780")
    {
        Checked = Transcription,
        Url = "https://doi.org/10.1162/neco.1997.9.8.1735",
    };

    /// <summary>LeNet-5, and the comparison of classifiers on MNIST.</summary>
    public static Paper LeCun1998 { get; } = new(
        "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner", 1998, "Gradient-based learning applied to document recognition",
        "Proceedings of the IEEE 86(11), 2278-2324")
    {
        Checked = Transcription,
        Url = "https://doi.org/10.1109/5.726791",
    };
}
