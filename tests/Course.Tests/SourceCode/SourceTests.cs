using Course.ConvNets;
using Course.Data;
using Course.ExpertSystems;
using Course.Perceptrons;

namespace Course.Tests;

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
        Assert.Equal(1, Occurrences(code, "/// <summary>"));
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
        Assert.EndsWith("}", code);
    }

    [Fact]
    public void A_method_that_inherits_its_documentation_is_shown_without_the_tag()
    {
        string code = Source.Of<Convolution>(nameof(Convolution.Backward)).Code;

        Assert.StartsWith("public double[] Backward(", code);
    }

    [Fact]
    public void Every_overload_is_shown() =>
        Assert.Equal(3, Occurrences(Source.Of<Claim>(nameof(Claim.Report)).Code, "public static void Report("));

    [Fact]
    public void Properties_fields_and_constructors_are_found_although_they_have_no_code_of_their_own()
    {
        Assert.Equal("/// <summary>What it is worth.</summary>\npublic int Points { get; }",
            Source.Of<Exercise>(nameof(Exercise.Points)).Code);
        Assert.EndsWith("public const string HostName = \"Course.Display\";", Source.Of(typeof(Display), nameof(Display.HostName)).Code);
        Assert.StartsWith("internal Progress(string title", Source.Of<Progress>("Progress").Code);
        Assert.Equal(Source.Of<Progress>("Progress").Code, Source.Of<Progress>(".ctor").Code);
    }

    [Fact]
    public void An_iterator_is_shown_as_it_was_written() =>
        Assert.Contains("yield return item;", Source.Of<Progress>("Through").Code);

    [Fact]
    public void Every_public_type_of_the_library_and_every_method_of_it_has_its_source()
    {
        foreach (Type type in typeof(Source).Assembly.GetExportedTypes())
        {
            string whole = Source.Of(type).Code;
            Assert.Contains(type.Name.Split('`')[0], whole);
            Assert.Equal(Occurrences(Bare(whole), "{"), Occurrences(Bare(whole), "}"));
        }
    }

    [Fact]
    public void A_member_that_is_not_there_is_answered_with_the_nearest() =>
        Assert.Equal("There is no member of Perceptron \"Lern\". Did you mean \"Learn\"?",
        Assert.Throws<ArgumentException>(() => Source.Of<Perceptron>("Lern")).Message);

    [Fact]
    public void A_type_of_another_library_is_answered_with_one_sentence() =>
        Assert.Throws<InvalidOperationException>(() => Source.Of<string>());

    private static string Bare(string code) => SourceScanner.Blank(code);

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
