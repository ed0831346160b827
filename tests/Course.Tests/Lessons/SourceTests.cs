using Course.Data;
using Course.Threshold;

namespace Course.Tests.Lessons;

public class SourceTests
{
    [Fact]
    public void A_method_with_a_block_is_shown_from_its_documentation_to_its_closing_brace()
    {
        string code = Source.Of<Perceptron>(nameof(Perceptron.Learn)).Code;

        Assert.StartsWith("/// <summary>", code);
        Assert.Contains("public bool Learn(double[] x, int target, double eta = 1)\n{\n", code);
        Assert.EndsWith("\n}", code);
        Assert.DoesNotContain("LearnUntilRight", code);
    }

    [Fact]
    public void An_expression_bodied_method_is_shown_with_its_signature_and_nothing_of_its_neighbours()
    {
        string code = Source.Of<Perceptron>(nameof(Perceptron.Fires)).Code;

        Assert.Contains("public int Fires(double[] x) => ", code);
        Assert.EndsWith(";", code);
        Assert.DoesNotContain("Learn", code);
    }

    [Fact]
    public void A_whole_type_is_shown_without_its_usings()
    {
        string code = Source.Of<Mnist>().Code;

        Assert.StartsWith("/// <summary>", code);
        Assert.Contains("public static Mnist Load", code);
        Assert.DoesNotContain("namespace", code);
    }

    [Fact]
    public void A_member_that_is_not_there_is_answered_with_those_that_are()
    {
        var error = Assert.Throws<ArgumentException>(() => Source.Of<Perceptron>("Lern"));

        Assert.Contains("Learn", error.Message);
    }
}
