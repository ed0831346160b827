using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Course.Notebooks.Results;

namespace Course.FrontEnds.Tests;

/// <summary>The kernel of .NET Interactive as people have it installed runs the notebooks unchanged.</summary>
public sealed class ShippedToolTests(ShippedTool tool) : IClassFixture<ShippedTool>
{
    [Theory]
    [InlineData("01-mcculloch-pitts-neuron")]
    [InlineData("02-perceptron")]
    public async Task A_lesson_runs_and_reports_the_claims_that_it_reports_on_our_kernel(string lesson)
    {
        NotebookDocument executed = await tool.ExecuteAsync(lesson);
        CellOutput[] outputs = [.. executed.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs)];
        NotebookReport ours = await OurRuns.OfAsync(lesson);

        Assert.Empty(outputs.OfType<ErrorOutput>());
        Assert.NotEmpty(ours.Claims);
        Assert.Equivalent(
            ours.Claims, outputs.OfType<DisplayOutput>().Select(output => Claim(output.Data)).OfType<ClaimRecord>(), strict: true);
    }

    // The tool sends JSON as text.
    private static ClaimRecord? Claim(MimeBundle data) => data.Contents.TryGetValue(ClaimRecord.MimeType, out JsonNode? text)
        ? ClaimRecord.Read(JsonNode.Parse(text!.GetValue<string>()))
        : null;
}
