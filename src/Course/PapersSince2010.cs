namespace Course;

/// <content>Those of 2010 and later.</content>
public static partial class Papers
{
    /// <summary>AlexNet.</summary>
    public static Paper Krizhevsky2012 { get; } = new(
        "A. Krizhevsky, I. Sutskever, G. E. Hinton", 2012, "ImageNet classification with deep convolutional neural networks",
        "Advances in Neural Information Processing Systems 25, 1097-1105")
    {
        Checked = Transcription,
        Url = "https://papers.nips.cc/paper/4824-imagenet-classification-with-deep-convolutional-neural-networks",
    };

    /// <summary>AlphaGo.</summary>
    public static Paper Silver2016 { get; } = new(
        "D. Silver, A. Huang, C. J. Maddison and others", 2016, "Mastering the game of Go with deep neural networks and tree search",
        "Nature 529, 484-489")
    {
        Checked = Transcription,
        Url = "https://doi.org/10.1038/nature16961",
    };

    /// <summary>The Transformer.</summary>
    public static Paper Vaswani2017 { get; } = new(
        "A. Vaswani, N. Shazeer, N. Parmar, J. Uszkoreit, L. Jones, A. N. Gomez, Ł. Kaiser, I. Polosukhin", 2017,
        "Attention is all you need", "Advances in Neural Information Processing Systems 30, 5998-6008")
    {
        Checked = Transcription,
        Url = "https://arxiv.org/abs/1706.03762",
    };

    /// <summary>GPT.</summary>
    public static Paper Radford2018 { get; } = new(
        "A. Radford, K. Narasimhan, T. Salimans, I. Sutskever", 2018, "Improving language understanding by generative pre-training",
        "OpenAI")
    {
        Checked = Transcription,
        Url = "https://cdn.openai.com/research-covers/language-unsupervised/language_understanding_paper.pdf",
    };

    /// <summary>BERT.</summary>
    public static Paper Devlin2018 { get; } = new(
        "J. Devlin, M.-W. Chang, K. Lee, K. Toutanova", 2018,
        "BERT: pre-training of deep bidirectional transformers for language understanding", "NAACL 2019; arXiv:1810.04805")
    {
        Checked = Transcription,
        Url = "https://arxiv.org/abs/1810.04805",
    };

    /// <summary>The zip code network, 33 years later.</summary>
    public static Paper Karpathy2022 { get; } = new(
        "A. Karpathy", 2022, "Deep neural nets: 33 years ago and 33 years from now", "with the code github.com/karpathy/lecun1989-repro")
    {
        Checked = "seen",
        Url = "https://github.com/karpathy/lecun1989-repro",
    };

    /// <summary>GPT-2.</summary>
    public static Paper Radford2019 { get; } = new(
        "A. Radford, J. Wu, R. Child, D. Luan, D. Amodei, I. Sutskever", 2019, "Language models are unsupervised multitask learners",
        "OpenAI, with the code github.com/openai/gpt-2")
    {
        Checked = "restated in the README of the repository, and in the configuration files of the published models",
        Url = "https://github.com/openai/gpt-2",
    };

    /// <summary>nanoGPT, a small GPT to train.</summary>
    public static Paper KarpathyNanoGpt { get; } = new(
        "A. Karpathy", 2022, "nanoGPT", "github.com/karpathy/nanoGPT")
    {
        Checked = "seen",
        Url = "https://github.com/karpathy/nanoGPT",
    };

    /// <summary>llama2.c and its model stories260K.</summary>
    public static Paper KarpathyStories { get; } = new(
        "A. Karpathy", 2023, "llama2.c: inference of Llama 2 in one file of pure C", "github.com/karpathy/llama2.c")
    {
        Checked = "seen",
        Url = "https://github.com/karpathy/llama2.c",
    };
}
