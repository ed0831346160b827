namespace Course;

/// <content>Those of 2020 and later.</content>
public static partial class Papers
{
    /// <summary>Power laws of language models.</summary>
    public static Paper Kaplan2020 { get; } = new(
        "J. Kaplan, S. McCandlish, T. Henighan, T. B. Brown, B. Chess, R. Child, S. Gray, A. Radford, J. Wu, D. Amodei", 2020,
        "Scaling laws for neural language models", "arXiv:2001.08361")
    {
        Checked = "restated in several readers' notes, which agree on the laws and on table 1",
        Url = "https://arxiv.org/abs/2001.08361",
    };

    /// <summary>GPT-3.</summary>
    public static Paper Brown2020 { get; } = new(
        "T. B. Brown, B. Mann, N. Ryder, M. Subbiah, J. Kaplan and others", 2020, "Language models are few-shot learners",
        "Advances in Neural Information Processing Systems 33, 1877-1901")
    {
        Checked = Transcription + "; table D.1 in a translation",
        Url = "https://arxiv.org/abs/2005.14165",
    };

    /// <summary>InstructGPT.</summary>
    public static Paper Ouyang2022 { get; } = new(
        "L. Ouyang, J. Wu, X. Jiang, D. Almeida, C. L. Wainwright, P. Mishkin and others", 2022,
        "Training language models to follow instructions with human feedback",
        "Advances in Neural Information Processing Systems 35, 27730-27744")
    {
        Checked = "restated in readers' notes, which agree on the figures of its sections 1 and 4",
        Url = "https://arxiv.org/abs/2203.02155",
    };

    /// <summary>How a true score falls while a learnt reward rises.</summary>
    public static Paper Gao2022 { get; } = new(
        "L. Gao, J. Schulman, J. Hilton", 2022, "Scaling laws for reward model overoptimization", "arXiv:2210.10760")
    {
        Checked = Transcription + " of its introduction; sections 3.5 and later in readers' notes",
        Url = "https://arxiv.org/abs/2210.10760",
    };

    /// <summary>Denoising diffusion.</summary>
    public static Paper Ho2020 { get; } = new(
        "J. Ho, A. Jain, P. Abbeel", 2020, "Denoising diffusion probabilistic models",
        "Advances in Neural Information Processing Systems 33, 6840-6851")
    {
        Checked = Transcription + "; its tables in readers' notes, which agree",
        Url = "https://arxiv.org/abs/2006.11239",
    };

    /// <summary>The cosine's schedule of noise.</summary>
    public static Paper Nichol2021 { get; } = new(
        "A. Nichol, P. Dhariwal", 2021, "Improved denoising diffusion probabilistic models",
        "Proceedings of the 38th International Conference on Machine Learning, 8162-8171")
    {
        Checked = "restated in readers' notes on its sections 3 and 4",
        Url = "https://arxiv.org/abs/2102.09672",
    };

    /// <summary>Linear regression, learnt in context.</summary>
    public static Paper Garg2022 { get; } = new(
        "S. Garg, D. Tsipras, P. Liang, G. Valiant", 2022,
        "What can Transformers learn in-context? A case study of simple function classes",
        "Advances in Neural Information Processing Systems 35, 30583-30598")
    {
        Checked = "restated in readers' notes on its sections 2 and 3",
        Url = "https://arxiv.org/abs/2208.01066",
    };

    /// <summary>How fast training grows.</summary>
    public static Paper Sevilla2022 { get; } = new(
        "J. Sevilla, L. Heim, A. Ho, T. Besiroglu, M. Hobbhahn, P. Villalobos", 2022,
        "Compute trends across three eras of machine learning", "International Joint Conference on Neural Networks, 1-8")
    {
        Checked = "restated in a transcription of its abstract",
        Url = "https://arxiv.org/abs/2202.05924",
    };

    /// <summary>The doubt about them.</summary>
    public static Paper Schaeffer2023 { get; } = new(
        "R. Schaeffer, B. Miranda, S. Koyejo", 2023, "Are emergent abilities of large language models a mirage?",
        "Advances in Neural Information Processing Systems 36")
    {
        Checked = Transcription,
        Url = "https://arxiv.org/abs/2304.15004",
    };

    /// <summary>Chinchilla's law, fitted again.</summary>
    public static Paper Besiroglu2024 { get; } = new(
        "T. Besiroglu, E. Erdil, M. Barnett, J. You", 2024, "Chinchilla scaling: a replication attempt", "arXiv:2404.10102")
    {
        Checked = "restated in readers' notes, which agree on its estimates",
        Url = "https://arxiv.org/abs/2404.10102",
    };
}
