using Course.Nn.Safetensors;
using Course.PreTraining;
using Course.TestTools;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.PreTraining;

/// <summary>Models that PyTorch assembled from its own parts: <c>Fixtures/make_checkpoints.py</c> made the files.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly string path = Path.GetTempFileName();

    public void Dispose()
    {
        scope.Dispose();
        File.Delete(path);
    }

    [Fact]
    public void Gpt_answers_as_PyTorch_s_own_parts_do()
    {
        using var frozen = no_grad();
        using var file = new SafetensorsFile(Fixture("gpt"));
        var gpt = new Gpt(new GptSettings(11, 6, 8, 2, 2, Dropout: 0.5));
        Assert.Equal(["text", "logits"], SafetensorsState.Load(gpt, Fixture("gpt")));
        gpt.eval();

        AssertEqual(file.Read("logits"), gpt.call(file.Read("text")));
    }

    [Fact]
    public void Bert_and_both_its_outputs_answer_as_PyTorch_s_own_parts_do()
    {
        using var frozen = no_grad();
        using var file = new SafetensorsFile(Fixture("bert"));
        var model = new BertPreTraining(new Bert(new BertSettings(11, 6, 8, 2, 2, Dropout: 0.5)));
        Assert.Equal(["text", "segment", "states", "masked", "follows"], SafetensorsState.Load(model, Fixture("bert")));
        model.eval();

        Tensor states = model.Bert.call(file.Read("text"), file.Read("segment"));

        AssertEqual(file.Read("states"), states);
        AssertEqual(file.Read("masked"), model.Guess(states));
        AssertEqual(file.Read("masked"), model.call(file.Read("text"), file.Read("segment")));
        AssertEqual(file.Read("follows"), model.Follows(states));
    }

    [Fact]
    public void A_saved_model_comes_back_with_every_weight()
    {
        using var frozen = no_grad();
        Tensor text = tensor((long[])[2, 5, 6, 3, 0], 1, 5);
        var one = new BertClassifier(new Bert(new BertSettings(11, 6, 8, 2, 2)), 3);
        var other = new BertClassifier(new Bert(new BertSettings(11, 6, 8, 2, 2)), 3);
        SafetensorsState.Save(one, path);

        Assert.Empty(SafetensorsState.Load(other, path));

        Assert.Equal(one.call(text).data<float>().ToArray(), other.call(text).data<float>().ToArray());
    }

    private static string Fixture(string name) =>
        Path.Combine(RepositoryRoot.Path, "tests", "Course.Tests", "PreTraining", "Fixtures", name + ".safetensors");

    private static void AssertEqual(Tensor theirs, Tensor ours)
    {
        Assert.Equal(theirs.shape, ours.shape);
        Assert.InRange((theirs - ours).abs().max().item<float>(), 0, 1e-4f);
    }
}
