namespace Course.Data;

/// <summary>
/// Sonar returns from a metal cylinder (M, a mine) and from rocks (R): 60 energies from 0 to 1 (Gorman and Sejnowski, 1988).
/// </summary>
public static class Sonar
{
    /// <summary>Loads the 208 returns, sorted by class as published: shuffle before splitting.</summary>
    public static LabelledTable Load()
    {
        using Stream content = Datasets.Open("sonar", "sonar.csv.gz");
        return LabelledTable.From(Csv.Read(content, "sonar.csv.gz").Skip(1), ^1, "sonar.csv.gz");
    }
}
