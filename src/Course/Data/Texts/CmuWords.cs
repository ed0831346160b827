namespace Course.Data.Texts;

/// <summary>The pronouncing dictionary of Carnegie Mellon University, as a list of English words.</summary>
public static class CmuWords
{
    /// <summary>Its entries in lower case, in their order: also names, abbreviations and words with apostrophes. A second pronunciation
    /// has a number in brackets.</summary>
    public static IEnumerable<string> Load()
    {
        using var reader = new StreamReader(Datasets.Open("cmudict", "cmudict.tsv.gz"));
        while (reader.ReadLine() is { } line) yield return line.Split('\t')[0];
    }
}
