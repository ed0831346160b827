using System.Globalization;
using System.IO.Compression;
using System.Text;
using Course.Data;
using CsCheck;

namespace Course.Tests.Data;

public class ReaderTests
{
    private static readonly byte[] idx = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6];

    [Fact]
    public void Idx_gives_the_dimensions_and_the_bytes()
    {
        (int[] shape, byte[] values) = Idx.Read(new MemoryStream(idx), "x");

        Assert.Equal([2, 1, 3], shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], values);
    }

    [Fact]
    public void Idx_larger_than_its_first_buffer_is_read_whole()
    {
        byte[] file = [0, 0, 8, 1, 0, 0x2d, 0xc6, 0xc0, .. Enumerable.Range(0, 3_000_000).Select(i => (byte)(i * 7))];

        (int[] shape, byte[] values) = Idx.Read(new MemoryStream(file), "x");

        Assert.Equal([3_000_000], shape);
        Assert.True(values.AsSpan().SequenceEqual(file.AsSpan(8)));
    }

    [Theory]
    [InlineData(0, "x is not an idx file of unsigned bytes.")]
    [InlineData(9, "x is not an idx file of unsigned bytes.")]
    [InlineData(20, "x should hold 2 x 1 x 3 = 6 bytes after its header but holds 4.")]
    public void Idx_that_is_cut_off_gives_one_clear_line(int length, string message) =>
        Assert.Equal(message, Assert.Throws<DatasetCorruptException>(() => Idx.Read(new MemoryStream(idx[..length]), "x")).Message);

    [Fact]
    public void Idx_that_goes_on_after_its_end_or_has_an_absurd_size_gives_one_clear_line()
    {
        Assert.EndsWith("but holds more.", Assert.Throws<DatasetCorruptException>(() =>
            Idx.Read(new MemoryStream([.. idx, 7]), "x")).Message, StringComparison.Ordinal);
        byte[] absurd = [0, 0, 8, 2, 0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 1];
        Assert.EndsWith("but holds 1.", Assert.Throws<DatasetCorruptException>(() => Idx.Read(new MemoryStream(absurd), "x")).Message,
            StringComparison.Ordinal);
        byte[] negative = [0, 0, 8, 1, 0xff, 0xff, 0xff, 0xff];
        Assert.Equal("x is not an idx file of unsigned bytes.",
            Assert.Throws<DatasetCorruptException>(() => Idx.Read(new MemoryStream(negative), "x")).Message);
    }

    [Fact]
    public void A_packed_file_that_is_damaged_gives_one_clear_line()
    {
        byte[] noise = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255, 255, 255, 1, 2, 3];

        Assert.Equal("x is not a whole gzip file.", Assert.Throws<DatasetCorruptException>(() =>
            Idx.Read(new GZipStream(new MemoryStream(noise), CompressionMode.Decompress), "x")).Message);
        Assert.Equal("x is not a whole gzip file.", Assert.Throws<DatasetCorruptException>(() =>
            Csv.Read(new GZipStream(new MemoryStream(noise), CompressionMode.Decompress), "x")).Message);
    }

    [Fact]
    public void Csv_keeps_commas_quotes_and_line_breaks_inside_quotes()
    {
        IReadOnlyList<string[]> rows = Read("a,b\r\n\"1,5\",\"say \"\"no\"\"\"\n\"two\nlines\",\n\n,last");

        Assert.Equal([["a", "b"], ["1,5", "say \"no\""], ["two\nlines", ""], ["", "last"]], rows);
    }

    [Fact]
    public void Csv_reads_back_whatever_is_written_with_quotes() =>
        Gen.String[Gen.Char["ab,;\" \n\té日"], 0, 6].Array[2].Array[1, 5].Sample(table =>
        {
            string text =
                string.Concat(
                table.Select(row =>
                    string.Join(',', row.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
            Assert.Equal(table, Read(text));
        });

    [Theory]
    [InlineData("a,b\n1,2\n3", "x, line 3: 1 fields where the first row has 2.")]
    [InlineData("a,b\n\"1,2\n", "x, line 2: a quoted field does not end.")]
    public void Csv_that_is_damaged_names_the_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<DatasetCorruptException>(() => Read(text)).Message);

    [Fact]
    public void Numbers_are_read_alike_where_the_decimal_sign_is_a_comma()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(0.02, Sonar.Load()["band 1"][0]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_sheet_of_digits_becomes_500_pictures_of_each()
    {
        ImageSet digits = OpenCvDigits.Load();

        Assert.Equal((5000, 20, 20), (digits.Count, digits.Rows, digits.Columns));
        Assert.All(Enumerable.Range(0, 10), digit => Assert.Equal(500, digits.Labels.Count(label => label == digit)));
        // Ink is the smaller part, and a one has less of it than a zero.
        double Ink(int digit) => digits.Images.Where((_, i) => digits.Labels[i] == digit).Average(image => image.Average());
        Assert.InRange(Ink(1), 0.02, Ink(0));
        Assert.InRange(Ink(0), 0.02, 0.4);
    }

    [Fact]
    public void A_png_that_is_none_or_is_cut_off_gives_one_clear_line()
    {
        byte[] whole = File.ReadAllBytes(Datasets.PathOf("opencv-digits", "digits.png"));

        Assert.Equal("x is not a whole PNG picture.",
            Assert.Throws<DatasetCorruptException>(() => Png.ReadGrey(new MemoryStream([1, 2, 3]), "x")).Message);
        Assert.Equal("x is not a whole PNG picture.",
            Assert.Throws<DatasetCorruptException>(() => Png.ReadGrey(new MemoryStream(whole[..300_000]), "x")).Message);
    }

    private static IReadOnlyList<string[]> Read(string text) => Csv.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x");
}
