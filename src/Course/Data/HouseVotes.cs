namespace Course.Data;

/// <summary>
/// How 435 members of the United States House of Representatives voted on sixteen bills of 1984, and their party (Jeff Schlimmer, 1987).
/// </summary>
public static class HouseVotes
{
    private static readonly string[] bills =
    [
        "handicapped-infants", "water-project-cost-sharing", "adoption-of-the-budget-resolution", "physician-fee-freeze", "el-salvador-aid",
        "religious-groups-in-schools", "anti-satellite-test-ban", "aid-to-nicaraguan-contras", "mx-missile", "immigration",
        "synfuels-corporation-cutback",
        "education-spending", "superfund-right-to-sue", "crime", "duty-free-exports", "export-administration-act-south-africa",
    ];

    /// <summary>
    /// Loads the votes: y, n, or missing if the member announced neither. The bills' names are those of the data set's documentation.
    /// </summary>
    public static SymbolicTable Load()
    {
        using Stream content = Datasets.Open("housevotes84", "housevotes84.csv");
        return SymbolicTable.From(Csv.Read(content, "housevotes84.csv"), "Class") with { Attributes = bills };
    }
}
