using Course.PreTraining;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.PreTraining;

public sealed class ModelTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Gpt_1_has_the_weights_of_the_published_checkpoint()
    {
        var gpt = new Gpt(GptSettings.Gpt1, device(DeviceType.META));

        Assert.Equal(116_534_784, gpt.ParameterCount);
        string[] layers = ["attn.c_attn (768, 2304)", "attn.c_proj (768, 768)", "ln_1 (768)", "mlp.c_fc (768, 3072)", "mlp.c_proj (3072, 768)", "ln_2 (768)"];
        Assert.Equal(
            new string[] { "transformer.tokens_embed.weight (40478, 768)", "transformer.positions_embed.weight (512, 768)" }
                .Concat(Enumerable.Range(0, 12).SelectMany(n => layers.SelectMany(layer => WithBias($"transformer.h.{n}.{layer}")))).Order(),
            Shapes(gpt).Order());
    }

    [Theory]
    [InlineData(false, 109_482_240)]
    [InlineData(true, 335_141_888)]
    public void Bert_has_the_published_number_of_weights(bool large, long count)
    {
        var bert = new Bert(large ? BertSettings.Large : BertSettings.Base, device(DeviceType.META));

        Assert.Equal(count, bert.ParameterCount);
        long width = bert.Settings.Width;
        Assert.Equal(count - width * width - width, Shapes(bert, withoutPooler: true));
    }

    [Fact]
    public void Bert_base_with_its_two_outputs_has_the_weights_of_the_published_checkpoint()
    {
        var model = new BertPreTraining(new Bert(BertSettings.Base, device(DeviceType.META)), device(DeviceType.META));

        Assert.Equal(109_482_240 + 768 * 768 + 768 + 2 * 768 + 30_522 + 2 * 768 + 2, model.ParameterCount);
        string[] layers =
        [
            "attention.self.query (768, 768)", "attention.self.key (768, 768)", "attention.self.value (768, 768)",
            "attention.output.dense (768, 768)", "attention.output.LayerNorm (768)", "intermediate.dense (3072, 768)",
            "output.dense (768, 3072)", "output.LayerNorm (768)",
        ];
        string[] others =
        [
            "bert.embeddings.LayerNorm (768)", "bert.pooler.dense (768, 768)", "cls.predictions.transform.dense (768, 768)",
            "cls.predictions.transform.LayerNorm (768)", "cls.seq_relationship (2, 768)",
        ];
        string[] tables =
        [
            "bert.embeddings.word_embeddings.weight (30522, 768)", "bert.embeddings.position_embeddings.weight (512, 768)",
            "bert.embeddings.token_type_embeddings.weight (2, 768)", "cls.predictions.bias (30522)",
        ];
        Assert.Equal(
            tables.Concat(others.Concat(Enumerable.Range(0, 12).SelectMany(n => layers.Select(layer => $"bert.encoder.layer.{n}.{layer}")))
                .SelectMany(WithBias)).Order(),
            Shapes(model).Order());
    }

    [Fact]
    public void Heads_for_fine_tuning_add_one_layer_of_the_published_name()
    {
        var gpt = new Gpt(new GptSettings(11, 6, 8, 1, 2));
        var bert = new Bert(new BertSettings(11, 6, 8, 1, 2));

        Assert.Equal(Shapes(gpt).Concat(["score.weight (3, 8)", "score.bias (3)"]).Order(), Shapes(new GptClassifier(gpt, 3)).Order());
        Assert.Equal(Shapes(bert).Select(one => "bert." + one).Concat(["classifier.weight (3, 8)", "classifier.bias (3)"]).Order(),
            Shapes(new BertClassifier(bert, 3)).Order());
    }

    [Fact]
    public void Gpt_sees_nothing_of_what_comes_later_and_Bert_sees_both_sides()
    {
        using var frozen = no_grad();
        var gpt = new Gpt(new GptSettings(11, 6, 8, 2, 2) { Spread = 0.5 });
        var bert = new Bert(new BertSettings(11, 6, 8, 2, 2) { Spread = 0.5 });
        Tensor text = tensor((long[])[2, 5, 6, 7, 2, 5, 6, 8], 2, 4);

        Tensor ahead = gpt.call(text), both = bert.call(text, zeros_like(text));

        Assert.True(Difference(ahead, 2) < 1e-6);
        Assert.True(Difference(ahead, 3) > 1e-3);
        Assert.True(Difference(both, 0) > 1e-3);
    }

    [Fact]
    public void Padding_changes_no_answer()
    {
        using var frozen = no_grad();
        var gpt = new GptClassifier(new Gpt(new GptSettings(11, 6, 8, 2, 2) { Spread = 0.5 }), 3);
        var bert = new Bert(new BertSettings(11, 6, 8, 2, 2) { Spread = 0.5 });
        Tensor text = tensor((long[])[2, 5, 6, 3], 1, 4), filled = tensor((long[])[2, 5, 6, 3, 0, 0], 1, 6);

        nn.Module<Tensor, Tensor>[] models = [gpt, new BertClassifier(bert, 3), new BertClassifier(bert, 3, ofMean: true)];
        foreach (nn.Module<Tensor, Tensor> model in models)
            Assert.True((model.call(text) - model.call(filled)).abs().max().item<float>() < 1e-6);
    }

    [Fact]
    public void Dropout_acts_in_training_only()
    {
        using var frozen = no_grad();
        nn.Module<Tensor, Tensor>[] models =
        [
            new Gpt(new GptSettings(11, 6, 8, 1, 2, Dropout: 0.5)),
            new GptClassifier(new Gpt(new GptSettings(11, 6, 8, 0, 2, Dropout: 0.5)), 3),
            new BertClassifier(new Bert(new BertSettings(11, 6, 8, 1, 2, Dropout: 0.5)), 3),
        ];
        Tensor text = tensor((long[])[2, 5, 6, 3], 1, 4);
        foreach (nn.Module<Tensor, Tensor> model in models)
        {
            float[] Answer() => model.call(text).data<float>().ToArray();
            model.train();
            Assert.NotEqual(Answer(), Answer());
            model.eval();
            Assert.Equal(Answer(), Answer());
        }
    }

    private static float Difference(Tensor rows, long place) => (rows[0, place] - rows[1, place]).abs().max().item<float>();

    private static IEnumerable<string> Shapes(nn.Module module) => module.state_dict()
        .Select(one => $"{one.Key} ({string.Join(", ", one.Value.shape)})");

    private static long Shapes(nn.Module module, bool withoutPooler) => module.named_parameters()
        .Where(one => !withoutPooler || !one.name.StartsWith("pooler.", StringComparison.Ordinal)).Sum(one => one.parameter.numel());

    /// <summary>"x (2, 3)" as "x.weight (2, 3)" and the bias; Conv1D has as many biases as columns, torch's layers as rows.</summary>
    private static string[] WithBias(string layer)
    {
        string[] parts = layer.TrimEnd(')').Split(" (");
        string[] sizes = parts[1].Split(", ");
        return [$"{parts[0]}.weight ({parts[1]})", $"{parts[0]}.bias ({(parts[0].Contains(".c_", StringComparison.Ordinal) ? sizes[^1] : sizes[0])})"];
    }
}
