using Course.Transformers;

namespace Course.Tests.Transformers;

public class PositionsTests
{
    [Fact]
    public void The_code_is_the_formula_of_the_paper()
    {
        double[] code = Positions.Of(7, 6);

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(Math.Sin(7 / Math.Pow(10_000, 2 * i / 6.0)), code[2 * i], 1e-12);
            Assert.Equal(Math.Cos(7 / Math.Pow(10_000, 2 * i / 6.0)), code[2 * i + 1], 1e-12);
        }
    }

    [Fact]
    public void One_linear_map_leads_from_every_position_to_the_one_k_later()
    {
        for (int position = 0; position < 50; position += 7)
        {
            foreach (int k in (int[])[-5, 0, 1, 13])
            {
                Assert.All(Positions.Of(position + k, 32).Zip(Positions.Shift(Positions.Of(position, 32), k)),
                    pair => Assert.Equal(pair.First, pair.Second, 1e-12));
            }
        }
    }

    [Fact]
    public void The_table_holds_the_codes()
    {
        using var table = Positions.Table(20, 8);

        Assert.Equal([20, 8], table.shape);
        AttentionTests.AssertEqual(table, [.. Enumerable.Range(0, 20).Select(position => Positions.Of(position, 8))], 1e-7);
    }
}
