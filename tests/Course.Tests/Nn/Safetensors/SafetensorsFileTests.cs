using Course.Nn.Safetensors;
using Course.TestTools;
using static TorchSharp.torch;

namespace Course.Tests.Nn.Safetensors;

public sealed class SafetensorsFileTests : IDisposable
{
    private static readonly string fixture =
        Path.Combine(RepositoryRoot.Path, "tests", "Course.Tests", "Nn", "Safetensors", "Fixtures", "numbers.safetensors");

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Reads_all_types_that_NumPy_wrote()
    {
        using var scope = NewDisposeScope();
        using var file = new SafetensorsFile(fixture);
        float[] floats = [0, 1, -2.5f, 0.15625f, 30000, -0f];

        Assert.Equal("NumPy", file.Header.Metadata["made by"]);
        Assert.Equal(13, file.Header.Tensors.Count);
        AssertHolds(file, "double", [2, 3], [.. floats.Select(one => (double)one)]);
        AssertHolds(file, "single", [3, 2], floats);
        AssertHolds(file, "half", [4], [.. floats[..4].Select(one => (Half)one)]);
        Assert.Equal(ScalarType.BFloat16, file.Read("brain").dtype);
        Assert.Equal(floats[..4], file.Read("brain").to(float32).data<float>().ToArray());
        AssertHolds(file, "long", [2], [1L << 40, -1L]);
        AssertHolds(file, "int", [2, 1], [int.MaxValue, int.MinValue]);
        AssertHolds(file, "short", [2], [short.MinValue, short.MaxValue]);
        AssertHolds(file, "sbyte", [2], [sbyte.MinValue, sbyte.MaxValue]);
        AssertHolds(file, "byte", [3], (byte[])[0, 255, 7]);
        AssertHolds(file, "bool", [3], [true, false, true]);
        AssertHolds(file, "scalar", [], [42f]);
        AssertHolds(file, "empty", [0, 5], Array.Empty<float>());
        AssertHolds(file, "Größe", [1], (byte[])[3]);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var scope = NewDisposeScope();
        Tensor whole = rand(4, 6);
        (string Name, Tensor Values)[] tensors =
        [
            ("flags", tensor(new[] { true, false, true })), ("turned", whole.t()), ("part", whole.narrow(1, 2, 3)), ("one", tensor(7L)),
            ("half", rand(5, dtype: ScalarType.BFloat16)), ("none", zeros(3, 0)), ("it's \"größer\"\n", ones(2, dtype: int32)),
        ];
        SafetensorsFile.Write(path, tensors, new Dictionary<string, string> { ["title"] = "Prüfung" });

        using var file = new SafetensorsFile(path);

        Assert.Equal("Prüfung", file.Header.Metadata["title"]);
        foreach ((string name, Tensor values) in tensors)
        {
            Assert.Equal(values.shape, file[name].Shape);
            Assert.Equal(values.dtype, file[name].Type);
            Assert.True(file.Read(name).equal(values).all().item<bool>());
        }
        Assert.All(file.Header.Tensors.Where(one => one.Count > 0),
            one => Assert.Equal(0, one.Begin % ((one.End - one.Begin) / one.Count)));
        Assert.Equal(0, BitConverter.ToInt64(File.ReadAllBytes(path)) % 8);
    }

    [Fact]
    public void Reading_leaves_no_tensor_behind()
    {
        using var file = new SafetensorsFile(fixture);
        LiveTensors.AreGivenBackBy(() => file.Read("single").Dispose());
    }

    [Fact]
    public void A_tensor_outlives_the_file()
    {
        Tensor values;
        using (var file = new SafetensorsFile(fixture)) values = file.Read("scalar");
        Assert.Equal(42, values.item<float>());
        values.Dispose();
    }

    [Fact]
    public void A_wrong_name_is_answered_with_the_closest_one()
    {
        using var file = new SafetensorsFile(fixture);
        Assert.Equal("There is no tensor \"singel\". Did you mean \"single\"?", Assert.Throws<ArgumentException>(() => file.Read("singel")).Message);
    }

    [Fact]
    public void Two_tensors_of_one_name_and_types_that_the_format_lacks_are_not_written()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(path, [("a", ones(1)), ("a", ones(1))]));
        Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(path, [("__metadata__", ones(1))]));
        Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(path, [("a", ones(1, dtype: complex64))]));
    }

    [Fact]
    public void A_module_gets_its_weights_back_in_its_own_type()
    {
        using var scope = NewDisposeScope();
        using var one = nn.Linear(3, 2);
        using var other = nn.Linear(3, 2);
        SafetensorsFile.Write(path, [("weight", one.weight!.to(float64)), ("bias", one.bias!), ("more", ones(1))]);

        Assert.Equal(["more"], SafetensorsState.Load(other, path));

        Assert.Equal(one.weight!.data<float>().ToArray(), other.weight!.data<float>().ToArray());
        Assert.Equal(one.bias!.data<float>().ToArray(), other.bias!.data<float>().ToArray());
        SafetensorsState.Save(other, path);
        Assert.Empty(SafetensorsState.Load(one, path));
    }

    [Fact]
    public void A_file_of_another_model_changes_no_weight()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Linear(3, 2);
        float[] before = module.weight!.data<float>().ToArray();
        string Fault(params (string, Tensor)[] tensors)
        {
            SafetensorsFile.Write(path, tensors);
            return Assert.Throws<InvalidDataException>(() => SafetensorsState.Load(module, path)).Message[path.Length..];
        }

        Assert.Equal(" is of another model: it has no bias.", Fault(("weight", ones(2, 3))));
        Assert.Equal(" is of another model: its bias is (3), and this model's is (2).", Fault(("weight", ones(2, 3)), ("bias", ones(3))));
        Assert.Equal(before, module.weight!.data<float>().ToArray());
    }

    private static void AssertHolds<T>(SafetensorsFile file, string name, long[] shape, T[] values)
        where T : unmanaged
    {
        Tensor read = file.Read(name);
        Assert.Equal(shape, read.shape);
        Assert.Equal(shape, file[name].Shape);
        if (values.Length > 0) Assert.Equal(values, read.data<T>().ToArray());      // torch's accessor knows no empty tensors
    }
}
