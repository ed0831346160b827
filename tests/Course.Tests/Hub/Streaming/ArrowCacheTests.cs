using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Course.Hub.Streaming;

namespace Course.Tests.Hub.Streaming;

public sealed class ArrowCacheTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly List<string> said = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_second_pass_reads_the_file_and_computes_no_step()
    {
        int computed = 0;
        StreamingDataset<Row> rows = Rows(2500, () => computed++).Cache(folder, said.Add);
        Row[] first = [.. rows], second = [.. rows];

        Assert.Equal(2500, computed);
        Assert.Equal(2500, first.Length);
        Assert.Equivalent(first, second, strict: true);
        Assert.Empty(said);
        Assert.Equal([$"cache-{rows.Fingerprint}.arrow", $"cache-{rows.Fingerprint}.json"],
            Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public void Every_kind_of_value_comes_back_as_it_went()
    {
        Row[] rows =
        [
            new("", false, int.MinValue, long.MaxValue, float.NaN, double.NegativeInfinity, [], [1]),
            new("日月 🌙 \0 \n", true, 0, 0, -0f, double.Epsilon, [1.5f, float.Epsilon], []),
        ];
        StreamingDataset<Row> cached = StreamingDataset.From("two", [], () => rows).Cache(folder);

        _ = cached.ToArray();
        Assert.Equivalent(rows, cached.ToArray(), strict: true);
    }

    [Fact]
    public void A_single_value_and_an_anonymous_type_are_rows_too()
    {
        var pairs = StreamingDataset.From("pairs", [], () => Enumerable.Range(0, 3)).Map("pair", i => new { Number = i, Text = $"{i}" });
        _ = pairs.Cache(folder).ToArray();

        Assert.Equal(pairs.ToArray(), pairs.Cache(folder).ToArray());
        StreamingDataset<string> texts = pairs.Map("text", pair => pair.Text);
        _ = texts.Cache(folder).ToArray();
        Assert.Equal(["0", "1", "2"], texts.Cache(folder));
    }

    [Fact]
    public void No_rows_make_a_file_too()
    {
        int read = 0;
        StreamingDataset<Row> none = Rows(5, () => read++).Filter("none", _ => false).Cache(folder);

        Assert.Empty(none);
        Assert.Empty(none);
        Assert.Equal(5, read);
    }

    [Fact]
    public void A_source_that_fails_leaves_nothing_behind()
    {
        StreamingDataset<Row> failing = Rows(3000, () => { }).Map("fail", row => row.Int < 2000 ? row : throw new IOException("the end"))
            .Cache(folder);

        Assert.Throws<IOException>(() => failing.Count());
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_type_that_is_no_row_is_refused_before_anything_is_read()
    {
        var error = Assert.Throws<NotSupportedException>(() => StreamingDataset.From("dates", [], () => new[] { DateTime.Now }).Cache(folder));
        Assert.DoesNotContain('\n', error.Message);
        Assert.Throws<NotSupportedException>(() => Rows(1, () => { }).Batch(1).Cache(folder));
    }

    [Fact]
    public void A_null_is_refused() =>
        Assert.Throws<ArgumentException>(() => StreamingDataset.From("null", [], () => new string?[] { null }).Cache(folder).Count());

    [Fact]
    public void A_changed_file_makes_another_cache()
    {
        string source = Path.Combine(folder, "lines.txt");
        File.WriteAllLines(source, ["one", "two"]);
        StreamingDataset<string> lines = StreamingDataset.From("lines", [source], () => File.ReadLines(source)).Cache(folder);
        Assert.Equal(["one", "two"], lines);

        File.WriteAllLines(source, ["three"]);
        Assert.Equal(["three"], lines);
        Assert.Equal(2, Directory.GetFiles(folder, "*.arrow").Length);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_in_one_line_and_made_again()
    {
        (StreamingDataset<Row> rows, string file, byte[] whole) = Made();
        for (int length = 0; length < whole.Length; length += 97)
        {
            File.WriteAllBytes(file, whole[..length]);
            RefusedAndMadeAgain(rows, file, whole);
        }
    }

    [Fact]
    public void A_flipped_bit_is_refused_in_one_line_and_the_file_made_again()
    {
        (StreamingDataset<Row> rows, string file, byte[] whole) = Made();
        foreach (byte[] damaged in Damaged(whole, 50))
        {
            File.WriteAllBytes(file, damaged);
            RefusedAndMadeAgain(rows, file, whole);
        }
    }

    [Fact]
    public void A_hostile_file_whose_summary_agrees_gives_rows_of_the_right_form_or_is_refused_but_nothing_worse()
    {
        (StreamingDataset<Row> rows, string file, byte[] whole) = Made();
        IEnumerable<byte[]> cut = Enumerable.Range(1, 40).Select(part => whole[..(whole.Length * part / 41)]);
        foreach (byte[] hostile in Damaged(whole, 300).Concat(Extreme(whole)).Concat(cut))
        {
            Sign(file, hostile);
            said.Clear();
            Assert.Equal(20, rows.Count());
            Assert.All(said, line => Assert.DoesNotContain('\n', line));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"rows\": 1e400}")]
    [InlineData("{\"rows\": -1, \"fingerprint\": null}")]
    [InlineData("<html>")]
    public void A_summary_that_says_nothing_is_refused(string text)
    {
        (StreamingDataset<Row> rows, string file, byte[] whole) = Made();
        File.WriteAllText(Path.ChangeExtension(file, ".json"), text);

        RefusedAndMadeAgain(rows, file, whole);
    }

    [Fact]
    public void A_file_without_its_summary_or_with_other_columns_is_refused()
    {
        (StreamingDataset<Row> rows, string file, byte[] whole) = Made();
        File.Delete(Path.ChangeExtension(file, ".json"));
        RefusedAndMadeAgain(rows, file, whole);

        Assert.Equal(Enumerable.Range(0, 20), StreamingDataset.From("rows", [], () => Enumerable.Range(0, 20)).Cache(folder, said.Add));
        Assert.Equal($"{Path.GetFileName(file)} is refused and made again: its columns are others.", said[^1]);
    }

    [Fact]
    public async Task Arrow_for_JavaScript_reads_the_file()
    {
        Assert.SkipUnless(Node.Path is not null, "Node is not here, so another reader of Arrow files read none (Debian: apt-get install nodejs npm).");
        Assert.SkipUnless(Directory.Exists(Path.Combine(Node.Packages, "apache-arrow")),
            "Arrow for JavaScript is not here, so it read no file (npm install --prefix artifacts/npm apache-arrow@21.2.0).");
        (StreamingDataset<Row> rows, string file, _) = Made();

        string output = await Node.RunAsync("Streaming/read-arrow.js", [file], TestContext.Current.CancellationToken);

        JsonNode read = JsonNode.Parse(output)!;
        Assert.Equal("Text:Utf8 Bool:Bool Int:Int32 Long:Int64 Float:Float32 Double:Float64 Floats:List<Float32> Ints:List<Int32>",
            (string?)read["columns"]);
        Assert.Equal($"{{\"fingerprint\": \"{rows.Fingerprint}\"}}", (string?)read["huggingface"]);
        JsonArray all = read["rows"]!.AsArray();
        Assert.Equal(20, all.Count);
        Assert.All(rows.Zip(all), pair =>
        {
            Assert.Equal(pair.First.Text, (string?)pair.Second!["Text"]);
            Assert.Equal(pair.First.Bool, (bool)pair.Second["Bool"]!);
            Assert.Equal(pair.First.Long.ToString(System.Globalization.CultureInfo.InvariantCulture), (string?)pair.Second["Long"]);
            Assert.Equal(pair.First.Double, (double)pair.Second["Double"]!);
            Assert.Equal(pair.First.Floats, pair.Second["Floats"]!.AsArray().Select(number => (float)(double)number!));
            Assert.Equal(pair.First.Ints, pair.Second["Ints"]!.AsArray().Select(number => (int)number!));
        });
    }

    private (StreamingDataset<Row> Rows, string File, byte[] Whole) Made()
    {
        StreamingDataset<Row> rows = Rows(20, () => { }).Cache(folder, said.Add);
        _ = rows.Count();
        string file = Path.Combine(folder, $"cache-{rows.Fingerprint}.arrow");
        return (rows, file, File.ReadAllBytes(file));
    }

    private void RefusedAndMadeAgain(StreamingDataset<Row> rows, string file, byte[] whole)
    {
        said.Clear();
        Assert.Equal(20, rows.Count());
        string line = Assert.Single(said);
        Assert.StartsWith($"{Path.GetFileName(file)} is refused and made again: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
        Assert.Equal(whole, File.ReadAllBytes(file));
    }

    private static void Sign(string file, byte[] content)
    {
        File.WriteAllBytes(file, content);
        string summary = Path.ChangeExtension(file, ".json");
        JsonNode noted = JsonNode.Parse(File.ReadAllText(summary))!;
        noted["bytes"] = content.Length;
        noted["sha256"] = Convert.ToHexStringLower(SHA256.HashData(content));
        File.WriteAllText(summary, noted.ToJsonString());
    }

    private static IEnumerable<byte[]> Damaged(byte[] whole, int count)
    {
        var random = new Random(1);
        for (int i = 0; i < count; i++)
        {
            byte[] copy = [.. whole];
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
            yield return copy;
        }
    }

    /// <summary>Every four bytes, one after another, as a length or an offset that is large or negative.</summary>
    private static IEnumerable<byte[]> Extreme(byte[] whole)
    {
        for (int at = 0; at + 4 <= whole.Length; at += 4)
        {
            byte[] copy = [.. whole];
            BitConverter.TryWriteBytes(copy.AsSpan(at), at % 8 == 0 ? int.MaxValue : -1);
            yield return copy;
        }
    }

    private static StreamingDataset<Row> Rows(int count, Action seen) => StreamingDataset.From("rows", [], () => Enumerable.Range(0, count)
        .Select(i =>
        {
            seen();
            return new Row($"row {i}", i % 3 == 0, i, i << 20, i / 3f, i / 7.0, [.. Enumerable.Repeat(i / 2f, i % 4)], [i, -i]);
        }));

    private sealed record Row(string Text, bool Bool, int Int, long Long, float Float, double Double, float[] Floats, int[] Ints);
}
