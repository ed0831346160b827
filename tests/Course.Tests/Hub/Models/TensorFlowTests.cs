using Course.Hub.Models;
using Course.Nn.Safetensors;
using static TorchSharp.torch;

namespace Course.Tests.Hub.Models;

/// <summary>
/// A file in TensorFlow's layout, against the arithmetic of TensorFlow written out: channels last, kernels (height, width, in, out), dense
/// layers (inputs, outputs), maps flattened row by row with the channels of a pixel side by side.
/// </summary>
public sealed class TensorFlowTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tf-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_network_read_from_either_layout_computes_what_TensorFlow_would()
    {
        manual_seed(3);
        var network = new DigitConvNet();
        float[] picture = [.. Enumerable.Range(0, 784).Select(n => (n * 37 % 101) / 101f)];
        AutoModel.SavePretrained(network, folder.FullName, WeightLayout.TensorFlow);
        float[] written;
        using (var file = new SafetensorsFile(Path.Combine(folder.FullName, "model.safetensors")))
        {
            Assert.Equal([5, 5, 1, 16], file["conv1/kernel:0"].Shape);
            Assert.Equal([784, 10], file["fc/kernel:0"].Shape);
            float[] x = Pool(Convolve(picture, 28, 1, Read(file, "conv1/kernel:0"), Read(file, "conv1/bias:0")), 28, 16);
            x = Pool(Convolve(x, 14, 16, Read(file, "conv2/kernel:0"), Read(file, "conv2/bias:0")), 14, 16);
            written = Dense(x, Read(file, "fc/kernel:0"), Read(file, "fc/bias:0"));
        }
        using var scope = NewDisposeScope();
        using var frozen = no_grad();

        DigitConvNet read = AutoModel.FromPretrained<DigitConvNet>(folder.FullName);
        float[] loaded = TinyModels.Numbers(read.call(DigitConvNet.Batch([picture])));
        float[] original = TinyModels.Numbers(network.call(DigitConvNet.Batch([picture])));

        Assert.Equal(original, loaded);
        for (int k = 0; k < 10; k++) Assert.Equal(written[k], loaded[k], 1e-4f);
    }

    [Theory]
    [InlineData("encoder/layer_._0/attention/self/query/kernel:0", "encoder.layer.0.attention.self.query.weight")]
    [InlineData("encoder/layer_._11/output/LayerNorm/gamma:0", "encoder.layer.11.output.LayerNorm.weight")]
    [InlineData("encoder/layer_._11/output/LayerNorm/beta:0", "encoder.layer.11.output.LayerNorm.bias")]
    [InlineData("embeddings/word_embeddings/embeddings:0", "embeddings.word_embeddings.weight")]
    [InlineData("transformer/h_._3/attn/c_attn/weight:0", "transformer.h.3.attn.c_attn.weight")]
    [InlineData("bn/moving_mean:0", "bn.running_mean")]
    [InlineData("bn/moving_variance", "bn.running_var")]
    [InlineData("kernel", "weight")]
    [InlineData("", "")]
    [InlineData("///", "///")]
    public void A_name_of_TensorFlow_becomes_one_of_PyTorch(string theirs, string ours) =>
        Assert.Equal(ours, TensorFlowLayout.ToPyTorch(theirs));

    [Fact]
    public void BERT_has_its_kernels_turned_and_its_tables_not()
    {
        AutoModel.SavePretrained(TinyModels.Make("bert"), folder.FullName, WeightLayout.TensorFlow);

        using var file = new SafetensorsFile(Path.Combine(folder.FullName, "model.safetensors"));

        Assert.Equal([12, 48], file["encoder/layer_._0/intermediate/dense/kernel:0"].Shape);
        Assert.Equal([50, 12], file["embeddings/word_embeddings/embeddings:0"].Shape);
        Assert.Equal([12], file["encoder/layer_._1/output/LayerNorm/gamma:0"].Shape);
    }

    // In TensorFlow's GPT-2 a row of biases is a matrix of one row.
    [Fact]
    public void A_row_that_is_a_matrix_of_one_row_is_read()
    {
        var model = (Course.Generation.Gpt2)TinyModels.Make("gpt2");
        AutoModel.SavePretrained(model, folder.FullName);
        SafetensorsFile.Write(
            Path.Combine(folder.FullName, "model.safetensors"),
            model.state_dict().Select(one =>
                (one.Key, one.Key.EndsWith("c_attn.bias", StringComparison.Ordinal) ? one.Value.unsqueeze(0) : one.Value)),
            new Dictionary<string, string> { ["format"] = "tf" });

        Assert.Equal(TinyModels.Answer(model), TinyModels.Answer(AutoModel.FromPretrained<object>(folder.FullName)));
    }

    private static float[] Read(SafetensorsFile file, string name)
    {
        using Tensor values = file.Read(name);
        return values.data<float>().ToArray();
    }

    /// <summary>(side, side, channels) → (side, side, 16), with a border of zeros, and ReLU.</summary>
    private static float[] Convolve(float[] x, int side, int channels, float[] kernel, float[] bias)
    {
        var y = new float[side * side * 16];
        for (int row = 0; row < side; row++)
            for (int column = 0; column < side; column++)
                for (int map = 0; map < 16; map++)
                {
                    double sum = bias[map];
                    for (int i = 0; i < 5; i++)
                        for (int j = 0; j < 5; j++)
                        {
                            (int r, int c) = (row + i - 2, column + j - 2);
                            if (r < 0 || c < 0 || r >= side || c >= side) continue;
                            for (int channel = 0; channel < channels; channel++)
                                sum += x[(r * side + c) * channels + channel] * kernel[((i * 5 + j) * channels + channel) * 16 + map];
                        }
                    y[(row * side + column) * 16 + map] = (float)Math.Max(0, sum);
                }
        return y;
    }

    private static float[] Pool(float[] x, int side, int channels)
    {
        int half = side / 2;
        var y = new float[half * half * channels];
        for (int n = 0; n < y.Length; n++)
        {
            int channel = n % channels, column = n / channels % half, row = n / channels / half;
            float At(int i, int j) => x[((2 * row + i) * side + 2 * column + j) * channels + channel];
            y[n] = new[] { At(0, 0), At(0, 1), At(1, 0), At(1, 1) }.Max();
        }
        return y;
    }

    private static float[] Dense(float[] x, float[] kernel, float[] bias) =>
        [.. bias.Select((b, k) => (float)(b + x.Select((value, n) => (double)value * kernel[n * bias.Length + k]).Sum()))];
}
