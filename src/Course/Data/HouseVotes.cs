using Microsoft.Data.Analysis;
using static Course.Data.TableColumn;

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
    /// Loads the votes: <c>party</c>, and a column per bill under the name of the data set's documentation, which holds <c>y</c>, <c>n</c>,
    /// or nothing if the member announced neither.
    /// </summary>
    public static DataFrame Load() => TableFile.Read("housevotes84", "housevotes84.csv",
        [Words("party"), .. bills.Select(bill => Words(bill))]);
}
