using System.Text.Json;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;
using Course.Notebooks.Protocol;

namespace Course.Notebooks.Tests.Protocol;

public class ProtocolTests
{
    [Fact]
    public void What_a_cell_shows_crosses_the_pipe_as_it_is()
    {
        const string chart = """{ "data":  [1.50, "é𝛾"] }""";
        var shown = new Displayed("id",
            MimeBundle.FromTexts(new Dictionary<string, string> { ["application/json"] = chart, ["text/plain"] = "a\u2028b" }));
        KernelOutput[] sent = [new StreamWritten("stdout", "x\n"), shown, new DisplayUpdated("id", shown.Data),
            new OutputCleared(Wait: true)];

        KernelOutput[] received =
            [.. sent.Select(output => Assert.IsType<WorkerEvent.Output>(Sent(new WorkerEvent.Output(output))).Content)];

        Assert.Equal(sent.Select(output => output.GetType()), received.Select(output => output.GetType()));
        Assert.Equal(sent[0], received[0]);
        Assert.Equal(shown.Data.ToTexts(), Assert.IsType<Displayed>(received[1]).Data.ToTexts());
        Assert.Equal(sent[3], received[3]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"event":"unheard of"}""")]
    [InlineData("""{"event":"output","content":{"output":"unheard of"}}""")]
    [InlineData("""{"event":"output","content":{"output":"displayed","data":{"text/html":3}}}""")]
    [InlineData("""{"event":"output","content":{"output":"displayed","data":{"text/html":{"a":1}}}}""")]
    [InlineData("""{"event":"output","content":{"output":"displayed","data":["text/html"]}}""")]
    [InlineData("""{"event":"finished","cell":1,"value":{"application/json":null}}""")]
    public void What_no_worker_says_is_refused(string line) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(line, ProtocolJson.Default.WorkerEvent));

    private static WorkerEvent? Sent(WorkerEvent happened) => JsonSerializer.Deserialize(
        JsonSerializer.SerializeToUtf8Bytes(happened, ProtocolJson.Compact.WorkerEvent), ProtocolJson.Default.WorkerEvent);
}
