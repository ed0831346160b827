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
    /// Loads all 683 plants as published. 52 repeat another plant in every value: call <see cref="SymbolicTable.Distinct"/> before
    /// splitting, or training examples leak into the test set.
    /// </summary>
    public static SymbolicTable Load()
    {
        using Stream content = Datasets.Open("soybean", "soybean.csv");
        IReadOnlyList<string[]> rows = Csv.Read(content, "soybean.csv");
        Dictionary<string, string[]> words = Codebook();
        foreach (string[] row in rows.Skip(1))
        {
            for (int column = 0; column < row.Length; column++)
            {
                if (row[column].Length > 0 && words.TryGetValue(rows[0][column], out string[]? values))
                    row[column] = values[int.Parse(row[column], System.Globalization.CultureInfo.InvariantCulture)];
            }
        }

        return SymbolicTable.From(rows, "Class");
    }

    // The format of a line: attribute, tab, 0=first; 1=second; ...
    private static Dictionary<string, string[]> Codebook()
    {
        using Stream content = Datasets.Open("soybean", "soybean-codebook.tsv");
        return Csv.Read(content, "soybean-codebook.tsv", '\t').Skip(1)
            .ToDictionary(line => line[0], line => line[1].Split("; ").Select(code => code[(code.IndexOf('=') + 1)..]).ToArray());
    }
}
