using System.Globalization;
using Course.Data;
using Microsoft.Data.Analysis;
using static Course.Data.TableColumn;

namespace Course.Tests.Data;

/// <summary>Every tabular data set as a DataFrame: rows, names, types, gaps.</summary>
public class DataFrameTests
{
    private static readonly Dictionary<string, Func<DataFrame>> tables = new()
    {
        ["sonar"] = Sonar.Load,
        ["letters"] = Letters.Load,
        ["zoo"] = Zoo.Load,
        ["soybean"] = Soybean.Load,
        ["soybean codebook"] = Soybean.Codebook,
        ["house votes"] = HouseVotes.Load,
        ["iris"] = Iris.Load,
        ["penguins"] = Penguins.Load,
        ["vowels"] = Vowels.Load,
        ["breast cancer"] = BreastCancer.Load,
        ["AirPassengers"] = () => TimeSeries.Load("AirPassengers"),
        ["co2"] = () => TimeSeries.Load("co2"),
        ["lynx"] = () => TimeSeries.Load("lynx"),
        ["Nile"] = () => TimeSeries.Load("Nile"),
        ["sunspot.year"] = () => TimeSeries.Load("sunspot.year"),
        ["sunspots"] = () => TimeSeries.Load("sunspots"),
    };

    [Theory]
    [InlineData("sonar", 208, "60 Double, 1 String", 0)]
    [InlineData("letters", 20_000, "1 String, 16 Int32", 0)]
    [InlineData("zoo", 101, "1 String, 16 Int32, 1 String", 0)]
    [InlineData("soybean", 683, "36 String", 2337)]
    [InlineData("soybean codebook", 100, "1 String, 1 Int32, 1 String", 0)]
    [InlineData("house votes", 435, "17 String", 392)]
    [InlineData("iris", 150, "4 Double, 1 String", 0)]
    [InlineData("penguins", 344, "2 String, 2 Double, 2 Int32, 1 String, 1 Int32", 19)]
    [InlineData("vowels", 990, "1 Int32, 9 Double, 1 String", 0)]
    [InlineData("breast cancer", 699, "1 String, 9 Int32, 1 String", 16)]
    [InlineData("AirPassengers", 144, "1 DateTime, 1 Int32", 0)]
    [InlineData("co2", 468, "1 DateTime, 1 Double", 0)]
    [InlineData("lynx", 114, "2 Int32", 0)]
    [InlineData("Nile", 100, "2 Int32", 0)]
    [InlineData("sunspot.year", 289, "1 Int32, 1 Double", 0)]
    [InlineData("sunspots", 2820, "1 DateTime, 1 Double", 0)]
    public void A_table_has_its_rows_its_types_and_its_gaps_in_any_culture(string name, int rows, string types, int gaps)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            DataFrame table = tables[name]();

            Assert.Equal(rows, table.Rows.Count);
            Assert.Equal(types, string.Join(", ", Runs(table.Columns.Select(column => column.DataType.Name))));
            Assert.Equal(gaps, table.Columns.Sum(column => column.NullCount));
            Assert.Distinct(table.Columns.Select(column => column.Name));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_series_of_the_catalog_has_a_name_and_a_wrong_name_gets_the_right_one()
    {
        Assert.Equal(Datasets.Find("time-series").Files.Select(file => Path.GetFileNameWithoutExtension(file.Path)).Order(),
            TimeSeries.Names.Order());
        Assert.Equal("There is no series \"linx\". Did you mean \"lynx\"?",
            Assert.Throws<ArgumentException>(() => TimeSeries.Load("linx")).Message);
        Assert.Equal([new DateTime(1949, 1, 1), 112], TimeSeries.Load("AirPassengers").Rows[0]);
    }

    [Fact]
    public void Codes_become_words_and_gaps_stay_gaps()
    {
        Assert.Equal("mine", Sonar.Load()["object"][207]);
        Assert.Equal("T", Letters.Load()["letter"][0]);
        Assert.Equal(["democrat", null, "y"], HouseVotes.Load().Rows[2].Take(3));
        Assert.Equal("female", Penguins.Load()["sex"][1]);
        Assert.Null(Penguins.Load()["body mass"][3]);
        Assert.Equal(["date", 6, "oct"], Soybean.Codebook().Rows[6]);
    }

    [Fact]
    public void A_field_of_the_wrong_type_and_a_missing_column_are_told_in_one_line()
    {
        Assert.Equal("x.csv, column legs: The input string 'four' was not in a correct format.",
            Assert.Throws<DatasetCorruptException>(() => Read([["legs"], ["4"], ["four"]], Counts("legs"))).Message);
        Assert.Equal("x.csv, column size: The input string '1,5' was not in a correct format.",
            Assert.Throws<DatasetCorruptException>(() => Read([["size"], ["1,5"]], Numbers("size"))).Message);
        Assert.Equal("x.csv: 1 columns where there should be 2.",
            Assert.Throws<DatasetCorruptException>(() => Read([["legs"]], Counts("legs"), Words("kind"))).Message);
    }

    [Fact]
    public void Columns_become_arrays()
    {
        DataFrame iris = Iris.Load();

        double[][] x = iris.Matrix("petal length", "petal width");

        Assert.Equal((150, 2), (x.Length, x[0].Length));
        Assert.Equal([1.4, 0.2], x[0]);
        Assert.Equal(3.758, iris["petal length"].Doubles().Average(), 1e-9);
        Assert.Equal("setosa", iris["species"].Words()[0]);
        Assert.Equal("5.1", iris["sepal length"].Words()[0]);
        Assert.Equal(4, Zoo.Load()["legs"].Doubles()[0]);
    }

    [Fact]
    public void What_cannot_become_numbers_says_why()
    {
        Assert.Equal("The column 'species' does not hold numbers.",
            Assert.Throws<ArgumentException>(() => Iris.Load().Matrix("species")).Message);
        Assert.Equal("The column 'body mass' lacks 2 of its 344 numbers: drop those rows first, with DropNulls().",
            Assert.Throws<ArgumentException>(() => Penguins.Load()["body mass"].Doubles()).Message);
        Assert.Equal("The column 'sex' lacks the class of a row.",
            Assert.Throws<ArgumentException>(() => SymbolicTable.Of(Penguins.Load(), "sex")).Message);
    }

    [Fact]
    public void Sonar_as_floats_is_the_file_read_as_floats()
    {
        using Stream content = Datasets.Open("sonar", "sonar.csv.gz");
        float[][] expected = [.. Csv.Read(content, "sonar").Skip(1)
            .Select(row => row[..60].Select(field => float.Parse(field, CultureInfo.InvariantCulture)).ToArray())];

        Assert.Equal(expected, LabelledTable.Of(Sonar.Load(), "object").X);
    }

    private static DataFrame Read(string[][] rows, params TableColumn[] columns) => TableFile.Read(rows, "x.csv", columns, header: true);

    private static IEnumerable<string> Runs(IEnumerable<string> types)
    {
        List<(string Type, int Count)> runs = [];
        foreach (string type in types)
        {
            if (runs.Count > 0 && runs[^1].Type == type) runs[^1] = (type, runs[^1].Count + 1);
            else runs.Add((type, 1));
        }

        return runs.Select(run => $"{run.Count} {run.Type}");
    }
}
