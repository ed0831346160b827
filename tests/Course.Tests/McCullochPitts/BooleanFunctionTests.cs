using Course.ExpertSystems;
using Course.McCullochPitts;
using CsCheck;

namespace Course.Tests.McCullochPitts;

public class BooleanFunctionTests
{
    private static readonly Gen<BooleanFunction> functions =
        from inputs in Gen.Int[0, 6]
        from bits in Gen.ULong
        select new BooleanFunction(inputs, inputs == 6 ? bits : bits & ((1UL << (1 << inputs)) - 1));

    [Fact]
    public void Rows_stand_in_the_order_of_truth_tables_with_the_first_input_leftmost()
    {
        Assert.Equal([true, false, false], BooleanFunction.InputsOf(4, 3));
        Assert.Equal("0011", BooleanFunction.Of(2, x => x[0]).ToString());
        Assert.Equal("0101", BooleanFunction.Of(2, x => x[1]).ToString());
    }

    [Fact]
    public void What_is_printed_is_parsed_back() =>
        functions.Sample(f => BooleanFunction.Parse(f.ToString()) == f);

    [Fact]
    public void Evaluating_agrees_with_the_row_of_the_inputs() =>
        functions.Sample(f => Enumerable.Range(0, f.Rows).All(row => f.Evaluate(BooleanFunction.InputsOf(row, f.Inputs)) == f[row]));

    [Fact]
    public void A_function_and_its_negation_share_no_true_row_and_fill_all_rows() =>
        functions.Sample(f => (f.Bits & f.Negated().Bits) == 0 && f.TrueRows + f.Negated().TrueRows == f.Rows);

    [Fact]
    public void A_function_depends_on_the_inputs_it_reads_only()
    {
        var f = BooleanFunction.Of(3, x => x[0] ^ x[2]);

        Assert.True(f.DependsOn(0));
        Assert.False(f.DependsOn(1));
        Assert.True(f.DependsOn(2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("010")]
    [InlineData("01x1")]
    public void Text_that_is_no_truth_table_is_refused(string text) =>
        Assert.Throws<FormatException>(() => BooleanFunction.Parse(text));

    [Fact]
    public void The_sixteen_functions_of_two_inputs_have_sixteen_names()
    {
        Assert.Equal(16, TwoInputFunctions.All.Select(f => f.Name).Distinct().Count());
        Assert.Equal("XOR", TwoInputFunctions.NameOf(BooleanFunction.Parse("0110")));
        Assert.Equal("a IMPLIES b", TwoInputFunctions.NameOf(BooleanFunction.Of(2, x => !x[0] || x[1])));
        Assert.Equal("b AND NOT a", TwoInputFunctions.NameOf(BooleanFunction.Of(2, x => x[1] && !x[0])));
    }
}
