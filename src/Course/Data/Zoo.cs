using Microsoft.Data.Analysis;
using static Course.Data.TableColumn;

namespace Course.Data;

/// <summary>
/// A hundred and one animals with sixteen traits each, in seven kinds (Richard Forsyth, 1990). The file's type <c>mollusc.et.al</c>, all
/// animals without a backbone except insects, is called <c>invertebrate</c> here.
/// </summary>
public static class Zoo
{
    private static readonly string[] traits =
    [
        "hair", "feathers", "eggs", "milk", "airborne", "aquatic", "predator", "toothed", "backbone", "breathes", "venomous", "fins",
        "legs", "tail", "domestic", "catsize",
    ];

    /// <summary>
    /// Loads the animals: <c>animal</c> (its name), sixteen traits (1 or 0, only <c>legs</c> is a number of legs), and <c>kind</c>. The
    /// mean of a trait is the share of the animals that have it.
    /// </summary>
    public static DataFrame Load() => TableFile.Read("zoo", "zoo.csv",
        [Words("animal"), .. traits.Select(Counts), Words("kind", type => type == "mollusc.et.al" ? "invertebrate" : type)]);
}
