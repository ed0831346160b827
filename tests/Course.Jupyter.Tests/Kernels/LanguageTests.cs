using System.Text.Json.Nodes;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests.Kernels;

public sealed class LanguageTests(KernelTrial kernel) : IClassFixture<KernelTrial>
{
    [Fact]
    public void Completions_know_what_earlier_cells_declared_and_count_in_characters()
    {
        kernel.Run("int dice\\u0031 = 6; string dicethrow = \"🎲\";");

        // The die is one character and two units of UTF-16.
        Message reply = kernel.Ask("complete_request", new JsonObject { ["code"] = "var d = \"🎲\" + dicet; // 🎲", ["cursor_pos"] = 19 });

        Assert.Equal(["dicethrow"], reply.Content["matches"]!.AsArray().Select(match => (string)match!));
        Assert.Equal((14, 19), (reply.Number("cursor_start"), reply.Number("cursor_end")));
        Assert.Equal("dicethrow", (string?)reply.Content["metadata"]!["_jupyter_types_experimental"]![0]!["text"]);
    }

    [Fact]
    public void Where_there_is_nothing_to_complete_nothing_is_offered()
    {
        Message reply = kernel.Ask("complete_request", new JsonObject { ["code"] = "\"🎲 text", ["cursor_pos"] = 4 });

        Assert.Equal("ok", reply.Text("status"));
        Assert.Empty(reply.Content["matches"]!.AsArray());
    }

    [Fact]
    public void A_method_is_explained_with_its_signature()
    {
        Message reply =
            kernel.Ask("inspect_request", new JsonObject { ["code"] = "/* 🎲 */ Math.Sqrt(2)", ["cursor_pos"] = 15, ["detail_level"] = 0 });

        Assert.True(reply.Flag("found"));
        Assert.Contains("Sqrt(double", (string?)reply.Content["data"]!["text/plain"]);
    }

    [Fact]
    public void Where_there_is_nothing_to_explain_nothing_is_found()
    {
        Assert.False(kernel.Ask("inspect_request", new JsonObject { ["code"] = "   ", ["cursor_pos"] = 1 }).Flag("found"));
    }

    [Theory]
    [InlineData("1 + 1", "complete", null)]
    [InlineData("while (true)\n{", "incomplete", "    ")]
    [InlineData("int 3 = ;", "invalid", null)]
    public void A_console_knows_whether_to_let_the_typing_go_on(string code, string status, string? indent)
    {
        Message reply = kernel.Ask("is_complete_request", new JsonObject { ["code"] = code });

        Assert.Equal((status, indent), (reply.Text("status"), reply.Text("indent")));
    }

    [Fact]
    public void A_question_without_code_is_refused()
    {
        Assert.Equal("BadRequest", kernel.Ask("complete_request", []).Text("ename"));
    }
}
