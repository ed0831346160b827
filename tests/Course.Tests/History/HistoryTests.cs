using Course.Data;
using Course.History;
using Course.Scaling;
using CsCheck;
using Microsoft.Data.Analysis;

namespace Course.Tests.History;

public class HistoryTests
{
    [Fact]
    public void The_chronicle_is_in_order_and_each_row_has_a_school_a_story_and_a_source()
    {
        DataFrame chronicle = Chronicle.Load();
        double[] when = [.. Chronicle.Whole(chronicle["year"]).Zip(Chronicle.Whole(chronicle["month"]),
            (year, month) => Chronicle.YearOf(year!.Value, month))];

        Assert.Equal(when.Order(), when);
        Assert.All(chronicle["school"].Words(), school => Assert.Contains(school, (string[])["connectionism", "symbolism", "both"]));
        Assert.All(chronicle["kind"].Words(), kind => Assert.Contains(kind, (string[])["machine", "book", "event"]));
        foreach (string column in (string[])["event", "story", "source"]) Assert.Equal(0, chronicle[column].NullCount);
        Assert.Distinct(chronicle["event"].Words());
    }

    [Fact]
    public void Each_lesson_stands_in_the_chronicle()
    {
        int?[] told = Chronicle.Whole(Chronicle.Load()["lesson"]);

        Assert.Equal(Enumerable.Range(1, 17), told.OfType<int>().Distinct().Order());
    }

    [Fact]
    public void Each_machine_names_its_source_and_a_figure_that_nobody_printed_is_a_rumour()
    {
        DataFrame machines = Chronicle.Machines(), compute = Chronicle.Compute();

        Assert.Equal(["GPT-4"], machines["machine"].Words().Zip(machines["status"].Words()).Where(row => row.Second != "counted")
            .Select(row => row.First));
        Assert.Equal(0, machines["source"].NullCount + compute["source"].NullCount);
        Assert.Empty(compute["machine"].Words().Except(machines["machine"].Words()));
        Assert.All(compute["how"].Words(), how => Assert.Contains(how, (string[])["counted", "printed", "estimate"]));
    }

    // 6 · connections · examples, with the figures that the row names.
    [Fact]
    public void What_the_course_counts_of_trainings_is_what_its_machines_and_papers_give()
    {
        DataFrame compute = Chronicle.Compute();
        Dictionary<string, double> operations = compute["machine"].Words().Zip(compute["operations"].Doubles())
            .ToDictionary(row => row.First!, row => row.Second);
        double products = 55 * 55 * 96 * 363.0 + 27 * 27 * 256 * 1200.0 + 13 * 13 * (384 * 2304.0 + 384 * 1728.0 + 256 * 1728.0)
            + 9216 * 4096.0 + 4096 * 4096.0 + 4096 * 1000.0;

        Assert.Equal(6.0 * 64_660 * 7_291 * 23, operations["LeNet"], 0.02 * operations["LeNet"]);
        Assert.Equal(6.0 * 10_504 * 5_040 * 101, operations["LSTM"], 0.02 * operations["LSTM"]);
        Assert.Equal(6.0 * 340_908 * 60_000 * 20, operations["LeNet-5"], 0.02 * operations["LeNet-5"]);
        Assert.Equal(6 * products * 1.2e6 * 90, operations["AlexNet"], 0.02 * operations["AlexNet"]);
        Assert.Equal(0.96 * TrainingCompute.PetaflopDay, operations["GPT-1"], 0.02 * operations["GPT-1"]);
        Assert.Equal(Gpt3Model.All[^1].PrintedFlops, operations["GPT-3"]);
    }

    [Fact]
    public void A_month_is_its_middle_and_a_year_without_a_month_too()
    {
        Assert.Equal(2017 + 5.5 / 12, Chronicle.YearOf(2017, 6));
        Assert.Equal(1969.5, Chronicle.YearOf(1969, null));
        Assert.Equal(1943 + 11.5 / 12, Chronicle.Years(Chronicle.Machines()["date"])[0]);
        Assert.Throws<ArgumentException>(() => Chronicle.Years(Chronicle.Machines()["machine"]));
    }

    [Fact]
    public void A_line_through_points_of_a_line_is_that_line_and_any_other_line_errs_more() =>
        Gen.Select(Gen.Double[-5, 5], Gen.Double[-5, 5], Gen.Double[-1, 1].Array[8]).Sample((slope, height, noise) =>
        {
            double[] x = [1, 2, 4, 5, 7, 8, 11, 12];
            double[] straight = [.. x.Select(at => height + slope * at)], y = [.. straight.Zip(noise, (one, more) => one + more)];
            LeastSquaresLine exact = LeastSquaresLine.Fit(x, straight), fit = LeastSquaresLine.Fit(x, y);
            double Errors(double a, double b) => x.Zip(y, (p, q) => Math.Pow(q - (a * p + b), 2)).Sum();

            Assert.Equal((slope, height), (exact.Slope, exact.Height), Near);
            double best = Errors(fit.Slope, fit.Height);
            foreach ((double a, double b) in ((double, double)[])[(0.01, 0), (-0.01, 0), (0, 0.01), (0, -0.01)])
                Assert.True(Errors(fit.Slope + a, fit.Height + b) >= best);
        });

    [Theory]
    [InlineData(6, 2)]
    [InlineData(12, 1)]
    [InlineData(-6, -2)]
    public void Growth_finds_the_time_of_doubling(double months, double doublingsPerYear)
    {
        double[] years = [2010, 2011.5, 2012, 2019], amounts = [.. years.Select(year => 3 * Math.Pow(2, doublingsPerYear * (year - 2010)))];

        var growth = Growth.Fit(years, amounts);

        Assert.Equal(months, growth.DoublingMonths, 1e-6);
        Assert.Equal(amounts[2], growth.At(2012), 1e-6 * amounts[2]);
    }

    [Fact]
    public void What_has_no_line_is_refused()
    {
        Assert.Throws<ArgumentException>(() => LeastSquaresLine.Fit([1, 1], [2, 3]));
        Assert.Throws<ArgumentException>(() => LeastSquaresLine.Fit([1, 2], [2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Growth.Fit([1, 2], [2, 0]));
        Assert.Throws<ArgumentException>(() => TableRows.LongestGap([1943]));
    }

    [Fact]
    public void The_longest_gap_is_the_first_of_equals() => Assert.Equal((1943, 1957), TableRows.LongestGap([1943, 1957, 1960, 1974]));

    [Fact]
    public void A_join_pairs_what_DataFrame_pairs() =>
        Gen.Select(Gen.OneOfConst("a", "b", "c", "d").Array[1, 8], Gen.OneOfConst("b", "c", "d", "e").Array[1, 8]).Sample((left, right) =>
        {
            DataFrame Table(string[] keys) => new(new StringDataFrameColumn("key", keys),
                new Int32DataFrameColumn("row", Enumerable.Range(0, keys.Length)));
            (int, int)[] ours = TableRows.Joined(left, right);
            DataFrame theirs = Table(left).Merge<string>(Table(right), "key", "key", " left", " right", JoinAlgorithm.Inner);

            Assert.Equal(theirs["row left"].Doubles().Zip(theirs["row right"].Doubles(), (one, other) => ((int)one, (int)other)).Order(),
                ours.Order());
            Assert.Equal(ours.Order(), ours);
        });

    private static bool Near((double, double) one, (double, double) other) =>
        Math.Abs(one.Item1 - other.Item1) < 1e-9 && Math.Abs(one.Item2 - other.Item2) < 1e-9;
}
