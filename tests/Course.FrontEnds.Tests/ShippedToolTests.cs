using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using Course.Notebooks.Results;
using Course.TestTools;

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
        NotebookDocument ours = NotebookDocument.Load(await KernelRuns.PathOfAsync($"{lesson}.ipynb"));

        Assert.Empty(Outputs(executed).OfType<ErrorOutput>());
        Assert.NotEmpty(Claims(ours));
        Assert.Equivalent(Claims(ours), Claims(executed), strict: true);
    }

    private static IEnumerable<CellOutput> Outputs(NotebookDocument document) =>
        document.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs);

    private static ClaimRecord[] Claims(NotebookDocument document) =>
        [.. Outputs(document).OfType<DisplayOutput>().Select(output => Claim(output.Data)).OfType<ClaimRecord>()];

    // The tool sends JSON as text.
    private static ClaimRecord? Claim(MimeBundle data)
    {
        JsonNode? claim = data.Contents.GetValueOrDefault(ClaimRecord.MimeType);
        return ClaimRecord.Read(claim is JsonValue text ? JsonNode.Parse(text.GetValue<string>()) : claim);
    }
}
