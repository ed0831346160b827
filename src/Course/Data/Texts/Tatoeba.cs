namespace Course.Data.Texts;

/// <summary>An English sentence and its Chinese translation.</summary>
/// <param name="English">The sentence.</param>
/// <param name="Chinese">Its translation, in traditional or simplified characters.</param>
/// <param name="Attribution">Who wrote both, as the licence asks to say.</param>
public sealed record TatoebaPair(string English, string Chinese, string Attribution);

/// <summary>Loads <see cref="TatoebaPair"/>s; the course does not ship them.</summary>
public static class Tatoeba
{
    /// <summary>All 26,388 pairs, short sentences first. A sentence that was translated more than once has more than one pair.</summary>
    /// <exception cref="DatasetMissingException">The data set is not on this machine.</exception>
    /// <exception cref="DatasetCorruptException">A line does not have three parts.</exception>
    public static IReadOnlyList<TatoebaPair> Load()
    {
        using var reader = new StreamReader(Datasets.Open("tatoeba-cmn-eng", "cmn-eng_tatoeba_2021.tsv.gz"));
        var pairs = new List<TatoebaPair>();
        while (reader.ReadLine() is { } line)
        {
            pairs.Add(line.Split('\t') is [string english, string chinese, string attribution]
                ? new(english, chinese, attribution)
                : throw new DatasetCorruptException($"cmn-eng_tatoeba_2021.tsv.gz: \"{line}\" is not a pair."));
        }
        return pairs;
    }
}
