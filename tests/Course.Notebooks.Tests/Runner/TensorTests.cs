using Course.Notebooks.Documents;

namespace Course.Notebooks.Tests.Runner;

public class TensorTests
{
    [Theory]
    [InlineData("for (int i = 0; i < 200; i++) { var t = torch.zeros(1000, 1000); t.add_(1); }", true)]
    [InlineData("for (int i = 0; i < 200; i++) { using var t = torch.zeros(1000, 1000); t.add_(1); }", false)]
    [InlineData("using var scope = torch.NewDisposeScope();\nfor (int i = 0; i < 200; i++) { var t = torch.zeros(1000, 1000); t.add_(1); }", false)]
    [InlineData("var kept = new List<torch.Tensor>();\nfor (int i = 0; i < 200; i++) kept.Add(torch.ones(1000, 1000));", false)]
    public async Task Forgotten_tensors_are_told_of_once(string code, bool told)
    {
        string library = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../course/Course.dll"));
        Trial trial = await Trial.OfAsync($"#r \"{library}\"\nusing TorchSharp;\ntorch.set_num_threads(1);", code, "1", code);

        Assert.Null(trial.Report.Failure);
        string advice = string.Concat(trial.OutputsOf(2).OfType<StreamOutput>().Select(stream => stream.Text));
        Assert.Equal(told, advice.Contains("torch.NewDisposeScope()", StringComparison.Ordinal));
        if (told)
            Assert.Matches(@"^\[\d{3} tensors of 0\.[5-9] GB were left undisposed", advice);
        Assert.DoesNotContain("undisposed", trial.PrintedBy(4), StringComparison.Ordinal);
    }
}
