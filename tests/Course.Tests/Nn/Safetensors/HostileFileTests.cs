using System.Buffers.Binary;
using System.Text;
using Course.Nn.Safetensors;
using CsCheck;

namespace Course.Tests.Nn.Safetensors;

/// <summary>Files that a stranger made on purpose: each gives one clear line, and nothing else.</summary>
public sealed class HostileFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("", 0, "its header does not begin with {")]
    [InlineData(" {}", 0, "its header does not begin with {")]
    [InlineData("[]", 0, "its header does not begin with {")]
    [InlineData("{", 0, "its header is not JSON")]
    [InlineData("{}\0\0", 0, "its header is not JSON")]
    [InlineData("{}{}", 0, "its header is not JSON")]
    [InlineData("""{"\ud800":{}}""", 0, "its header is not JSON")]
    [InlineData("{}", 1, "the header describes 0 bytes of data, but there are 1")]
    [InlineData("""{"a":1}""", 0, "'a' is not an object")]
    [InlineData("""{"a":{}}""", 0, "the dtype of 'a' is none of F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL")]
    [InlineData("""{"a":{"dtype":"F7","shape":[1],"data_offsets":[0,4]}}""", 4, "the dtype of 'a' is none of F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL")]
    [InlineData("""{"a":{"dtype":32,"shape":[1],"data_offsets":[0,4]}}""", 4, "the dtype of 'a' is none of F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,4]}}""", 4, "'a' has no list shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":1,"data_offsets":[0,4]}}""", 4, "'a' has no list shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", 4, "'a' has no list data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "the shape of 'a' are not whole numbers from 0 to 9223372036854775807")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", 4, "the shape of 'a' are not whole numbers from 0 to 9223372036854775807")]
    [InlineData("""{"a":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}""", 4, "the shape of 'a' are not whole numbers from 0 to 9223372036854775807")]
    [InlineData("""{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}""", 4, "the shape of 'a' are not whole numbers from 0 to 9223372036854775807")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0, "'a' is larger than any file")]
    [InlineData("""{"a":{"dtype":"F32","shape":[0,4611686018427387904],"data_offsets":[0,0]}}""", 0, "'a' is larger than any file")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "'a' needs 8 bytes for its shape, but has 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "the data_offsets of 'a' are not a begin and an end")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", 4, "the data_offsets of 'a' are not a begin and an end")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", 4, "the data_offsets of 'a' are not whole numbers from 0 to 9223372036854775807")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 4, "the header describes 8 bytes of data, but there are 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[9223372036854775803,9223372036854775807]}}""", 4, "'a' begins at byte 9223372036854775803 of the data, but the tensor before it ends at 0")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""", 3, "'b' begins at byte 1 of the data, but the tensor before it ends at 2")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}}""", 3, "'b' begins at byte 2 of the data, but the tensor before it ends at 1")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "'a' stands twice in the header")]
    [InlineData("""{"a":{"dtype":"U8","dtype":"I8","shape":[1],"data_offsets":[0,1]}}""", 1, "'dtype' stands twice in 'a'")]
    [InlineData("""{"__metadata__":1}""", 0, "its metadata is not an object")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "its metadata are not texts")]
    [InlineData("""{"a\nb":1}""", 0, "'a b' is not an object")]
    public void A_wrong_header_is_named_in_one_line(string header, int dataBytes, string fault)
    {
        Write(Encoding.UTF8.GetBytes(header), dataBytes);

        Assert.Equal($"{path} is not a valid safetensors file: {fault}.", Fault());
    }

    [Fact]
    public void More_dimensions_than_torch_knows_are_refused()
    {
        string ones = string.Join(',', Enumerable.Repeat(1, 65));
        Write(Encoding.UTF8.GetBytes($"{{\"a\":{{\"dtype\":\"U8\",\"shape\":[{ones}],\"data_offsets\":[0,1]}}}}"), 1);

        Assert.EndsWith("'a' has more than 64 dimensions.", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_nested_without_end_is_refused()
    {
        Write(Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 1_000_000)), 0);

        Assert.EndsWith("its header is not JSON.", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_no_UTF_8_is_refused()
    {
        Write([.. "{\""u8, 0xFF, 0xFE, .. "\":{}}"u8], 0);

        Assert.EndsWith("its header is not JSON.", Fault(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, "it has fewer than 8 bytes")]
    [InlineData(0, "it has fewer than 8 bytes")]
    public void A_file_without_the_length_of_a_header_is_refused(int bytes, string fault)
    {
        File.WriteAllBytes(path, new byte[bytes]);

        Assert.EndsWith(fault + ".", Fault(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ulong.MaxValue, "its header would have 18446744073709551615 bytes, more than 100000000")]
    [InlineData(100_000_001ul, "its header would have 100000001 bytes, more than 100000000")]
    [InlineData(3ul, "its header would have 3 bytes, but only 2 follow")]
    public void A_length_of_the_header_beyond_the_file_is_refused(ulong length, string fault)
    {
        var start = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(start, length);
        File.WriteAllBytes(path, [.. start, .. "{}"u8]);

        Assert.EndsWith(fault + ".", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_truth_value_that_is_neither_true_nor_false_is_refused()
    {
        Write("""{"a":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]}}"""u8.ToArray(), 1, fill: 2);
        using var file = new SafetensorsFile(path);

        Assert.EndsWith("a truth value is neither 0 nor 1.", Assert.Throws<InvalidDataException>(() => file.Read("a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_file_with_any_wrong_bytes_is_read_or_refused_and_never_more()
    {
        byte[] good = File.ReadAllBytes(Path.Combine(TestTools.RepositoryRoot.Path, "tests", "Course.Tests", "Nn", "Safetensors", "Fixtures", "numbers.safetensors"));
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, good.Length]).Array[1, 3].Sample(changes =>
        {
            byte[] bad = [.. good];
            foreach ((int place, byte value, _) in changes) bad[place] = value;
            File.WriteAllBytes(path, changes[0].Item3 % 4 == 0 ? bad[..changes[0].Item3] : bad);
            try
            {
                using var scope = TorchSharp.torch.NewDisposeScope();
                using var file = new SafetensorsFile(path);
                foreach (StoredTensor tensor in file.Header.Tensors) file.Read(tensor.Name);
            }
            catch (InvalidDataException error)
            {
                Assert.DoesNotContain('\n', error.Message);
            }
        }, iter: 2_000, threads: 1);
    }

    private string Fault() => Assert.Throws<InvalidDataException>(() => new SafetensorsFile(path).Dispose()).Message;

    private void Write(byte[] header, int dataBytes, byte fill = 0)
    {
        var start = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(start, header.Length);
        File.WriteAllBytes(path, [.. start, .. header, .. Enumerable.Repeat(fill, dataBytes)]);
    }
}
