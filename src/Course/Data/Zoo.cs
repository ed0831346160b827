namespace Course.Data;

/// <summary>
/// A hundred and one animals with sixteen traits each, in seven types (Richard Forsyth, 1990). Traits are 0 or 1; <c>legs</c> is a number.
/// The file's type <c>mollusc.et.al</c>, all animals without a backbone except insects, is called <c>invertebrate</c> here.
/// </summary>
public static class Zoo
{
    /// <summary>Loads the animals. Their names are not a trait; they are returned beside the table, in the same order.</summary>
    public static (SymbolicTable Table, string[] Names) Load()
    {
        using Stream content = Datasets.Open("zoo", "zoo.csv");
        IReadOnlyList<string[]> rows = Csv.Read(content, "zoo.csv");
        SymbolicTable table = SymbolicTable.From([.. rows.Select(row => row[1..])], "type");
        return (new(table.Attributes, table.Rows, Array.ConvertAll(table.Labels, type => type == "mollusc.et.al" ? "invertebrate" : type)),
            [.. rows.Skip(1).Select(row => row[0])]);
    }
}
