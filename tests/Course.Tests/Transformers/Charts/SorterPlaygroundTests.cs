using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Tests.ConvNets;
using Course.TestTools;
using Course.Transformers;
using Course.Transformers.Charts;
using Course.Transformers.Tasks;
using static TorchSharp.torch;
using Transformer = Course.Transformers.Transformer;

namespace Course.Tests.Transformers.Charts;

[Collection(TorchSeed.Name)]
public class SorterPlaygroundTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    public async Task The_page_computes_what_the_library_computes(int layers, int heads)
    {
        manual_seed(layers);
        using Transformer model = Noisy(SortingTask.Settings(heads: heads) with { Layers = layers });
        var random = new Random(layers);
        string[] rows = [.. Enumerable.Range(0, 24).Select(n => SortingTask.Text(SortingTask.Draw(random, n % 3 + 1, 12).Source))];

        JsonArray page = await PlaygroundPage.ComputeAsync(Html(model), [.. rows.Select(row =>
            new JsonObject { ["text"] = row, ["target"] = JsonSerializer.SerializeToNode(Target(row)) })], Cancel);

        var decoding = new Decoding(model);
        foreach ((string row, JsonNode? answer) in rows.Zip(page))
        {
            int[] source = SortingTask.Pair(row).Source;
            Assert.Equal(decoding.Greedy([source], source.Length + 2)[0], answer!["written"].Deserialize<int[]>());
            AttentionMaps maps = decoding.Maps(source, Target(row));
            AssertClose(maps.Encoder, answer["encoder"]);
            AssertClose(maps.Decoder, answer["decoder"]);
            AssertClose(maps.Cross, answer["cross"]);
            using var scope = NewDisposeScope();
            Tensor logits = model.call(SequencePairs.Padded([source]), SequencePairs.Padded([[Vocabulary.Start, .. Target(row)]]));
            AssertClose([.. logits.detach().data<float>()], answer["logits"].Deserialize<double[][]>()!.SelectMany(line => line));
        }
    }

    [Fact]
    public async Task Who_types_digits_reads_them_in_order_and_sees_where_each_looks()
    {
        using Transformer model = SmallSorter.Learn(new Random(1));

        JsonNode? read = await PlaygroundPage.DoAsync(Html(model), """
            const field = box.querySelector("input[type=text]"), button = label =>
              [...box.querySelectorAll("button")].find(one => one.textContent === label);
            const answer = () => box.querySelector(".sorter-answer").textContent;
            const said = () => box.querySelector(".play-spoken").textContent;
            const below = () => [...box.querySelectorAll(".sorter-symbols")[1].children];
            field.value = "41x53";
            field.dispatchEvent(new Event("input", { bubbles: true }));
            const all = answer();
            below()[2].focus();
            below()[2].dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
            const looked = said(), table = [...box.querySelectorAll("tbody tr")].map(row => row.lastChild.textContent);
            const enter = pointerType => { below()[1].dispatchEvent(new PointerEvent("pointerenter", { pointerType })); return said(); };
            const hovered = [enter("touch"), enter("mouse")];
            button("anew").click();
            const nothing = [answer(), below().length];
            button("one symbol").click();
            button("one symbol").click();
            const half = answer();
            box.querySelector("select").value = "what it reads looks at itself";
            box.querySelector("select").dispatchEvent(new Event("change", { bubbles: true }));
            await painted();
            return { all, looked, table, hovered, nothing, half, readers: below().map(one => one.textContent).join("") };
            """, Cancel);

        Assert.Equal("4153 → 1345 ✓ in order", (string?)read!["all"]);
        Assert.Equal("""["4153 → …",0]""", JsonSerializer.Serialize(read["nothing"], relaxed));
        Assert.Equal("4153 → 13…", (string?)read["half"]);
        Assert.Equal("4153", (string?)read["readers"]);
        float[,] looks = new Decoding(model).Maps(SortingTask.Pair("4153").Source, SortingTask.Pair("4153").Target).Cross[0][0];
        int most = Enumerable.Range(0, 4).MaxBy(s => looks[3, s]);
        Assert.StartsWith($"Writing 5, it looks most at the {"4153"[most]} in place {most + 1}: share ", (string?)read["looked"],
            StringComparison.Ordinal);
        Assert.Equal((string?)read["looked"], (string?)read["hovered"]![0]);
        Assert.StartsWith("Writing 3, it looks most at the ", (string?)read["hovered"]![1], StringComparison.Ordinal);
        double[] table = [.. read["table"].Deserialize<string[]>()!.Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        Assert.Equal(4, table.Length);
        Assert.All(table.Index(), share => Assert.Equal(looks[3, share.Index], share.Item, 0.0051));
    }

    [Fact]
    public void A_model_of_another_kind_is_refused()
    {
        TransformerSettings right = SortingTask.Settings();
        foreach (TransformerSettings wrong in (TransformerSettings[])[
            right with { Vocabulary = 20 }, right with { SourcePositions = false },
            right with { Block = right.Block with { NormFirst = true } }, right with { Block = right.Block with { Gelu = true } }])
        {
            using var model = new Transformer(wrong);
            Assert.Throws<ArgumentException>(() => SorterPlayground.Of(model));
        }
    }

    private static readonly JsonSerializerOptions relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Html(Transformer model) => ((IMimeRenderable)SorterPlayground.Of(model)).Face(Mime.Html)!;

    /// <summary>Some row of as many digits: what it is told to have written.</summary>
    private static int[] Target(string row) => [.. SortingTask.Pair(row).Source.Reverse()];

    /// <summary>Norms and biases begin as ones and zeros, which would hide a mistake.</summary>
    private static Transformer Noisy(TransformerSettings settings)
    {
        var model = new Transformer(settings);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        foreach (Tensor weight in model.parameters()) weight.add_(randn_like(weight) * 0.2);
        return model;
    }

    private static void AssertClose(float[][][,] library, JsonNode? page)
    {
        double[][][][] there = page.Deserialize<double[][][][]>()!;
        Assert.Equal(library.Length, there.Length);
        foreach ((float[][,] heads, double[][][] theirs) in library.Zip(there))
            foreach ((float[,] map, double[][] shares) in heads.Zip(theirs)) AssertClose(map.Cast<float>(), shares.SelectMany(row => row));
    }

    private static void AssertClose(IEnumerable<float> library, IEnumerable<double> page)
    {
        double[] there = [.. page];
        float[] here = [.. library];
        Assert.Equal(here.Length, there.Length);
        Assert.All(here.Zip(there), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }
}
