using System.Text.Json.Nodes;
using Course.Notebooks.Documents;
using CsCheck;

namespace Course.Notebooks.Tests.Documents;

public class RoundTripTests
{
    private static readonly Gen<string> text = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.OneOfConst('a', '\n', '\r', '\v', '\f', '\x1c', '\x1d', '\x1e', '\x85', '\u2028', '\u2029', '"', '\\', '\0', '\x7f',
            'é', '\ud83d', '\ude00')]);

    [Theory]
    [InlineData("jupyter-4.5.ipynb")]
    [InlineData("jupyter-4.4.ipynb")]
    public void A_file_that_Jupyter_saved_is_saved_again_byte_for_byte(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Documents", "Fixtures", name);
        string copy = Path.GetTempFileName();
        try
        {
            NotebookDocument.Load(path).Save(copy);

            Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(copy));
        }
        finally
        {
            File.Delete(copy);
        }
    }

    [Fact]
    public void Any_source_and_output_survive_saving_and_reading() =>
        Gen.Select(text, text, text.Array[0, 3]).Sample((source, printed, traceback) =>
        {
            var cell = new CodeCell(source, "a");
            cell.Outputs.Add(new StreamOutput("stdout", printed));
            cell.Outputs.Add(new DisplayOutput(new MimeBundle("text/html", printed)));
            cell.Outputs.Add(new ErrorOutput(source, printed, traceback));
            var document = new NotebookDocument { Cells = { cell } };

            string json = document.ToJson();
            NotebookDocument again = NotebookDocument.Parse(json);

            var read = Assert.IsType<CodeCell>(Assert.Single(again.Cells));
            Assert.Equal(source, read.Source);
            Assert.Equal(printed, ((StreamOutput)read.Outputs[0]).Text);
            Assert.Equal(printed, ((DisplayOutput)read.Outputs[1]).Data.Text("text/html"));
            Assert.Equal(traceback, ((ErrorOutput)read.Outputs[2]).Traceback);
            Assert.Equal(json, again.ToJson());
        });

    [Fact]
    public void Members_that_are_not_known_are_kept_wherever_they_stand()
    {
        const string text = """
            {"nbformat":4,"nbformat_minor":5,"metadata":{"a":{"b":[1]}},"more":1,"cells":[
             {"cell_type":"code","id":"x","metadata":{"m":true},"source":"1","execution_count":null,"new":"n","outputs":[
              {"output_type":"stream","name":"stderr","text":"e","o":2}]}]}
            """;

        JsonNode saved = JsonNode.Parse(NotebookDocument.Parse(text).ToJson())!;

        Assert.Equal(1, (int)saved["more"]!);
        Assert.Equal(1, (int)saved["metadata"]!["a"]!["b"]![0]!);
        Assert.Equal("n", (string)saved["cells"]![0]!["new"]!);
        Assert.Equal(2, (int)saved["cells"]![0]!["outputs"]![0]!["o"]!);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("1e-07")]
    [InlineData("12345678901234567890123")]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    public void A_number_keeps_its_spelling(string number)
    {
        string text = $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{"n":{{number}}},"cells":[]}""";

        Assert.Contains($"\"n\": {number}\n", NotebookDocument.Parse(text).ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb", "[\"a\\n\",\"b\"]")]
    [InlineData("a\r\nb\r", "[\"a\\r\\n\",\"b\\r\"]")]
    [InlineData("", "[]")]
    [InlineData("\n\n", "[\"\\n\",\"\\n\"]")]
    public void A_source_is_split_into_lines_as_Jupyter_does(string source, string lines)
    {
        var document = new NotebookDocument { Cells = { new MarkdownCell(source) } };

        string saved = JsonNode.Parse(document.ToJson())!["cells"]![0]!["source"]!.ToJsonString();

        Assert.Equal(lines, saved);
    }

    [Fact]
    public void A_picture_in_base64_and_JSON_content_are_not_split()
    {
        var cell = new CodeCell("");
        cell.Outputs.Add(new DisplayOutput(MimeBundle.FromTexts(new Dictionary<string, string>
        {
            ["image/png"] = "AA\nBB",
            ["application/vnd.plotly.v1+json"] = """{"data":["a\nb"]}""",
            ["image/svg+xml"] = "<svg>\n</svg>",
        })));

        JsonNode data = JsonNode.Parse(new NotebookDocument { Cells = { cell } }.ToJson())!["cells"]![0]!["outputs"]![0]!["data"]!;

        Assert.Equal("AA\nBB", (string)data["image/png"]!);
        Assert.Equal("a\nb", (string)data["application/vnd.plotly.v1+json"]!["data"]![0]!);
        Assert.Equal(2, data["image/svg+xml"]!.AsArray().Count);
    }

    [Fact]
    public void Saving_replaces_the_file_and_leaves_nothing_beside_it()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, "a.ipynb");
            File.WriteAllText(path, "old");

            new NotebookDocument().Save(path);

            Assert.Equal([path], Directory.GetFileSystemEntries(folder));
            Assert.Empty(NotebookDocument.Load(path).Cells);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
