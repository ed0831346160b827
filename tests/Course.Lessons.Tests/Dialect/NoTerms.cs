namespace Course.Lessons.Tests.Dialect;

/// <summary>What lessons print bold and is no term: the glossary leaves it out.</summary>
internal static class NoTerms
{
    // By reason; in small letters. Where a word is a term elsewhere, its lesson's number stands before it.
    private static readonly Dictionary<string, string[]> all = new()
    {
        ["people"] =
        [
            "walter pitts", "warren mcculloch", "frank rosenblatt", "john hopfield", "terrence sejnowski", "geoffrey hinton",
            "ludwig boltzmann", "david rumelhart", "ronald williams", "seppo linnainmaa", "paul werbos", "kunihiko fukushima",
            "yann lecun", "sepp hochreiter", "jürgen schmidhuber", "simon osindero", "yee-whye teh", "ruslan salakhutdinov",
            "fei-fei li", "alex krizhevsky", "ilya sutskever", "dan cireșan", "rémi coulom", "levente kocsis", "csaba szepesvári",
            "david silver", "aja huang", "demis hassabis", "oriol vinyals", "quoc le", "dzmitry bahdanau", "kyunghyun cho",
            "yoshua bengio", "alec radford", "jacob devlin",
        ],
        ["names of single things: layers, crossings of a board, data, a prize"] =
            ["h1", "h2", "h3", "a3", "c3", "gentoo", "sonar", "zip codes", "nobel prize in physics"],
        ["what to press, to do or to change"] =
            ["shift+enter", "run", "change", "look", "read", "add rules", "change the temperatures", "add", "subtract"],
        ["whole sentences"] =
        [
            "what a nerve cell does is a sentence of logic", "the digit with the largest sum wins", "combining is adding", "it is xor",
            "produces states by itself, with probabilities that its weights decide", "a whole layer is asked at once",
            "blame from several uses adds up", "nothing about the people goes in",
        ],
        ["words that carry a sentence's weight"] =
        [
            "and", "or", "not", "if", "for", "against", "on", "off", "every", "two", "three", "four", "sixth", "months", "small",
            "by itself", "straight line", "in between", "average", "all in one piece", "no theorem", "represent", "find",
            "has not seen", "it has not seen", "without a single label", "the written rules", "the induced rules",
            "two hidden units", "made of", "twice", "same weights", "equal size and opposite sign", "product of $k$ factors",
            "three more optimizers", "weighted sum and the threshold", "chosen", "missed",
        ],
        ["terms of the glossary in another sense"] =
            ["00 filters", "00 groups", "00 sorts", "05 map", "11 network"],
    };

    private static readonly HashSet<string> said = [.. all.Values.SelectMany(words => words)];

    /// <summary>Whether bold words are no term.</summary>
    /// <param name="lesson">The lesson's number, two digits.</param>
    /// <param name="words">The words, in small letters.</param>
    internal static bool Contains(string lesson, string words) => said.Contains(words) || said.Contains($"{lesson} {words}");
}
