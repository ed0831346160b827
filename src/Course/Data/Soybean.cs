using System.Globalization;
using Microsoft.Data.Analysis;
using static Course.Data.TableColumn;

namespace Course.Data;

/// <summary>
/// Diseased soybean plants of Illinois: 35 observations in words, 19 diseases (R. S. Michalski and R. L. Chilausky, 1980). The words are
/// those of the data set's documentation: <c>w-s-marg</c> is a water-soaked margin, <c>dna</c> "does not apply".
/// </summary>
public static class Soybean
{
    /// <summary>Four diseases that were not in the study of 1980, with few plants and many gaps.</summary>
    public static IReadOnlyList<string> Later { get; } =
        ["2-4-d-injury", "cyst-nematode", "diaporthe-pod-&-stem-blight", "herbicide-injury"];

    /// <summary>
    /// Loads all 683 plants as published: <c>disease</c>, and a column of words per observation. 121 plants have gaps. 52 repeat another
    /// plant in every value: call <see cref="SymbolicTable.Distinct"/> before splitting, or training examples leak into the test set.
    /// </summary>
    public static DataFrame Load() => TableFile.Read("soybean", "soybean.csv",
        [Words("disease"), .. ReadCodebook().Select(line => Words(line.Attribute, code => line.Words[Number(code)]))]);

    /// <summary>
    /// The codebook: <c>attribute</c>, <c>code</c> (the number in the file) and <c>word</c>. An attribute's codes put its words in order:
    /// <c>apr</c> before <c>may</c>.
    /// </summary>
    public static DataFrame Codebook()
    {
        (string Attribute, int Code, string Word)[] codes = [.. ReadCodebook()
            .SelectMany(line => line.Words.Select((word, code) => (line.Attribute, code, word)))];
        return new DataFrame(
            new StringDataFrameColumn("attribute", codes.Select(code => code.Attribute)),
            new Int32DataFrameColumn("code", codes.Select(code => code.Code)),
            new StringDataFrameColumn("word", codes.Select(code => code.Word)));
    }

    // A line: attribute, tab, 0=first; 1=second; ... The attributes are in the order of the table's columns; dots become hyphens.
    private static (string Attribute, string[] Words)[] ReadCodebook()
    {
        using Stream content = Datasets.Open("soybean", "soybean-codebook.tsv");
        return [.. Csv.Read(content, "soybean-codebook.tsv", '\t').Skip(1).Select(line => (line[0].Replace('.', '-'),
            line[1].Split("; ").Select(code => code[(code.IndexOf('=') + 1)..]).ToArray()))];
    }

    private static int Number(string code) => int.Parse(code, CultureInfo.InvariantCulture);
}
