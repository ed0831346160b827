namespace Course.Data;

/// <summary>A hundred and one animals, sixteen traits each, seven types (Richard Forsyth, 1990). Traits are 0 or 1, <c>legs</c> a number.
/// What the file calls <c>mollusc.et.al</c>, all without a backbone that are no insects, is called <c>invertebrate</c> here.</summary>
public static class Zoo
{
    /// <summary>Loads the animals; their names are no trait and come beside the table, in the same order.</summary>
    public static (SymbolicTable Table, string[] Names) Load()
    {
        using Stream content = Datasets.Open("zoo", "zoo.csv");
        IReadOnlyList<string[]> rows = Csv.Read(content, "zoo.csv");
        SymbolicTable table = SymbolicTable.From([.. rows.Select(row => row[1..])], "type");
        return (new(table.Attributes, table.Rows, Array.ConvertAll(table.Labels, type => type == "mollusc.et.al" ? "invertebrate" : type)),
            [.. rows.Skip(1).Select(row => row[0])]);
    }
}
