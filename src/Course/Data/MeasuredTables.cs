using Microsoft.Data.Analysis;
using static Course.Data.TableColumn;

namespace Course.Data;

/// <summary>
/// Sonar returns from a metal cylinder (a mine) and from rocks: 60 energies from 0 to 1, one per frequency band (Gorman and Sejnowski,
/// 1988).
/// </summary>
public static class Sonar
{
    /// <summary>
    /// Loads the 208 returns: <c>band 1</c> to <c>band 60</c> (numbers) and <c>object</c> (<c>mine</c> or <c>rock</c>). They are sorted by
    /// object as published: shuffle before splitting.
    /// </summary>
    public static DataFrame Load() => TableFile.Read("sonar", "sonar.csv.gz",
        [.. Enumerable.Range(1, 60).Select(band => Numbers($"band {band}")), Words("object", code => code == "M" ? "mine" : "rock")]);
}

/// <summary>Distorted capital letters A to Z in 20 fonts, each described by 16 integers from 0 to 15 (Frey and Slate, 1991).</summary>
public static class Letters
{
    private static readonly string[] measures =
    [
        "x-box", "y-box", "width", "high", "onpix", "x-bar", "y-bar", "x2bar", "y2bar", "xybar", "x2ybr", "xy2br", "x-ege", "xegvy",
        "y-ege", "yegvx",
    ];

    /// <summary>
    /// Loads the 20,000 letters: <c>letter</c>, and sixteen whole numbers under the names of the data set's documentation. They are in
    /// their published order: the paper trained on the first 16,000 and tested on the last 4,000.
    /// </summary>
    public static DataFrame Load() => TableFile.Read("uci-letters", "letter-recognition.data.gz",
        [Words("letter"), .. measures.Select(Counts)], header: false);
}

/// <summary>Iris flowers of three species (E. Anderson, 1935; R. A. Fisher, 1936).</summary>
public static class Iris
{
    /// <summary>Loads the 150 flowers: four lengths in centimetres (numbers) and <c>species</c>.</summary>
    public static DataFrame Load() => TableFile.Read("iris", "iris.csv",
        [Numbers("sepal length"), Numbers("sepal width"), Numbers("petal length"), Numbers("petal width"), Words("species")]);
}

/// <summary>Penguins of the Palmer Archipelago, Antarctica (K. B. Gorman; A. M. Horst, A. P. Hill and K. B. Gorman, 2020).</summary>
public static class Penguins
{
    /// <summary>
    /// Loads the 344 penguins: <c>species</c>, <c>island</c>, the bill's length and depth in millimetres (numbers), <c>flipper length</c>
    /// in millimetres and <c>body mass</c> in grams (whole numbers), <c>sex</c>, <c>year</c>. Eleven rows have gaps.
    /// </summary>
    public static DataFrame Load() => TableFile.Read("penguins", "penguins.csv",
    [
        Words("species"), Words("island"), Numbers("bill length"), Numbers("bill depth"), Counts("flipper length"), Counts("body mass"),
        Words("sex"), Counts("year"),
    ]);
}

/// <summary>Eleven vowels of British English, spoken by fifteen people (D. Deterding, M. Niranjan, T. Robinson).</summary>
public static class Vowels
{
    /// <summary>
    /// Loads the 990 utterances: <c>speaker</c> from 0 to 14, nine measures <c>x1</c> to <c>x9</c> of the sound (numbers), and the
    /// <c>vowel</c> as a word that holds it.
    /// </summary>
    public static DataFrame Load() => TableFile.Read("vowel", "vowel.csv",
        [Counts("speaker"), .. Enumerable.Range(1, 9).Select(measure => Numbers($"x{measure}")), Words("vowel")]);
}

/// <summary>Breast tumours, seen through a microscope (W. H. Wolberg, O. L. Mangasarian, 1990).</summary>
public static class BreastCancer
{
    private static readonly string[] measures =
    [
        "clump thickness", "cell size", "cell shape", "marginal adhesion", "epithelial cell size", "bare nuclei", "bland chromatin",
        "normal nucleoli", "mitoses",
    ];

    /// <summary>
    /// Loads the 699 samples: <c>sample</c> (its number, not unique), nine grades from 1 to 10, and <c>tumour</c> (<c>benign</c> or
    /// <c>malignant</c>). Sixteen samples lack <c>bare nuclei</c>.
    /// </summary>
    public static DataFrame Load() => TableFile.Read("breastcancer", "breastcancer.csv",
        [Words("sample"), .. measures.Select(Counts), Words("tumour")]);
}
