using Course.ConvNets;
using Course.Generation;
using Course.Hub.Models;
using Course.Perceptrons;
using Course.PreTraining;
using static TorchSharp.torch;

namespace Course.Tests.Hub.Models;

/// <summary>A small model of each kind, and its answer to something.</summary>
internal static class TinyModels
{
    internal static readonly string[] Names =
        ["softmax-regression", "lenet-5", "digit-convnet", "openai-gpt", "gpt2", "bert", "bert for pre-training", "llama"];

    private static readonly float[] picture = [.. Enumerable.Range(0, 784).Select(n => n % 7 / 7f)];

    internal static object Make(string name, int seed = 1)
    {
        manual_seed(seed);
        return name switch
        {
            "softmax-regression" => Softmax(seed),
            "lenet-5" => new LeNet5(),
            "digit-convnet" => new DigitConvNet(),
            "openai-gpt" => new Gpt(new(50, 8, 12, 2, 3)),
            "gpt2" => new Gpt2(new(50, 8, 12, 2, 3)),
            "bert" => new Bert(new(50, 8, 12, 2, 3)),
            "bert for pre-training" => new BertPreTraining(new Bert(new(50, 8, 12, 2, 3))),
            _ => new Llama(new(50, 8, 12, 2, 6, 3, 20)),
        };
    }

    internal static SoftmaxRegression Softmax(int seed)
    {
        var random = new Random(seed);
        var model = new SoftmaxRegression(196, 10);
        foreach (float[] row in model.Weights)
        {
            for (int n = 0; n < row.Length; n++) row[n] = random.NextSingle() - 0.5f;
        }
        for (int k = 0; k < 10; k++) model.Biases[k] = random.NextSingle();
        return model;
    }

    internal static float[] Answer(object model)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        if (model is nn.Module module) module.eval();
        Tensor text = tensor((long[])[1, 5, 7, 9, 2]).reshape(1, 5), segment = zeros(1, 5, int64);
        return model switch
        {
            SoftmaxRegression softmax => softmax.Sums(picture[..196]),
            LeNet5 lenet => Numbers(lenet.call(LeNet5.Batch([picture]))),
            DigitConvNet net => Numbers(net.call(DigitConvNet.Batch([picture]))),
            Bert bert => Numbers(bert.Pool(bert.call(text, segment))),
            BertPreTraining bert => Numbers(bert.call(text, segment)),
            nn.Module<Tensor, Tensor> causal => Numbers(causal.call(text)),
            _ => throw new ArgumentException("There is no such model.", nameof(model)),
        };
    }

    internal static float[] Numbers(Tensor values) => values.contiguous().data<float>().ToArray();
}
