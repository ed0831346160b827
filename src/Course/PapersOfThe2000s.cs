namespace Course;

/// <content>Those of 2000 to 2009.</content>
public static partial class Papers
{
    /// <summary>Contrastive divergence.</summary>
    public static Paper Hinton2002 { get; } = new(
        "G. E. Hinton", 2002, "Training products of experts by minimizing contrastive divergence", "Neural Computation 14(8), 1771-1800")
    {
        Checked = "not seen",
        Url = "https://doi.org/10.1162/089976602760128018",
    };

    /// <summary>Go on 5 × 5, solved.</summary>
    public static Paper VanDerWerf2003 { get; } = new(
        "E. C. D. van der Werf, H. J. van den Herik, J. W. H. M. Uiterwijk", 2003, "Solving Go on small boards", "ICGA Journal 26(2), 92-107")
    {
        Checked = "restated in its first author's page, erikvanderwerf.tengen.nl",
    };

    /// <summary>A deep network learns layer by layer, and dreams.</summary>
    public static Paper HintonOsinderoTeh2006 { get; } = new(
        "G. E. Hinton, S. Osindero, Y.-W. Teh", 2006, "A fast learning algorithm for deep belief nets", "Neural Computation 18(7), 1527-1554")
    {
        Checked = Transcription,
        Url = "https://doi.org/10.1162/neco.2006.18.7.1527",
    };

    /// <summary>Thirty numbers per digit.</summary>
    public static Paper HintonSalakhutdinov2006 { get; } = new(
        "G. E. Hinton, R. R. Salakhutdinov", 2006, "Reducing the dimensionality of data with neural networks", "Science 313, 504-507")
    {
        Checked = Transcription,
        Url = "https://doi.org/10.1126/science.1127647",
    };

    /// <summary>How many positions of Go there are.</summary>
    public static Paper Tromp2007 { get; } = new(
        "J. Tromp, G. Farnebäck", 2007, "Combinatorics of Go", "Computers and Games 2006, Lecture Notes in Computer Science 4630, 84-99")
    {
        Checked = "restated in the On-Line Encyclopedia of Integer Sequences, A094777",
    };

    /// <summary>The probability that a restricted Boltzmann machine gives to a digit.</summary>
    public static Paper SalakhutdinovMurray2008 { get; } = new(
        "R. Salakhutdinov, I. Murray", 2008, "On the quantitative analysis of deep belief networks", "ICML 2008, 872-879")
    {
        Checked = "not seen; figures as commonly cited",
        Url = "https://doi.org/10.1145/1390156.1390266",
    };

    /// <summary>All sonar echoes are linearly separable.</summary>
    public static Paper TorresMorenoGordon2009 { get; } = new(
        "J.-M. Torres-Moreno, M. B. Gordon", 2009, "An optimal linear separator for the sonar signals classification task",
        "arXiv:0906.0470")
    {
        Checked = "seen (its abstract)",
        Url = "https://arxiv.org/abs/0906.0470",
    };
}
