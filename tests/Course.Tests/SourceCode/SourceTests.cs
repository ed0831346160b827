using Course.ConvNets;
using Course.Data;
using Course.ExpertSystems;
using Course.Perceptrons;

namespace Course.Tests;

public class SourceTests
{
    [Fact]
    public void A_method_with_a_block_is_shown_from_its_signature_to_its_closing_brace()
    {
        string code = Source.Of<Perceptron>(nameof(Perceptron.Learn)).Code;

        Assert.StartsWith("public bool Learn(double[] x, int target, double eta = 1)\n{\n", code);
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

        Assert.StartsWith("public sealed", code);
        Assert.Contains("public static Mnist Load", code);
        Assert.DoesNotContain("///", code);
        Assert.DoesNotContain("namespace", code);
        Assert.EndsWith("}", code);
    }

    [Theory]
    [InlineData("int Sum(int first, int second) => first + second;", "int Sum(int first, int second) => first + second;")]
    [InlineData(
        "    public static double[] Forward(double[] inputs, double[] weights, double[] biases, int examples = 1, int steps = 1)\n    {",
        "    public static double[] Forward(double[] inputs, double[] weights, double[] biases,\n        int examples = 1, int steps = 1)\n    {")]
    [InlineData(
        "    private double Loss(double[] outputs, double[] targets) => outputs.Zip(targets, (y, d) => (y - d) * (y - d)).Sum() / 2;",
        "    private double Loss(double[] outputs, double[] targets)\n        => outputs.Zip(targets, (y, d) => (y - d) * (y - d)).Sum() / 2;")]
    [InlineData(
        "        double total = loss.LossAndGradient(y, wanted, wanted.Length / batch, gradient);   // the sum over the batch",
        "        // the sum over the batch\n        double total = loss.LossAndGradient(y, wanted, wanted.Length / batch, gradient);")]
    [InlineData(
        "    // A remark that goes on and on until the editor's own limit is near, but a notebook's cell was left behind long ago.",
        "    // A remark that goes on and on until the editor's own limit is near, but a notebook's\n    // cell was left behind long ago.")]
    [InlineData(
        "throw new ArgumentException(\"a message, with commas, that is - as messages are - long enough to need a line of its own\");",
        "throw new ArgumentException(\"a message, with commas, that is - as messages are - long enough to need a line of its own\");")]
    public void A_long_line_is_broken_where_it_reads_well(string line, string wrapped) => Assert.Equal(wrapped, SourceLines.Wrap(line));

    [Fact]
    public void What_a_lesson_shows_fits_its_cell()
    {
        string[] shown =
        [
            Source.Of<Convolution>(nameof(Convolution.Backward)).Code, Source.Of<Perceptron>().Code, Source.Of<Consultation>("Trace").Code,
        ];

        Assert.All(shown.SelectMany(code => code.Split('\n')), line => Assert.True(line.Length <= 90, line));
    }

    [Fact]
    public void Every_overload_is_shown() =>
        Assert.Equal(4, Occurrences(Source.Of<Claim>(nameof(Claim.Report)).Code, "public static void Report("));

    [Fact]
    public void Properties_fields_and_constructors_are_found_although_they_have_no_code_of_their_own()
    {
        Assert.Equal("public int Points { get; }", Source.Of<Exercise>(nameof(Exercise.Points)).Code);
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
